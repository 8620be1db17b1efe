package org.bridgeconvoy.experiment;

/** Which of several variants is the best one. */
public enum Goal {
    /** The one of the largest mean. */
    MAXIMUM,
    /** The one of the smallest mean. */
    MINIMUM
}
