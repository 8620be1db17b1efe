package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.jspecify.annotations.Nullable;

/**
 * A metric over the replications of a study. What is shown of it are {@link #value}, {@link #low}, {@link #high}, {@link #min},
 * {@link #max} and {@link #n}: of a percentile those of all observations together, of everything else those of the estimate.
 *
 * @param metric what it is
 * @param estimate mean, spread and 95% interval over the replications that have a value; of a percentile, over the percentiles
 *     of single replications, which is what a paired difference compares
 * @param notCleared for {@code days_to_clear.*}: replications that did not clear before the horizon, which are not
 *     averaged; 0 for every other metric
 * @param marks what to know before trusting it, each once, in the order of {@link Mark}; empty for nothing
 * @param pooled the percentile of all observations of all replications; null for every other metric, and for the percentile
 *     "of a replication"
 */
public record MetricResult(
        Metric metric,
        Estimate estimate,
        int notCleared,
        List<Mark> marks,
        @Nullable PooledPercentile pooled) {

    /** Puts the marks in order; a result of which replications did not clear is always a lower bound. */
    public MetricResult {
        List<Mark> all = new ArrayList<>(marks);
        if (notCleared > 0) {
            all.add(Mark.LOWER_BOUND);
        }
        if (pooled != null && pooled.isFew()) {
            all.add(Mark.UNSURE_FEW);
        }
        marks = all.stream().distinct().sorted().toList();
    }

    /** A metric with no mark but that of a lower bound, if it is one. */
    public MetricResult(Metric metric, Estimate estimate, int notCleared) {
        this(metric, estimate, notCleared, List.of(), null);
    }

    /** A copy with one more mark. */
    public MetricResult with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new MetricResult(metric, estimate, notCleared, more, pooled);
    }

    /** Whether what is shown is the percentile of all observations together, whose interval is not symmetric. */
    public boolean isPooled() {
        return pooled != null;
    }

    /** Whether the value is a mean of percentiles of single replications, which the reader must be told. */
    public boolean isOfReplication() {
        return pooled == null && metric.isPercentile();
    }

    /** This metric as the mean of one value a replication, to stand beside a paired difference. */
    public MetricResult ofReplication() {
        List<Mark> kept = marks.stream().filter(m -> m != Mark.UNSURE_FEW).toList();
        return pooled == null ? this : new MetricResult(metric, estimate, notCleared, kept, null);
    }

    /** The estimate; NaN without data. */
    public double value() {
        return pooled == null ? estimate.mean() : pooled.value();
    }

    /** The lower end of the 95% interval; NaN if there is none. */
    public double low() {
        return pooled == null ? estimate.mean() - estimate.halfWidth95() : pooled.low95();
    }

    /** The upper end of the 95% interval; NaN if there is none. */
    public double high() {
        return pooled == null ? estimate.mean() + estimate.halfWidth95() : pooled.high95();
    }

    /** Half the width of the 95% interval; NaN if there is none. */
    public double halfWidth() {
        return pooled == null ? estimate.halfWidth95() : pooled.halfWidth95();
    }

    /** The standard deviation over replications; NaN if there is none, as of a percentile of all observations. */
    public double sd() {
        return pooled == null ? estimate.sd() : Double.NaN;
    }

    /** The least value of a replication, or the least observation; NaN without data. */
    public double min() {
        return pooled == null ? estimate.min() : pooled.min();
    }

    /** The greatest value of a replication, or the greatest observation; NaN without data. */
    public double max() {
        return pooled == null ? estimate.max() : pooled.max();
    }

    /** Replications with a value, or observations. */
    public long n() {
        return pooled == null ? estimate.n() : pooled.n();
    }

    /** What is shown of it as one estimate, without a standard deviation where there is none. */
    public Estimate shown() {
        return pooled == null
                ? estimate
                : new Estimate((int) Math.min(n(), Integer.MAX_VALUE), value(), Double.NaN, halfWidth(), min(), max());
    }

    /** The metric's name in files. */
    public String name() {
        return metric.name();
    }

    /** Whether a missing value means "not cleared before the horizon" and not "nothing to observe". */
    public boolean countsNotCleared() {
        return metric.family() == MetricFamily.DAYS_TO_CLEAR;
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
