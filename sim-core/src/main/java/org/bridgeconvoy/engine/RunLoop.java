package org.bridgeconvoy.engine;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fires events, one after the other: the layer of {@link Simulation} above its list of events. Every {@link #LOOK_EVERY} events it
 * looks whether the thread was interrupted and whether the clock still moves on; what costs time per event must not stand here.
 */
class RunLoop extends EventList {

    /** The loop looks around every so many events. */
    private static final int LOOK_EVERY = 1 << 10;

    private static final int LOOKS_PER_UPKEEP = UPKEEP_EVERY / LOOK_EVERY;

    /** An event fired from within another one counts as nested; deeper than this it waits until those around it have returned. */
    private static final int MOST_NESTED = 250;

    /** When more events than this have fired at one instant, an interruption does not wait for the event that is firing. */
    private static final int LONG_INSTANT = 100 * LOOK_EVERY;

    /** How many different events are named when the clock does not move on. */
    private static final int MOST_NAMES = 5;

    /** How many events are fired to find these names. */
    private static final int EVENTS_TO_NAME = 50;

    /** What fires at the end of the instant: the first, and any others behind it. */
    private @Nullable Event instantEnd;

    private final ArrayDeque<Event> moreInstantEnds = new ArrayDeque<>(4);

    /** The last time at which events may fire in this run of the loop. */
    private long limit = Long.MAX_VALUE;

    /** How many more events fire until the loop looks around; less than 1 if that is due. */
    private int eventsLeft = LOOK_EVERY;

    /** How many will have fired then. */
    private long firedThen = LOOK_EVERY;

    private int looksLeft = LOOKS_PER_UPKEEP;
    private boolean running;
    private boolean stopped;
    private @Nullable EventFailure failure;

    private int nested;
    private int nestedLeft = LOOK_EVERY;

    /** Events that were nested too deep; they fire when the outermost has returned. */
    private final ArrayDeque<Event> putOff = new ArrayDeque<>(4);

    /** Where the clock stood at the last look. */
    private long lookedAt = -1;

    /** How many events have fired there since the first look. */
    private long firedThere;

    private long mostAtOneInstant = 10_000_000;

    RunLoop() {}

    final void endInstantWith(Event event) {
        if (instantEnd == null) {
            instantEnd = event;
            letFire();
        } else {
            moreInstantEnds.add(event);
        }
    }

    final boolean hasInstantEnd() {
        return instantEnd != null;
    }

    final int instantEnds() {
        return instantEnd == null ? 0 : 1 + moreInstantEnds.size();
    }

    final long fired() {
        return firedThen - eventsLeft;
    }

    final boolean wasStopped() {
        return stopped;
    }

    final @Nullable EventFailure firstFailure() {
        return failure;
    }

    final void mostAtOneInstant(long events) {
        mostAtOneInstant = events;
    }

    final void begin() {
        if (running) {
            throw new IllegalStateException("the simulation is already running (t=" + now() + " ns)");
        }
        stopped = false;
    }

    final void stopRun() {
        if (running) {
            stopped = true;
            letFire();
        }
    }

    final void fireUntil(long limitNanos) {
        enter(limitNanos);
        try {
            while (fireSome()) {
                lookAround();
            }
        } finally {
            running = false;
        }
    }

    /** Fires events until the loop is to look around; false if the run has come to its end before. */
    private boolean fireSome() {
        @Nullable Event event = null;
        try {
            do {
                event = poll();
                if (event == null && (event = nextInstantEnd()) == null) {
                    return false;
                }
                eventsLeft--;
                event.fire((Simulation) this);
            } while (eventsLeft > 0);
            return true;
        } catch (RuntimeException | Error thrown) {
            locate(thrown, event);
            throw thrown;
        }
    }

    final void fireWhile(BooleanSupplier goOn) {
        enter(Long.MAX_VALUE);
        try {
            while (fireOne()) {
                if (eventsLeft <= 0) {
                    lookAround();
                }
                if (!goOn.getAsBoolean()) {
                    return;
                }
            }
        } finally {
            running = false;
        }
    }

    private boolean fireOne() {
        Event event = nextToFire();
        if (event == null) {
            return false;
        }
        fireLocated(event);
        return true;
    }

    private @Nullable Event nextToFire() {
        Event event = poll();
        return event == null ? nextInstantEnd() : event;
    }

    private void fireLocated(Event event) {
        eventsLeft--;
        try {
            event.fire((Simulation) this);
        } catch (RuntimeException | Error thrown) {
            locate(thrown, event);
            throw thrown;
        }
    }

    private void enter(long limitNanos) {
        running = true;
        limit = limitNanos;
        letFire();
    }

    /** Tells the list what may fire: nothing after a stop, what is due now before the end of an instant, what is due until the limit. */
    private void letFire() {
        if (stopped) {
            setLimit(-1);
        } else {
            setLimit(instantEnd == null ? limit : now());
        }
    }

    /** What is to fire when nothing more is due now. */
    private @Nullable Event nextInstantEnd() {
        Event end = instantEnd;
        if (stopped || end == null) {
            return null;
        }
        instantEnd = moreInstantEnds.poll();
        letFire();
        return end;
    }

    private void locate(Throwable thrown, @Nullable Event event) {
        if (event != null) {
            EventFailure place = new EventFailure(now(), event);
            thrown.addSuppressed(place);
            failure = failure == null ? place : failure;
        }
    }

    private void lookAround() {
        eventsLeft += LOOK_EVERY;
        firedThen += LOOK_EVERY;
        if (--looksLeft == 0) {
            looksLeft = LOOKS_PER_UPKEEP;
            upkeep();
        }
        giveWay();
        countThere();
        if (firedThere > mostAtOneInstant) {
            throw stuck(namesOfNext());
        }
    }

    private void giveWay() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the simulation was interrupted (t=" + now() / 1e9 + " s)");
        }
    }

    /** Counts events that fire without the clock moving on. */
    private void countThere() {
        firedThere = lookedAt == now() ? firedThere + LOOK_EVERY : 0;
        lookedAt = now();
    }

    /** What keeps firing at this instant, found by letting it fire a little longer. */
    private Set<String> namesOfNext() {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < EVENTS_TO_NAME && names.size() < MOST_NAMES; i++) {
            Event event = nextToFire();
            if (event == null) {
                break;
            }
            names.add(EventFailure.nameOf(event));
            fireLocated(event);
        }
        return names;
    }

    private IllegalStateException stuck(Set<String> names) {
        // Counted anew if the run goes on.
        lookedAt = -1;
        return new IllegalStateException("the clock does not move on: more than " + mostAtOneInstant
                + " events have fired at t=" + now() / 1e9 + " s, the last of them: " + String.join("; ", names)
                + ". Is a delay or a gap always 0? If a crowd of this size is meant, raise the limit with"
                + " Simulation.limitAtOneInstant");
    }

    /** Fires an event from within another, or later at this instant if it is nested too deep. */
    final void nest(Event event) {
        if (--nestedLeft <= 0) {
            lookAroundNested(event);
        }
        if (nested == MOST_NESTED) {
            putOff.add(event);
            return;
        }
        nested++;
        try {
            event.fire((Simulation) this);
            if (nested == 1 && !putOff.isEmpty()) {
                firePutOff();
            }
        } finally {
            nested--;
            if (nested == 0 && !putOff.isEmpty()) {
                schedulePutOff();
            }
        }
    }

    private void lookAroundNested(Event event) {
        nestedLeft = LOOK_EVERY;
        countThere();
        if (firedThere > LONG_INSTANT) {
            // Otherwise the event around it is left to end, and the loop looks around.
            giveWay();
        }
        if (firedThere - LONG_INSTANT > mostAtOneInstant) {
            throw stuck(Set.of(EventFailure.nameOf(event)));
        }
    }

    private void firePutOff() {
        while (!putOff.isEmpty()) {
            putOff.remove().fire((Simulation) this);
        }
    }

    /** After a failure: what was put off fires at this instant if the run goes on. */
    private void schedulePutOff() {
        while (!putOff.isEmpty()) {
            add(now(), 0, Objects.requireNonNull(putOff.remove()));
        }
    }
}
