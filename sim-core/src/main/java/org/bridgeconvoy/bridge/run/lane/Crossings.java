package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;

/**
 * Those who cross in one direction and are counted alike: its trucks, or the vehicles of one name. The lane tells it what happens to one of
 * them; it draws their speeds and breakdowns.
 */
abstract class Crossings {

    final LaneSide side;
    final RandomStream breakdowns;
    private final Draws speeds;

    Crossings(LaneSide side, Draws speeds, RandomStream breakdowns) {
        this.side = side;
        this.speeds = speeds;
        this.breakdowns = breakdowns;
    }

    /** The distribution of the speed of one in m/s. */
    abstract Distribution speed(RoadUser user, BridgeConfig bridge);

    /** Draws the speed of one that joins the queue. */
    final void drawSpeed(RoadUser user, BridgeConfig bridge) {
        user.joinedWith = speeds.next(speed(user, bridge));
        measure(user, bridge);
    }

    /** The free-flow time of one over the bridge. */
    static void measure(RoadUser user, BridgeConfig bridge) {
        user.nextNanos = Math.max(1, Nanos.delayOfSeconds(bridge.lengthMetres() / user.joinedWith));
    }

    /** One has joined the queue now. */
    abstract void joined(RoadUser user);

    /** One has entered the lane; {@code turned} if the one before it went the other way. {@link #reachedEntry} follows. */
    abstract void entered(RoadUser user, boolean turned, long now);

    /** The entry, as it stands in tables and as observers hear of it. */
    abstract void reachedEntry(RoadUser user, long now);

    /** One is about to leave the lane now, in an event of its own. */
    void leaves() {}

    /** One has left the lane. */
    abstract void left(RoadUser user, long now);

    /** Schedules the end of what one does on the lane. */
    abstract void scheduleEnd(RoadUser user, long time);

    /** One stops on the lane now, after {@code share} of the bridge. */
    abstract void stopped(RoadUser user, Breakdown breakdown, double share);

    /** One drives on now. */
    abstract void droveOn(RoadUser user, Breakdown breakdown);
}
