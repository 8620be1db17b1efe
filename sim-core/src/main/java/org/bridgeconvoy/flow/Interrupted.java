package org.bridgeconvoy.flow;

/** What becomes of a delay under way when the entity loses a unit to another one, or when its resource fails. */
public enum Interrupted {
    /** The delay goes on where it was interrupted: preemptive resume. */
    RESUME,

    /** The delay begins again with the length that was drawn for it: preemptive repeat, identical. */
    RESTART,

    /** The delay begins again with a length that is drawn anew: preemptive repeat, different. */
    REDRAW
}
