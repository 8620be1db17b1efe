package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;

/**
 * The lazy clock of the lane. Between events the lane changes only at known times: wake-ups (a headway is over, the hours begin, it is too
 * late to clear) and exits known from the entry. Nothing outside can notice such a change before a truck that it admits leaves the lane. So
 * the clock schedules no event per change but replays missed ones: {@link #caughtUp} comes before each read of the lane, and an event
 * forces a catch-up only where nothing else would cause one in time.
 */
final class LaneClock {

    /** What the clock lets the lane do at its own times. */
    interface Changes {

        /** Lets those leave who leave now without an exit event. Returns whether a truck or vehicle may have waited for that. */
        boolean leaveUnheard();

        /** Lets the control turn, or a truck enter. Returns whether either happened. */
        boolean turnOrEnter();

        /** The engine fired the event that forces a catch-up. */
        void awake();
    }

    private final Simulation sim;
    private final FastPaths fastPaths;
    private final LaneTraffic traffic;
    private final Changes changes;
    private final PartEvent wake;
    private boolean hasBreakdowns;

    /** The shortest headway of all trucks and vehicles. */
    private long headway;

    /** The next wake-up. */
    private long wakeAt = Long.MAX_VALUE;

    /** When the next truck or vehicle without an exit event leaves. */
    private long nextExit = Long.MAX_VALUE;

    private long wakeHandle;
    private long ringsAt = Long.MAX_VALUE;

    LaneClock(RunContext context, LaneTraffic traffic, Changes changes) {
        sim = context.sim();
        fastPaths = context.fastPaths();
        this.traffic = traffic;
        this.changes = changes;
        wake = new PartEvent(context.pass(), "the lane catches up", this::awake);
    }

    void apply(BridgeConfig config, long shortestHeadway) {
        hasBreakdowns = config.breakdowns() != null;
        headway = shortestHeadway;
    }

    /** The lane after all changes before the present instant; the pass of the instant handles a change at the instant itself. */
    LaneTraffic caughtUp() {
        long present = sim.now();
        if (nextChange() < present) {
            replay(present);
            setEvent();
        }
        traffic.now = present;
        return traffic;
    }

    private void replay(long present) {
        while (nextChange() < present) {
            long now = nextChange();
            traffic.now = now;
            boolean changed = wakeAt == now;
            if (nextExit == now) {
                changed |= changes.leaveUnheard();
            }
            while (changed) {
                // Everything that happened elsewhere at that instant came first.
                changed = changes.turnOrEnter();
            }
        }
    }

    /** Whether the lane changes at the present instant without an event. */
    boolean isChangeDue() {
        return nextChange() == sim.now();
    }

    boolean isExitDue() {
        return nextExit == traffic.now;
    }

    boolean isWakeUpDue() {
        return wakeAt == traffic.now;
    }

    /** When the lane changes next without an event. */
    private long nextChange() {
        return Math.min(wakeAt, nextExit);
    }

    void sleepUntil(long time) {
        wakeAt = time;
    }

    /** Whether the lane wakes up at some time. */
    boolean wakes() {
        return wakeAt < Long.MAX_VALUE;
    }

    /** A truck or vehicle will leave at {@code time} without an event, after all that were named before in its direction. */
    void expectExit(long time) {
        nextExit = Math.min(nextExit, time);
    }

    /** Sets when the next truck or vehicle without an exit event leaves; {@link Long#MAX_VALUE} if there is none. */
    void nextExitIs(long time) {
        nextExit = time;
    }

    /** Whether a truck or vehicle on the lane leaves at some time without an event of its own. */
    boolean isAnyoneLeaving() {
        return nextExit < Long.MAX_VALUE;
    }

    /** Schedules the event that forces a catch-up at the latest admissible time. Firing early is harmless. */
    void setEvent() {
        long change = nextChange();
        long latest = Math.min(latestFor(traffic.outbound, change), latestFor(traffic.inbound, change));
        if (latest >= ringsAt) {
            return;
        }
        ringsAt = latest;
        if (!sim.rescheduleAt(wakeHandle, latest)) {
            wakeHandle = sim.scheduleAt(latest, Priorities.WAKE, wake);
        }
    }

    /** Latest time at which a change must be replayed: a truck admitted at {@code change} exits no earlier than one crossing later. */
    private long latestFor(LaneSide side, long change) {
        if (!fastPaths.lane() || hasBreakdowns) {
            return change;
        }
        RoadUser first = side.queue.first();
        if (first == null || side.isAnyExitHeard() && headway > 0) {
            // No truck could enter, or another truck leaves earlier, by an event of its own.
            return Long.MAX_VALUE;
        }
        if (side.trucksWaiting == 0 && fastPaths.vehiclesLeaveUnheard()) {
            // Nothing outside the lane notices a vehicle that leaves unheard.
            return Long.MAX_VALUE;
        }
        return Math.max(change, Nanos.after(change, first.nextNanos) - 1);
    }

    private void awake() {
        wakeHandle = 0;
        ringsAt = Long.MAX_VALUE;
        changes.awake();
    }
}
