package org.bridgeconvoy.bridge.control;

/** What the end of a direction's hours means for a truck that wants to enter shortly before. */
public enum LastEntry {
    /** Entry is allowed until the hours end. */
    ENTER,
    /** Entry is allowed only if the truck's free-flow crossing ends within the hours, their last instant included. */
    CLEAR
}
