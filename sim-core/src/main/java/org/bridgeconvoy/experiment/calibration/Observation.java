package org.bridgeconvoy.experiment.calibration;

/**
 * One number that was counted or measured in reality. Observations of one series stand together, in the order of time.
 *
 * @param series what was counted, such as {@code outbound_trucks}
 * @param label which one of the series this is, such as its date; for messages
 * @param value the number, finite
 */
public record Observation(String series, String label, double value) {

    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if the value is not finite
     */
    public Observation {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "an observation must be finite, got " + value + " for " + series + " at " + label);
        }
    }
}
