package org.bridgeconvoy.study;

import java.time.LocalDate;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.jspecify.annotations.Nullable;

/**
 * One measured answer to a scenario's question.
 *
 * @param says what was measured, for people
 * @param metric name in files; {@code recovery_d} for the days until the undelivered tonnes are no more than in a variant
 * @param unit unit for people; empty for a share
 * @param of variant in which it was measured; empty for the scenario itself
 * @param value estimate over the replications; beside a difference, a percentile is the mean of those of single replications
 * @param missing replications that did not reach it before the horizon; the estimate leaves them out
 * @param against variant with which it is compared; empty for none
 * @param there value of that variant; null without a comparison
 * @param difference the value less that of the variant, paired by replication; null without a comparison
 * @param expected what it, or with {@code difference} the difference, should be, and whether it is; null if the scenario does not say
 * @param since date from whose beginning days count; null for a number that is no recovery
 * @param course tonnes not yet delivered in both worlds, where the answer is about them; null otherwise
 */
public record Answered(
        String says,
        String metric,
        String unit,
        String of,
        MetricResult value,
        int missing,
        String against,
        @Nullable Estimate there,
        @Nullable PairedDifference difference,
        @Nullable Expected expected,
        @Nullable LocalDate since,
        @Nullable Course course) {

    /** An answer without the course of what is not yet delivered. */
    public Answered(
            String says,
            String metric,
            String unit,
            String of,
            MetricResult value,
            int missing,
            String against,
            @Nullable Estimate there,
            @Nullable PairedDifference difference,
            @Nullable Expected expected,
            @Nullable LocalDate since) {
        this(says, metric, unit, of, value, missing, against, there, difference, expected, since, null);
    }

    /** A copy whose difference is equal if it is too small to matter, as a share of the mean of {@link #there}. */
    Answered mattering(Matters from) {
        return difference == null || there == null
                ? this
                : new Answered(
                        says,
                        metric,
                        unit,
                        of,
                        value,
                        missing,
                        against,
                        there,
                        from.of(difference, there),
                        expected,
                        since,
                        course);
    }

    /** What was measured, and in brackets the variant, if it was measured in one. */
    public String label() {
        return of.isEmpty() ? says : says + " (" + of + ")";
    }

    /** Whether the estimate is a lower bound of the true mean: replications that did not get there are left out. */
    public boolean isLowerBound() {
        return missing > 0 && value.n() > 0;
    }
}
