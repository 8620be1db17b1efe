package org.bridgeconvoy.bridge.control;

/** How the end of a direction's hours applies to a truck that wants to enter shortly before. */
public enum LastEntry {
    /** Entry is allowed until the hours end. */
    ENTER,
    /** Entry is allowed only if the truck's free-flow crossing ends within the hours, their last instant included. */
    CLEAR
}
