package org.bridgeconvoy.experiment.calibration;

import java.util.List;
import org.bridgeconvoy.experiment.input.Input;

/**
 * One input before and after the observations. Of a choice, quantiles are of its index and say little; its shares say all.
 *
 * @param input the input with what was believed of it
 * @param prior its quantiles at {@link #PROBABILITIES}
 * @param posterior the same quantiles given the observations
 * @param priorShares of a choice how likely each alternative was; else empty
 * @param posteriorShares how likely it is given the observations; else empty
 * @param change the greatest difference between prior and posterior in the probability of any value or less (of a choice, of any set of
 *     alternatives), from 0 to 1
 * @param noise the greatest such difference between posteriors from one and the other half of the simulations: how far {@code change} can be trusted
 */
public record Marginal(
        Input input,
        List<Double> prior,
        List<Double> posterior,
        List<Double> priorShares,
        List<Double> posteriorShares,
        double change,
        double noise) {

    /** Probabilities of the quantiles. */
    public static final List<Double> PROBABILITIES = List.of(0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975);

    private static final double LEAST_CHANGE = 0.1;

    /** Copies the lists. */
    public Marginal {
        prior = List.copyOf(prior);
        posterior = List.copyOf(posterior);
        priorShares = List.copyOf(priorShares);
        posteriorShares = List.copyOf(posteriorShares);
    }

    /**
     * Whether the observations say anything about the input.
     *
     * @return false if no probability changed by more than 10 points, or by more than the halves of the simulations differ
     */
    public boolean isLearned() {
        return change > Math.max(LEAST_CHANGE, noise);
    }

    /**
     * A quantile of the posterior.
     *
     * @param probability one of {@link #PROBABILITIES}
     * @return the quantile
     * @throws IllegalArgumentException if it is none of these
     */
    public double posterior(double probability) {
        int index = PROBABILITIES.indexOf(probability);
        if (index < 0) {
            throw new IllegalArgumentException("probability must be one of " + PROBABILITIES + ", got " + probability);
        }
        return posterior.get(index);
    }
}
