package org.bridgeconvoy.experiment.selection;

/**
 * After how many replications data are looked at: each time after a quarter more than before, and at least three more.
 *
 * <p>The number of looks is fixed, so that the error can be shared out in equal parts (Bonferroni). Finer looks stop sooner and leave less error to each;
 * from 1.15 to 1.4 as the factor the sum of both changes by less than 3%.
 */
final class Looks {

    static final int COUNT = 40;

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
}
