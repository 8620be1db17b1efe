package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Event;
import org.jspecify.annotations.Nullable;

/** Where trucks of one direction wait until their convoy is released. */
final class ConvoyYard extends Place {

    private final BridgeRun run;
    private final LaneSide bridge;
    private final TruckState waiting;
    private final TruckQueue queue = new TruckQueue();
    private final Event departure = sim -> departed();
    private final Event wake = sim -> due();

    /** How far the clock on which departures are read is ahead of the simulation's. */
    private final long aheadNanos;

    private @Nullable ConvoyRule rule;
    private long departureHandle;
    private long wakeHandle;
    private long wakeAt = Long.MAX_VALUE;

    /** The instant of the last departure; who waits at that instant, in whichever pass, leaves with its convoy. */
    private long departedAt = Long.MIN_VALUE;

    private int departing;

    private int convoys;

    /** The yard before one side of the bridge. */
    ConvoyYard(BridgeRun run, LaneSide bridge, long aheadNanos) {
        this.run = run;
        this.bridge = bridge;
        this.aheadNanos = aheadNanos;
        waiting = bridge.direction == Direction.OUTBOUND ? TruckState.OUTBOUND_CONVOY : TruckState.RETURN_CONVOY;
    }

    /** Takes on a rule; null lets everyone go at once. */
    void apply(@Nullable ConvoyRule changed) {
        rule = changed;
        run.sim().cancel(departureHandle);
        departureHandle = 0;
        scheduleDeparture(run.now() - 1);
        run.yardChanged();
    }

    boolean isExclusive() {
        return rule != null && rule.exclusive();
    }

    int queueLength() {
        return queue.length();
    }

    /** Trucks of a convoy that leaves by its size; {@code Integer.MAX_VALUE} if none does. */
    int size() {
        return rule == null ? 1 : rule.size();
    }

    long lastJoinedAt() {
        return queue.lastJoinedAt();
    }

    /** Whether those that wait leave at some time if a number of trucks comes, and no more. */
    boolean releasesAfter(int coming) {
        ConvoyRule r = rule;
        return r == null
                || !r.departures().isEmpty()
                || r.maxWaitNanos() < Long.MAX_VALUE
                || queue.length() + coming >= r.size();
    }

    /** Without a rule a truck passes straight to the bridge queue. */
    @Override
    void arrive(Truck truck) {
        if (rule == null) {
            truck.convoy = 0;
            bridge.arrive(truck);
            return;
        }
        truck.joinedAt = run.now();
        queue.add(truck);
        run.states().enter(waiting);
        run.yardChanged();
    }

    /** Phase 6: releases the convoys that are due. */
    void release() {
        if (queue.length() == 0) {
            return;
        }
        ConvoyRule r = rule;
        if (r == null) {
            releaseFirst(queue.length(), 0);
            return;
        }
        while (queue.length() >= r.size()) {
            releaseFirst(r.size(), ++convoys);
        }
        Truck first = queue.first();
        if (first == null) {
            return;
        }
        if (departedAt == run.now()) {
            releaseFirst(queue.length(), departing);
        } else if (run.now() - first.joinedAt >= r.maxWaitNanos()) {
            releaseFirst(queue.length(), ++convoys);
        } else if (r.maxWaitNanos() < Long.MAX_VALUE) {
            wakeAt(Nanos.after(first.joinedAt, r.maxWaitNanos()));
        }
    }

    private void releaseFirst(int trucks, int convoy) {
        run.observers().convoyReleased(bridge.direction, trucks);
        for (int i = 0; i < trucks; i++) {
            Truck truck = queue.poll();
            truck.convoy = convoy;
            run.states().leave(waiting);
            bridge.arrive(truck);
        }
    }

    private void wakeAt(long time) {
        if (wakeAt == time) {
            return;
        }
        run.sim().cancel(wakeHandle);
        wakeAt = time;
        wakeHandle = run.sim().scheduleAt(time, Priorities.WAKE, wake);
    }

    private void due() {
        wakeHandle = 0;
        wakeAt = Long.MAX_VALUE;
        run.yardChanged();
        run.settle();
    }

    private void departed() {
        departedAt = run.now();
        departing = ++convoys;
        scheduleDeparture(run.now());
        run.yardChanged();
        run.settle();
    }

    /** Schedules the first departure after a time. */
    private void scheduleDeparture(long after) {
        if (rule == null || rule.departures().isEmpty()) {
            return;
        }
        long midnight = Math.floorDiv(after + aheadNanos, Nanos.DAY) * Nanos.DAY - aheadNanos;
        long next = Long.MAX_VALUE;
        for (long day = midnight; next == Long.MAX_VALUE; day += Nanos.DAY) {
            for (long at : rule.departures()) {
                if (day + at > after) {
                    next = Math.min(next, day + at);
                }
            }
        }
        departureHandle = run.sim().scheduleAt(next, Priorities.WAKE, departure);
    }
}
