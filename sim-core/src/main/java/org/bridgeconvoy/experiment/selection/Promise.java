package org.bridgeconvoy.experiment.selection;

/**
 * What a selection has to keep to.
 *
 * @param confidence of all statements together, above 0.5, below 1
 * @param firstLook replications of a candidate before anything is said of it, at least 4
 * @param budget replications of all candidates together, at least 1; what has not been told then is said to be undecided
 */
public record Promise(double confidence, int firstLook, long budget) {

    private static final int MANY = 100;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Promise {
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be > 0.5 and < 1, got " + confidence);
        }
        if (firstLook < 4) {
            throw new IllegalArgumentException("the first look needs at least 4 replications, got " + firstLook);
        }
        if (budget < 1) {
            throw new IllegalArgumentException("budget must be >= 1, got " + budget);
        }
    }

    /**
     * 95%, with a first look after 10 replications, or after 4 where there are more than 100 candidates.
     *
     * @param candidates how many there are
     * @param budget replications of all candidates together
     * @return the promise
     */
    public static Promise of(int candidates, long budget) {
        return new Promise(0.95, candidates > MANY ? 4 : 10, budget);
    }
}
