package org.bridgeconvoy.bridge.control;

/** When a green ends while the other side waits. The answer depends only on the arguments. */
interface TurnRule {

    /** Whether the lane turns now; asked while there is a green and no convoy is entering from its side. */
    boolean isDue(LaneState lane, Greens greens);

    /**
     * The earliest time after now at which {@link #isDue} may change its answer without an event; {@code Long.MAX_VALUE}, as here, if there
     * is none.
     */
    default long nextChange(LaneState lane, Greens greens) {
        return Long.MAX_VALUE;
    }
}
