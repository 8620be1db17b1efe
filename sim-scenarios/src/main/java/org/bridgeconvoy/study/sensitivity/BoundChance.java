package org.bridgeconvoy.study.sensitivity;

import java.util.List;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.SuchThat;

/**
 * How likely a bound is met, given chance and what is not known.
 *
 * @param bound the bound
 * @param replication probability that a single replication meets it
 * @param expected probability that the expected value of a world meets it
 * @param range what to expect of the metric, which tells whether {@code expected} is unsure
 */
public record BoundChance(
        SuchThat bound, IntervalEstimate replication, IntervalEstimate expected, ExpectedRange range) {

    /** The marks of {@code expected}: {@link Mark#UNSURE_FEW} where the replications of a world are too few to tell the shape of the expected values. */
    public List<Mark> marks() {
        return MetricSensitivity.marks(range);
    }
}
