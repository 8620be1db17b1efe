package org.bridgeconvoy.experiment;

/** Where a variant stands in the comparison with the best; see {@link Comparison#withBest(Goal)}. */
public enum Standing {
    /** It is the best, or exactly equal to the others that are. */
    BEST,
    /** It may be the best: no other variant is shown to be better, and others may be the best too. */
    MAY_BE_BEST,
    /** It is not the best: another variant is shown to be better. */
    NOT_BEST,
    /** Nothing can be said: a difference has fewer than two pairs. */
    UNDECIDED
}
