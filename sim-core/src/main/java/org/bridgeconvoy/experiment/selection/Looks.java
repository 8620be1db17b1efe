package org.bridgeconvoy.experiment.selection;

/**
 * After how many replications data are looked at: each time after a quarter more than before, and at least three more.
 *
 * <p>The number of looks is fixed, so that the error can be shared out among them (Bonferroni). The first six get half of it: there Student's quantile falls
 * steeply with the error, while at the later looks the half that they lack costs them 4% in replications.
 */
final class Looks {

    static final int COUNT = 40;

    private static final int EARLY = 6;
    private static final double EARLY_SHARE = 0.5;
    private static final double GROWTH = 1.25;
    private static final int LEAST_STEP = 3;

    private final int[] at = new int[COUNT];

    Looks(int first) {
        at[0] = first;
        for (int look = 1; look < COUNT; look++) {
            at[look] = Math.max(at[look - 1] + LEAST_STEP, (int) Math.ceil(at[look - 1] * GROWTH));
        }
    }

    /** Replications of a candidate at a look, from 0 to {@link #COUNT} − 1. */
    int at(int look) {
        return at[look];
    }

    /** The share of the error that a look with {@code n} replications may spend. */
    double share(int n) {
        return n <= at[EARLY - 1] ? EARLY_SHARE / EARLY : (1 - EARLY_SHARE) / (COUNT - EARLY);
    }

    /** Replications at the look after that with {@code n}, or at the first for 0; 0 if there is none. */
    int after(int n) {
        for (int replications : at) {
            if (replications > n) {
                return replications;
            }
        }
        return 0;
    }
}
