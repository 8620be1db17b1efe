package org.bridgeconvoy.bridge.control;

/**
 * What a {@link DirectionControl} may look at: the lane and the two queues before it, at the present instant. Vehicles of the through
 * traffic count as trucks do. All times are nanoseconds on the simulation clock.
 */
public interface LaneState {

    /**
     * The present time.
     *
     * @return nanoseconds since the start
     */
    long now();

    /**
     * Whether each direction has a lane of its own.
     *
     * @return false if both directions share one
     */
    boolean twoLanes();

    /**
     * Trucks, released by their convoy, and vehicles that wait to enter in a direction. A queue whose first is heavier than the bridge
     * bears (a truck that was loaded before a change lowered the limit) counts as empty, unless the control follows the clock only.
     *
     * @param direction which
     * @return at least 0
     */
    int queueLength(Direction direction);

    /**
     * Start of the present queue: since when a direction has had a vehicle waiting without a break; {@code Long.MAX_VALUE} if its queue is empty. A first vehicle
     * that was too heavy counts as waiting from the instant at which the limit lets it enter.
     *
     * @param direction which
     * @return since when
     */
    long waitingSince(Direction direction);

    /**
     * Free-flow crossing time of the first in a direction's queue; 0 if the queue is empty.
     *
     * @param direction which
     * @return length divided by the speed drawn for it
     */
    long firstCrossingNanos(Direction direction);

    /**
     * Whether the first in a direction's queue is a truck of a convoy with the rule {@code exclusive} of which a truck has
     * entered already, so that the lane ought not to turn before the rest has entered.
     *
     * @param direction which
     * @return false without such a rule
     */
    boolean isConvoyEntering(Direction direction);

    /**
     * Trucks and vehicles of a direction on the lane.
     *
     * @param direction which
     * @return at least 0
     */
    int trucksOnLane(Direction direction);

    /**
     * Whether no truck or vehicle of either direction is on the bridge.
     *
     * @return true if no truck or vehicle is on it
     */
    boolean isEmpty();

    /**
     * When the bridge last became empty; {@code Long.MIN_VALUE} if no vehicle has crossed yet. Ask only while the bridge is empty.
     *
     * @return when
     */
    long emptiedAt();

    /**
     * The last entry in a direction; {@code Long.MIN_VALUE} if there was none.
     *
     * @param direction which
     * @return when
     */
    long lastEntry(Direction direction);

    /**
     * The least time between the lane's becoming empty and an entry in the other direction.
     *
     * @return at least 0
     */
    long clearanceNanos();

    /**
     * The least time between two entries in the same direction, of trucks and of vehicles without a headway of their own.
     *
     * @return at least 0
     */
    long headwayNanos();

    /**
     * Whether a closure of the bridge is in force.
     *
     * @return true while no truck or vehicle may enter because of it
     */
    boolean isClosed();
}
