package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.jspecify.annotations.Nullable;

/**
 * Estimate of a metric over the replications of a study. Reports show {@link #value}, {@link #low}, {@link #high}, {@link #min}, {@link
 * #max} and {@link #n}. For a pooled percentile these describe all observations together, for every other metric the values of the
 * replications.
 *
 * @param metric the metric
 * @param estimate mean, spread and 95% interval over the replications that have a value; for a percentile, over the percentiles of single
 *     replications, which a paired difference compares
 * @param notCleared for {@code days_to_clear.*} the replications that did not clear before the horizon, which the estimate leaves out; 0
 *     for every other metric
 * @param marks what to know before trusting the estimate, each mark once, in the order of {@link Mark}; empty for nothing
 * @param pooled percentile of all observations of all replications; null for every other metric, and for the percentile "of a replication"
 * @param controlled mean with the help of control variates; null without them. Value and interval below are then the narrower ones
 */
public record MetricResult(
        Metric metric,
        Estimate estimate,
        int notCleared,
        List<Mark> marks,
        @Nullable PooledPercentile pooled,
        @Nullable ControlledEstimate controlled) {

    /**
     * Orders the marks, and adds those that follow from the values: a lower bound if a replication did not clear, unsure if a percentile
     * had too few observations.
     */
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

    /** An estimate without control variates. */
    public MetricResult(
            Metric metric, Estimate estimate, int notCleared, List<Mark> marks, @Nullable PooledPercentile pooled) {
        this(metric, estimate, notCleared, marks, pooled, null);
    }

    /** An estimate of the replications' values, without marks but that of a lower bound. */
    public MetricResult(Metric metric, Estimate estimate, int notCleared) {
        this(metric, estimate, notCleared, List.of(), null);
    }

    /** A copy with one more mark. */
    public MetricResult with(Mark mark) {
        List<Mark> more = new ArrayList<>(marks);
        more.add(mark);
        return new MetricResult(metric, estimate, notCleared, more, pooled, controlled);
    }

    /** A copy with an estimate with the help of control variates. */
    public MetricResult with(ControlledEstimate help) {
        return new MetricResult(metric, estimate, notCleared, marks, pooled, help);
    }

    /** Whether value and interval are those with control variates: their interval is the narrower one. */
    public boolean isControlled() {
        return controlled != null && controlled.halfWidth95() < estimate.halfWidth95();
    }

    /** Whether the value is the percentile of all observations together; its interval need not be symmetric. */
    public boolean isPooled() {
        return pooled != null;
    }

    /** Whether the value is a mean of the percentiles of single replications. Reports must say so. */
    public boolean isOfReplication() {
        return pooled == null && metric.isPercentile();
    }

    /** This metric as the mean of one value a replication, for use beside a paired difference. */
    public MetricResult ofReplication() {
        List<Mark> kept = marks.stream().filter(m -> m != Mark.UNSURE_FEW).toList();
        return pooled == null && controlled == null
                ? this
                : new MetricResult(metric, estimate, notCleared, pooled == null ? marks : kept, null);
    }

    /** The estimated value; NaN without data. */
    public double value() {
        return pooled == null ? ofReplications().mean() : pooled.value();
    }

    /** Lower end of the 95% interval; NaN if there is none. */
    public double low() {
        return pooled == null ? value() - halfWidth() : pooled.low95();
    }

    /** Upper end of the 95% interval; NaN if there is none. */
    public double high() {
        return pooled == null ? value() + halfWidth() : pooled.high95();
    }

    /** Half-width of the 95% interval; NaN if there is none. */
    public double halfWidth() {
        return pooled == null ? ofReplications().halfWidth95() : pooled.halfWidth95();
    }

    /** Standard deviation over replications; NaN if there is none, as for a pooled percentile. */
    public double sd() {
        return pooled == null ? estimate.sd() : Double.NaN;
    }

    /** Least value of a replication, or least observation; NaN without data. */
    public double min() {
        return pooled == null ? estimate.min() : pooled.min();
    }

    /** Greatest value of a replication, or greatest observation; NaN without data. */
    public double max() {
        return pooled == null ? estimate.max() : pooled.max();
    }

    /** Number of replications with a value, or of observations for a pooled percentile. */
    public long n() {
        return pooled == null ? estimate.n() : pooled.n();
    }

    /** The shown values as one estimate; its standard deviation is NaN for a pooled percentile. */
    public Estimate shown() {
        return pooled == null
                ? ofReplications()
                : new Estimate((int) Math.min(n(), Integer.MAX_VALUE), value(), Double.NaN, halfWidth(), min(), max());
    }

    /** The estimate over replications with the narrower interval. */
    private Estimate ofReplications() {
        return controlled == null || !isControlled()
                ? estimate
                : new Estimate(
                        estimate.n(),
                        controlled.mean(),
                        estimate.sd(),
                        controlled.halfWidth95(),
                        estimate.min(),
                        estimate.max());
    }

    /** The metric's name in files. */
    public String name() {
        return metric.name();
    }

    /** Whether a missing value means "not cleared before the horizon" rather than "nothing to observe". */
    public boolean countsNotCleared() {
        return metric.family() == MetricFamily.DAYS_TO_CLEAR;
    }

    /** Whether the estimate is a lower bound of the true mean: replications that did not clear are left out. */
    public boolean isLowerBound() {
        return notCleared > 0;
    }

    /** The marks in words, separated by commas: {@code grows, unsure: skewed}; empty if there is none. */
    public String markWords() {
        return marks.stream().map(Mark::label).collect(Collectors.joining(", "));
    }
}
