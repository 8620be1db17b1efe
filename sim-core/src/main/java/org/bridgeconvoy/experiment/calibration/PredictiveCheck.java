package org.bridgeconvoy.experiment.calibration;

import java.util.List;

/**
 * Whether the calibrated model could have given the observations (posterior predictive check, Gelman, Meng and Stern 1996). The p-value is the share of
 * simulations of calibrated worlds that deviate from the others as much as the observations do, in the way in which they deviate most of three: by the
 * sum of squares of standardised deviations, by the greatest of them, by the mean of a series (of all simulations the least of the three is held against
 * that of the observations: Westfall and Young 1993). As the observations also chose the worlds, a true model gives a small value more seldom than its
 * size says.
 *
 * @param predicted each observation beside its prediction
 * @param pValue from 0 to 1
 * @param simulations behind the check
 */
public record PredictiveCheck(List<Predicted> predicted, double pValue, int simulations) {

    private static final double CANNOT = 0.01;
    private static final double DOUBTFUL = 0.05;

    /** How well the model agrees with what was observed. */
    public enum Verdict {
        /** The p-value is above 0.05. */
        AGREES,
        /** It lies above 0.01. */
        DOUBTFUL,
        /** It is 0.01 or less: no world that was believed possible gives such observations. */
        CANNOT
    }

    /** Copies the list. */
    public PredictiveCheck {
        predicted = List.copyOf(predicted);
    }

    /**
     * What the p-value says.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return pValue <= CANNOT ? Verdict.CANNOT : pValue <= DOUBTFUL ? Verdict.DOUBTFUL : Verdict.AGREES;
    }

    /**
     * Share of the observations in their 90% range.
     *
     * @return from 0 to 1
     */
    public double shareInside() {
        return (double) predicted.stream().filter(Predicted::isInside).count() / predicted.size();
    }

    /**
     * Observations that no simulation of any world came as far as.
     *
     * @return in their order; one of many may stand here by chance
     */
    public List<Predicted> outOfReach() {
        return predicted.stream().filter(Predicted::isOutOfReach).toList();
    }
}
