package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.calendar.Nanos;

/**
 * When those who have entered the lane leave it: after their crossing in free flow and their breakdown, but not before the headway behind
 * the one in front has passed. An exit is an event, or a change that the {@link LaneClock} replays.
 */
final class LaneExits {

    private static final long NEVER = LaneSide.NEVER;

    private final RunContext context;
    private final LaneTraffic traffic;
    private final LaneClock clock;
    private BridgeConfig config;

    LaneExits(RunContext context, LaneTraffic traffic, LaneClock clock, BridgeConfig config) {
        this.context = context;
        this.traffic = traffic;
        this.clock = clock;
        this.config = config;
    }

    void apply(BridgeConfig changed) {
        config = changed;
    }

    /** Works out when a truck or vehicle that enters now leaves, and lets it leave then. */
    void schedule(Crossings kind, RoadUser user) {
        LaneSide side = kind.side;
        long free = user.nextNanos;
        user.nextNanos = -1;
        Breakdowns rule = config.breakdowns();
        long standing = 0;
        if (rule != null && kind.breakdowns.nextDouble() < rule.probability()) {
            long stopAfter = (long) Math.floor(kind.breakdowns.nextDouble() * free + 0.5);
            standing = Nanos.delayOfSeconds(rule.repairSeconds().sample(kind.breakdowns));
            user.breakdown = new Breakdown(
                    config.lengthMetres() * stopAfter / free,
                    Nanos.after(Nanos.after(traffic.now, stopAfter), standing));
            kind.scheduleEnd(user, Nanos.after(traffic.now, stopAfter));
        }
        long exit = Nanos.after(Nanos.after(traffic.now, free), standing);
        if (side.lastExit != NEVER) {
            exit = Math.max(exit, Nanos.after(side.lastExit, user.headwayNanos(config.headwayNanos())));
        }
        side.lastExit = exit;
        user.dueNanos = exit;
        if (exit == Long.MAX_VALUE && user.breakdown == null) {
            user.handle = 0;
            context.endless(traffic.now);
        } else if (kind.leaveUnheard) {
            side.leaving.add(user);
            clock.expectExit(exit);
            kind.willLeave(user, exit);
        } else if (user.breakdown == null) {
            kind.scheduleEnd(user, exit);
        }
    }
}
