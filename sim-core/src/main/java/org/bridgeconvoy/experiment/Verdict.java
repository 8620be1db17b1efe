package org.bridgeconvoy.experiment;

/**
 * What the paired differences of a variant from a reference say. Every statement about a difference, in text, files, pages and
 * charts, is one of these, and {@link #of} alone decides which.
 */
public enum Verdict {
    /** The variant's mean is larger than the reference's: the whole interval is above 0. */
    LARGER,
    /** The variant's mean is smaller than the reference's: the whole interval is below 0. */
    SMALLER,
    /**
     * The two agree in every single replication, but for the rounding of sums; or, where a least difference that matters is given, the
     * whole interval lies within ± that.
     */
    EQUAL,
    /** The interval holds 0, or there are fewer than two pairs: more replications are needed to tell. */
    UNDECIDED;

    /**
     * The verdict on paired differences.
     *
     * @param differences variant minus reference over the replications, those that are only rounding set to 0
     * @param halfWidth half-width of the interval that decides; 0 for differences without spread
     * @param matters least difference that matters; 0 if every difference does
     * @return {@link #UNDECIDED} below two differences
     */
    static Verdict of(Estimate differences, double halfWidth, double matters) {
        if (differences.n() < 2) {
            return UNDECIDED;
        }
        boolean isSame = differences.min() == 0 && differences.max() == 0;
        if (isSame || Math.abs(differences.mean()) + halfWidth <= matters) {
            return EQUAL;
        }
        if (differences.mean() - halfWidth > 0) {
            return LARGER;
        }
        return differences.mean() + halfWidth < 0 ? SMALLER : UNDECIDED;
    }
}
