package org.bridgeconvoy.bridge.control;

/**
 * What a {@link DirectionControl} may look at: the lane and the two queues before it, at the present instant. All times
 * are nanoseconds on the simulation clock.
 */
public interface LaneState {

    /** The present time. */
    long now();

    /** Whether each direction has a lane of its own. */
    boolean twoLanes();

    /** Trucks waiting to enter in a direction, released by their convoy. */
    int queueLength(Direction direction);

    /**
     * Since when someone has been waiting in a direction without a break; {@code Long.MAX_VALUE} if nobody waits.
     */
    long waitingSince(Direction direction);

    /** Free-flow crossing time of the first in a direction's queue; 0 if nobody waits. */
    long firstCrossingNanos(Direction direction);

    /**
     * Whether the first in a direction's queue belongs to a convoy with the rule {@code exclusive} of which a truck has
     * entered already, so that the lane ought not to turn before the rest has entered.
     */
    boolean isConvoyEntering(Direction direction);

    /** Trucks of a direction on the lane. */
    int trucksOnLane(Direction direction);

    /** Whether no truck of either direction is on the bridge. */
    boolean isEmpty();

    /** When the bridge last became empty; {@code Long.MIN_VALUE} if nobody has crossed yet; only if it is empty now. */
    long emptiedAt();

    /** The last entry in a direction; {@code Long.MIN_VALUE} if there was none. */
    long lastEntry(Direction direction);

    /** The least time between the lane's becoming empty and an entry in the other direction. */
    long clearanceNanos();

    /** The least time between two entries in the same direction. */
    long headwayNanos();

    /** Whether a closure of the bridge is in force. */
    boolean isClosed();
}
