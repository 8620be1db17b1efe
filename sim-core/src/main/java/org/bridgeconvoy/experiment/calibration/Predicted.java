package org.bridgeconvoy.experiment.calibration;

/**
 * An observation beside what the calibrated model would give, one replication of each world of the check.
 *
 * @param observation what was observed
 * @param low 5th percentile of the simulated numbers; NaN if there are none
 * @param median their median
 * @param high 95th percentile
 * @param least the least in any simulation of any world, those before the observations included
 * @param most the greatest
 */
public record Predicted(Observation observation, double low, double median, double high, double least, double most) {

    /**
     * Whether the observation lies in the 90% range.
     *
     * @return false if nothing was simulated
     */
    public boolean isInside() {
        return observation.value() >= low && observation.value() <= high;
    }

    /**
     * Whether no simulation of any world came as far as the observation.
     *
     * @return false if nothing was simulated
     */
    public boolean isOutOfReach() {
        return observation.value() < least || observation.value() > most;
    }
}
