package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.Metric;

/**
 * A metric over the replications of a study.
 *
 * @param metric what it is
 * @param estimate mean, spread and 95% interval over the replications that have a value
 * @param notCleared for {@code days_to_clear.*}: replications that did not clear before the horizon, which are not
 *     averaged; 0 for every other metric
 * @param marks what to know before trusting it, each once, in the order of {@link Mark}; empty for nothing
 */
public record MetricResult(Metric metric, Estimate estimate, int notCleared, List<Mark> marks) {

    /** The family of metrics in which a replication without a value is one that did not clear. */
    public static final String DAYS_TO_CLEAR = "days_to_clear.";

    /** Puts the marks in order; a result of which replications did not clear is always a lower bound. */
    public MetricResult {
        List<Mark> all = new ArrayList<>(marks);
        if (notCleared > 0) {
            all.add(Mark.LOWER_BOUND);
        }
        marks = all.stream().distinct().sorted().toList();
    }

    /** A metric with no mark but that of a lower bound, if it is one. */
    public MetricResult(Metric metric, Estimate estimate, int notCleared) {
        this(metric, estimate, notCleared, List.of());
    }

    /** The same with one more mark. */
    public MetricResult with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new MetricResult(metric, estimate, notCleared, more);
    }

    /** The metric's name in files. */
    public String name() {
        return metric.name();
    }

    /** Whether a missing value means "not cleared before the horizon" and not "nothing to observe". */
    public boolean countsNotCleared() {
        return name().startsWith(DAYS_TO_CLEAR);
    }

    /** Whether the true mean is at least the estimate's, because replications that did not clear are left out. */
    public boolean isLowerBound() {
        return notCleared > 0;
    }

    /** The words of the marks, for people: {@code grows, unsure: skewed}; empty if there is none. */
    public String markWords() {
        return marks.stream().map(Mark::label).collect(Collectors.joining(", "));
    }
}
