package org.bridgeconvoy.experiment;

/** What an interval of a difference says. */
public enum Verdict {
    /** The variant's mean is larger than the reference's: the whole interval is above 0. */
    LARGER,
    /** The variant's mean is smaller than the reference's: the whole interval is below 0. */
    SMALLER,
    /** The two agree in every single replication. */
    EQUAL,
    /** The interval holds 0, or there are fewer than two pairs: more replications are needed to tell. */
    UNDECIDED
}
