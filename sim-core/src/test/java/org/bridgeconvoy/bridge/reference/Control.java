package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.control.Direction;

/** Who has the lane (section 5, "control is one of"). */
interface Control {

    /** Phase 7. True if something changed. */
    boolean turn(long now);

    /** Whether a direction has the lane for a crossing of this free-flow time. */
    boolean gives(Direction direction, long crossing, long now);

    /** Whether it can give the lane to a direction, whoever waits. */
    default boolean mayGive(Direction direction, long crossing, long now) {
        return gives(direction, crossing, now);
    }

    /** The next instant at which the clock may change what it gives. */
    long next(long now);

    /** A truck or vehicle has entered. */
    void entered(Direction direction);

    /** The world is another, the control's own rule is not. */
    void change(WorldNow world);
}
