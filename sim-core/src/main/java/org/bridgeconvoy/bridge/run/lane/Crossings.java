package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;

/**
 * Trucks or vehicles that cross in one direction and are counted together: all trucks, or the vehicles of one name. The lane reports to
 * this object what happens to each; the object draws their speeds and breakdowns.
 */
abstract class Crossings {

    final LaneSide side;
    final RandomStream breakdowns;
    private final Draws speeds;

    /** Speed, length of the bridge and free-flow time of the one that joined last. */
    private double lastSpeed;

    private double lastLength;
    private long lastNanos;

    /** Whether they leave without an event of their own. */
    boolean leaveUnheard;

    Crossings(LaneSide side, Draws speeds, RandomStream breakdowns) {
        this.side = side;
        this.speeds = speeds;
        this.breakdowns = breakdowns;
    }

    /** The distribution of a truck's or vehicle's speed in m/s. */
    abstract Distribution speed(RoadUser user, BridgeConfig bridge);

    /** Draws the speed of a truck or vehicle that joins the queue. */
    final void drawSpeed(RoadUser user, BridgeConfig bridge) {
        user.joinedWith = speeds.next(speed(user, bridge));
        if (user.joinedWith == lastSpeed && bridge.lengthMetres() == lastLength) {
            // Spares a division: speeds are often all alike.
            user.nextNanos = lastNanos;
            return;
        }
        measure(user, bridge);
        lastSpeed = user.joinedWith;
        lastLength = bridge.lengthMetres();
        lastNanos = user.nextNanos;
    }

    /** Computes the free-flow time of a truck or vehicle over the bridge. */
    static void measure(RoadUser user, BridgeConfig bridge) {
        user.nextNanos = Math.max(1, Nanos.delayOfSeconds(bridge.lengthMetres() / user.joinedWith));
    }

    /** A truck or vehicle has joined the queue now. */
    abstract void joined(RoadUser user);

    /** A truck or vehicle has entered the lane; {@code turned} if a single lane last served the other direction. {@link #reachedEntry} follows. */
    abstract void entered(RoadUser user, boolean turned, long now);

    /** Writes the entry to the tables and tells observers. */
    abstract void reachedEntry(RoadUser user, long now);

    /** A truck or vehicle is about to leave the lane now, in an event of its own. */
    void leaves() {}

    /** A truck or vehicle that has entered will leave at a time without an event of its own. */
    void willLeave(RoadUser user, long time) {}

    /** A truck or vehicle is about to leave the lane at {@code now}, which may be past, without an event of its own. */
    void leavesUnheard(long now) {}

    /** A truck or vehicle has left the lane. */
    abstract void left(RoadUser user, long now);

    /** Schedules the end of an activity on the lane. */
    abstract void scheduleEnd(RoadUser user, long time);

    /** A truck or vehicle stops on the lane now, after {@code share} of the bridge. */
    abstract void stopped(RoadUser user, Breakdown breakdown, double share);

    /** A truck or vehicle drives on now. */
    abstract void droveOn(RoadUser user, Breakdown breakdown);
}
