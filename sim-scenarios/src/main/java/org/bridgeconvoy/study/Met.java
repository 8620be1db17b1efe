package org.bridgeconvoy.study;

import java.util.Arrays;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.MetricFamily;

/** Whether a point meets a bound on a metric. */
public enum Met {
    /** The whole 95% interval meets it. */
    YES,
    /** No part of the 95% interval meets it. */
    NO,
    /** The bound lies within the 95% interval, or there is no interval. */
    CANNOT_TELL;

    private static final double Z = Distribution.normal(0, 1).quantile(0.975);

    /** The verdict in words. */
    public String label() {
        return switch (this) {
            case YES -> "yes";
            case NO -> "no";
            case CANNOT_TELL -> "cannot tell";
        };
    }

    /** What holds of several bounds together: no if one is not met, yes if all are. */
    Met and(Met other) {
        return this == NO || other == NO ? NO : this == YES ? other : this;
    }

    /**
     * Whether a point meets a bound. A replication without data meets no bound; of days to clear it counts in a mean as the horizon.
     *
     * @param point its values; a percentile counts as that of each replication
     * @param horizonNanos length of its run
     */
    static Met of(SuchThat bound, PointStore.Values point, long horizonNanos) {
        int metric = place(bound, point);
        if (metric < 0) {
            return CANNOT_TELL;
        }
        double[] values = point.values().get(metric);
        if (bound.isShare()) {
            return share(bound, values);
        }
        boolean clears = point.metrics().get(metric).family() == MetricFamily.DAYS_TO_CLEAR;
        double horizon = horizonNanos / (double) Nanos.DAY;
        Estimate mean = Estimate.of(Arrays.stream(values)
                .map(v -> clears && Double.isNaN(v) ? horizon : v)
                .toArray());
        double half = point.chance() ? mean.halfWidth95() : 0;
        return of(bound, mean.mean() - half, mean.mean() + half);
    }

    private static int place(SuchThat bound, PointStore.Values point) {
        for (int i = 0; i < point.metrics().size(); i++) {
            if (point.metrics().get(i).name().equals(bound.metric())) {
                return i;
            }
        }
        return -1;
    }

    private static Met of(SuchThat bound, double low, double high) {
        boolean isLow = bound.relation().isMet(low, bound.bound());
        boolean isHigh = bound.relation().isMet(high, bound.bound());
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return CANNOT_TELL;
        }
        return isLow && isHigh ? YES : isLow || isHigh ? CANNOT_TELL : NO;
    }

    /** By the interval of Wilson (1927) of the share of replications that meet the bound. */
    private static Met share(SuchThat bound, double[] values) {
        int n = values.length;
        double p = Arrays.stream(values)
                        .filter(v -> bound.relation().isMet(v, bound.bound()))
                        .count()
                / (double) n;
        double square = Z * Z / n;
        double centre = (p + square / 2) / (1 + square);
        double half = Z / (1 + square) * Math.sqrt(p * (1 - p) / n + square / (4 * n));
        return centre - half >= bound.share() ? YES : centre + half < bound.share() ? NO : CANNOT_TELL;
    }
}
