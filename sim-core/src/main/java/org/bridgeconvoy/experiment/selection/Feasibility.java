package org.bridgeconvoy.experiment.selection;

/** What is known of a candidate and its constraints. */
public enum Feasibility {
    /** It meets the bound, or misses it by no more than the tolerance. */
    MET,
    /** It does not meet the bound, or keeps it by less than the tolerance. */
    NOT_MET,
    /** Neither has been shown. */
    UNDECIDED
}
