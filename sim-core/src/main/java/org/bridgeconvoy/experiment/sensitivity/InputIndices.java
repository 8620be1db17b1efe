package org.bridgeconvoy.experiment.sensitivity;

import java.util.Optional;

/**
 * Sobol indices of one input: shares of the variance that what is not known gives to the expected value of an output.
 *
 * @param input number of the input in its space, from 0
 * @param first first-order index: the share that goes away, on average, if this input alone becomes known
 * @param total total index: the share that stays if all other inputs become known; empty if the inputs are correlated
 * @param matters whether the data show that the input accounts for more than {@link SensitivityAnalysis#NEGLIGIBLE} of that variance, by its total index
 *     or, without one, by its first-order index; never by noise alone but in at most one input in twenty
 */
public record InputIndices(int input, IntervalEstimate first, Optional<IntervalEstimate> total, boolean matters) {

    /**
     * The index by which inputs are sorted: the total index, or without one the first-order index.
     *
     * @return the estimate
     */
    public IntervalEstimate main() {
        return total.orElse(first);
    }
}
