package org.bridgeconvoy.experiment.selection;

/** Where a candidate stands in the end. */
public enum Standing {
    /** The one that is named. */
    NAMED,
    /** It meets the constraints and cannot be told apart from the named one: it may be the best. */
    ALIKE,
    /** It may be the best if it meets the constraints, and whether it does is not known. */
    UNDECIDED,
    /** It is shown not to be the best, whether it meets the constraints or not: the named one is better. */
    NOT_BEST,
    /** It does not meet the constraints, or keeps one by less than its tolerance. */
    INFEASIBLE,
    /** A replication gave no number for its objective or a mean that is constrained, so it cannot be judged. */
    NO_DATA
}
