package org.bridgeconvoy.bridge.run.trip;

import java.util.Locale;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.context.TruckQueue;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/** The yard where trucks of one direction wait until their convoy is released. */
public final class ConvoyYard extends Step {

    private final RunContext context;
    private final Phase convoys;
    private final Direction direction;
    private final Step bridge;
    private final TruckState waiting;
    private final TruckQueue queue = new TruckQueue();
    private final PartEvent departure;
    private final PartEvent wake;

    /** The clock that times departures. */
    private final LocalClock clock;

    private @Nullable ConvoyRule rule;
    private long departureHandle;
    private long wakeHandle;
    private long wakeAt = Long.MAX_VALUE;

    /** The instant of the last departure; a truck that joins at that instant, in whichever pass, leaves with that convoy. */
    private long departedAt = Long.MIN_VALUE;

    private int departing;

    private int released;

    /** The yard before one side of the bridge; its phase is the release of convoys. */
    public ConvoyYard(RunContext context, Phase convoys, Direction direction, Step bridge, LocalClock clock) {
        this.context = context;
        this.convoys = convoys;
        this.direction = direction;
        this.bridge = bridge;
        this.clock = clock;
        String name = "the yard before the bridge, " + direction.name().toLowerCase(Locale.ROOT) + ", ";
        departure = new PartEvent(context.pass(), name + "releases its convoy by the timetable", this::departed);
        wake = new PartEvent(context.pass(), name + "looks again", this::due);
        waiting = direction == Direction.OUTBOUND ? TruckState.OUTBOUND_CONVOY : TruckState.RETURN_CONVOY;
    }

    /** Takes on a rule; null lets every truck go at once. */
    public void apply(@Nullable ConvoyRule changed) {
        rule = changed;
        context.sim().cancel(departureHandle);
        departureHandle = 0;
        scheduleDeparture(context.now() - 1);
        convoys.ask();
    }

    /** Trucks waiting. */
    public int queueLength() {
        return queue.length();
    }

    /** Trucks of a convoy that leaves by its size; {@code Integer.MAX_VALUE} if none does. */
    public int size() {
        return rule == null ? 1 : rule.size();
    }

    /** When the last waiting truck joined; 0 if none waits. */
    public long lastJoinedAt() {
        return queue.lastJoinedAt();
    }

    /** Whether the waiting trucks leave at some time if {@code coming} more trucks arrive, and no others. */
    public boolean releasesAfter(int coming) {
        ConvoyRule r = rule;
        return r == null
                || !r.departures().isEmpty()
                || r.maxWaitNanos() < Long.MAX_VALUE
                || queue.length() + coming >= r.size();
    }

    /** Without a rule a truck passes straight to the bridge queue. */
    @Override
    public void arrive(Truck truck) {
        if (rule == null) {
            truck.convoy = 0;
            bridge.arrive(truck);
            return;
        }
        truck.joinedAt = context.now();
        queue.add(truck);
        context.states().enter(waiting);
        convoys.ask();
    }

    /** Phase 6: releases the convoys that are due. */
    public void release() {
        if (queue.length() == 0) {
            return;
        }
        ConvoyRule r = rule;
        if (r == null) {
            releaseFirst(queue.length(), 0);
            return;
        }
        while (queue.length() >= r.size()) {
            releaseFirst(r.size(), ++released);
        }
        Truck first = queue.first();
        if (first == null) {
            return;
        }
        if (departedAt == context.now()) {
            releaseFirst(queue.length(), departing);
        } else if (context.now() - first.joinedAt >= r.maxWaitNanos()) {
            releaseFirst(queue.length(), ++released);
        } else if (r.maxWaitNanos() < Long.MAX_VALUE) {
            wakeAt(Nanos.after(first.joinedAt, r.maxWaitNanos()));
        }
    }

    private void releaseFirst(int trucks, int convoy) {
        context.observers().convoyReleased(direction, trucks);
        for (int i = 0; i < trucks; i++) {
            Truck truck = queue.poll();
            truck.convoy = convoy;
            context.states().leave(waiting);
            bridge.arrive(truck);
        }
    }

    private void wakeAt(long time) {
        if (wakeAt == time) {
            return;
        }
        context.sim().cancel(wakeHandle);
        wakeAt = time;
        wakeHandle = context.sim().scheduleAt(time, Priorities.WAKE, wake);
    }

    private void due() {
        wakeHandle = 0;
        wakeAt = Long.MAX_VALUE;
        convoys.ask();
    }

    private void departed() {
        departedAt = context.now();
        departing = ++released;
        scheduleDeparture(context.now());
        convoys.ask();
    }

    /** Schedules the first departure after a time. A departure time that the local clock skips does not take place that day. */
    private void scheduleDeparture(long after) {
        if (rule == null || rule.departures().isEmpty()) {
            return;
        }
        long midnight = Math.floorDiv(after + clock.aheadNanos(after), Nanos.DAY) * Nanos.DAY;
        long next = Long.MAX_VALUE;
        // A clock that has just gone back may still show the previous date.
        for (long day = midnight - Nanos.DAY; next == Long.MAX_VALUE; day += Nanos.DAY) {
            for (long at : rule.departures()) {
                long time = clock.firstShowing(day + at);
                if (time > after && clock.shows(day + at)) {
                    next = Math.min(next, time);
                }
            }
        }
        departureHandle = context.sim().scheduleAt(next, Priorities.WAKE, departure);
    }
}
