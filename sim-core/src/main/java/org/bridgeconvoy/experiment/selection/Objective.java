package org.bridgeconvoy.experiment.selection;

import org.bridgeconvoy.experiment.Goal;

/**
 * What the best candidate has most or least of: the expected value of one output.
 *
 * @param output number of the output in the rows of the runner, from 0
 * @param goal most or least
 * @param indifference the least difference that matters; a share is one of the mean of the candidate that is named
 */
public record Objective(int output, Goal goal, Margin indifference) {

    /**
     * Checks the output.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Objective {
        if (output < 0) {
            throw new IllegalArgumentException("output must be >= 0, got " + output);
        }
    }

    /** What to multiply values by so that more is better. */
    double sign() {
        return goal == Goal.MAXIMUM ? 1 : -1;
    }
}
