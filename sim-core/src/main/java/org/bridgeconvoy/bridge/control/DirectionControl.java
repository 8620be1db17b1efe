package org.bridgeconvoy.bridge.control;

/**
 * Decides, during one run, to which direction the lane is given. The bridge keeps the safety rules (clearance, headway,
 * limits, closures, breakdowns) by itself: a control cannot break them.
 *
 * <p>Life of an instant: when something has changed at the bridge, the bridge calls {@link #decide}, then {@link #gives} for the first
 * truck of each queue. After each entry it calls {@link #entered} and begins again from {@code decide}. Between instants the bridge sleeps
 * until its own next change or {@link #nextChange}, whichever is earlier.
 *
 * <p>A control must depend only on the {@link LaneState} and its own memory. One instance belongs to one run and
 * is used by one thread.
 */
public interface DirectionControl {

    /**
     * May turn the lane or begin a green, given the present state. Called again until it changes nothing.
     *
     * @param lane the present state
     */
    void decide(LaneState lane);

    /**
     * Whether the lane is given to a direction now, for a truck that needs {@code crossingNanos} in free flow.
     *
     * @param lane the present state
     * @param direction the direction of the truck that would enter
     * @param crossingNanos its length divided by its speed
     * @return whether it may enter as far as the control is concerned
     */
    boolean gives(LaneState lane, Direction direction, long crossingNanos);

    /**
     * The earliest time after now at which {@link #decide} or {@link #gives} may change its answer without an event on the lane or in the
     * queues; {@code Long.MAX_VALUE} if there is none. Too early costs time, too late loses entries.
     *
     * @param lane the present state
     * @return after now
     */
    long nextChange(LaneState lane);

    /**
     * Whether time alone decides, so that the bridge need not ask the control while the queues are empty. A control that remembers what it saw (a
     * green that begins, a queue that was empty) must return false, the default.
     *
     * @return false unless overridden
     */
    default boolean followsClockOnly() {
        return false;
    }

    /**
     * A truck has entered.
     *
     * @param lane the present state, with the truck on it
     * @param direction the truck's direction
     */
    default void entered(LaneState lane, Direction direction) {}
}
