package org.bridgeconvoy.experiment.calibration;

import java.util.List;

/**
 * What is believed of a model's inputs after the observations.
 *
 * @param worlds draws from the joint posterior, all equally likely: one value for each input
 * @param marginals each input before and after
 * @param check whether the model could have given the observations
 * @param heldOut numbers that were not used, beside what calibrated worlds give; empty if none were held out
 * @param replications how many were simulated, those of the check included
 */
public record Posterior(
        List<double[]> worlds,
        List<Marginal> marginals,
        PredictiveCheck check,
        List<Predicted> heldOut,
        int replications) {

    /** Copies the lists. */
    public Posterior {
        worlds = List.copyOf(worlds);
        marginals = List.copyOf(marginals);
        heldOut = List.copyOf(heldOut);
    }
}
