package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.jspecify.annotations.Nullable;

/**
 * One line of the answer to a scenario's question.
 *
 * @param says what was measured, for people
 * @param metric its name in files; {@code recovery_d} for days until a variant's undelivered tonnes are reached again
 * @param unit its unit for people; empty for a share
 * @param of the variant that it was measured in; empty for the scenario itself
 * @param value over the replications, each variant alone; beside a difference a percentile is that of a replication
 * @param missing replications in which it was not reached before the horizon, which the estimates leave out
 * @param against the variant that it is compared with; empty for none
 * @param there the value of that variant; null where there is nothing to compare
 * @param difference the scenario less that variant, paired by replication; null where there is nothing to compare
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
        @Nullable PairedDifference difference) {

    /** What was measured, and in which variant if not in the scenario itself. */
    public String label() {
        return of.isEmpty() ? says : says + " (" + of + ")";
    }

    /** Whether the true mean is at least the estimate's, because replications that did not get there are left out. */
    public boolean isLowerBound() {
        return missing > 0 && value.n() > 0;
    }
}
