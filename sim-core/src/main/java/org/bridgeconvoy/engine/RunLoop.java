package org.bridgeconvoy.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Run loop: takes events from the future event list and fires them, one after the other. Every {@link #LOOK_EVERY} events it checks
 * whether the thread was interrupted and whether the clock still advances, so that these checks cost nothing per event.
 */
final class RunLoop {

    /** Number of events between two checks for interruption and a stuck clock: 1,024. */
    private static final int LOOK_EVERY = 1 << 10;

    private static final int LOOKS_PER_UPKEEP = EventList.UPKEEP_EVERY / LOOK_EVERY;

    /** Greatest depth of events fired from within each other; deeper ones wait until the outermost has returned. */
    private static final int MOST_NESTED = 250;

    /** Number of events at one instant from which an interruption no longer waits until the firing event has ended. */
    private static final int LONG_INSTANT = 100 * LOOK_EVERY;

    /** Greatest number of different events named in the error about a stuck clock. */
    private static final int MOST_NAMES = 5;

    /** Greatest number of events fired to find these names. */
    private static final int EVENTS_TO_NAME = 50;

    private final Simulation sim;

    /** First event to fire at the end of the instant. */
    private @Nullable Event instantEnd;

    private final ArrayDeque<Event> moreInstantEnds = new ArrayDeque<>(4);

    /** Last time at which events may fire in the present call of the loop. */
    private long limit = Long.MAX_VALUE;

    /** Number of events until the next check; less than 1 if it is due. */
    private int eventsLeft = LOOK_EVERY;

    /** Number of events that will have fired at the next check. */
    private long firedThen = LOOK_EVERY;

    private int looksLeft = LOOKS_PER_UPKEEP;
    private boolean running;
    private boolean stopped;
    private @Nullable EventFailure failure;

    private @Nullable EventListener listener;

    /** Say who still waits in a part of the model; empty if none does. */
    private final List<Supplier<String>> waiting = new ArrayList<>(0);

    private int nested;
    private int nestedLeft = LOOK_EVERY;

    /** Events nested too deep, to fire when the outermost event has returned. */
    private final ArrayDeque<Event> putOff = new ArrayDeque<>(4);

    /** Whether there is any. */
    private boolean isAnyPutOff;

    /** Time of the clock at the last check. */
    private long lookedAt = -1;

    /** Number of events fired at that time, counted by checks. */
    private long firedThere;

    private long mostAtOneInstant = 10_000_000;

    RunLoop(Simulation sim) {
        this.sim = sim;
    }

    void listen(@Nullable EventListener told) {
        listener = told;
    }

    void addWaiting(Supplier<String> part) {
        waiting.add(part);
    }

    List<String> stillWaiting() {
        return waiting.stream()
                .map(Supplier::get)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    void endInstantWith(Event event) {
        if (instantEnd == null) {
            instantEnd = event;
            letFire();
        } else {
            moreInstantEnds.add(event);
        }
    }

    boolean hasInstantEnd() {
        return instantEnd != null;
    }

    int instantEnds() {
        return instantEnd == null ? 0 : 1 + moreInstantEnds.size();
    }

    long fired() {
        return firedThen - eventsLeft;
    }

    boolean wasStopped() {
        return stopped;
    }

    @Nullable
    EventFailure firstFailure() {
        return failure;
    }

    void limitAtOneInstant(long most) {
        mostAtOneInstant = most;
    }

    void begin() {
        if (running) {
            throw new IllegalStateException("the simulation is already running (" + at() + ")");
        }
        stopped = false;
    }

    /** The time of the clock in a message. */
    String at() {
        return EventFailure.at(sim.now());
    }

    void stopRun() {
        if (running) {
            stopped = true;
            letFire();
        }
    }

    void fireUntil(long limitNanos) {
        enter(limitNanos);
        try {
            while (listener == null ? fireSome() : fireOne()) {
                if (eventsLeft <= 0) {
                    lookAround();
                }
            }
        } finally {
            running = false;
        }
    }

    /** Fires events until the next check is due; false if the run has ended before. */
    private boolean fireSome() {
        // A local, because the field would be read again for every event.
        Simulation run = sim;
        @Nullable Event event = null;
        try {
            do {
                event = run.poll();
                if (event == null && (event = nextInstantEnd()) == null) {
                    return false;
                }
                eventsLeft--;
                event.fire(run);
            } while (eventsLeft > 0);
            return true;
        } catch (RuntimeException | Error thrown) {
            locate(thrown, event);
            throw thrown;
        }
    }

    void fireWhile(BooleanSupplier goOn) {
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
        Event event = sim.poll();
        return event == null ? nextInstantEnd() : event;
    }

    private void fireLocated(Event event) {
        eventsLeft--;
        EventListener heard = listener;
        try {
            if (heard != null) {
                heard.fires(sim.now(), event);
            }
            event.fire(sim);
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

    /** Sets the limit of the list: nothing fires after a stop; only what is due now while events wait for the end of the instant. */
    private void letFire() {
        if (stopped) {
            sim.setLimit(-1);
        } else {
            sim.setLimit(instantEnd == null ? limit : sim.now());
        }
    }

    /** Takes the next event that waits for the end of the instant; null if none may fire. */
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
            EventFailure place = new EventFailure(sim.now(), event);
            thrown.addSuppressed(place);
            failure = failure == null ? place : failure;
        }
    }

    private void lookAround() {
        eventsLeft += LOOK_EVERY;
        firedThen += LOOK_EVERY;
        if (--looksLeft == 0) {
            looksLeft = LOOKS_PER_UPKEEP;
            sim.upkeep();
        }
        giveWay();
        countThere();
        if (firedThere > mostAtOneInstant) {
            throw stuck(namesOfNext());
        }
    }

    private void giveWay() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the simulation was interrupted (" + at() + ")");
        }
    }

    /** Counts the events that fire while the clock stands still. */
    private void countThere() {
        firedThere = lookedAt == sim.now() ? firedThere + LOOK_EVERY : 0;
        lookedAt = sim.now();
    }

    /** Names of the events that keep firing at this instant, found by firing up to {@link #EVENTS_TO_NAME} more. */
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
        // Starts a new count, should the run go on.
        lookedAt = -1;
        return new IllegalStateException("the clock does not move on: more than " + mostAtOneInstant
                + " events have fired at " + at() + ", the last of them: "
                + String.join("; ", names)
                + ". Is a delay or a gap always 0? If a crowd of this size is meant, raise the limit with"
                + " Simulation.limitAtOneInstant");
    }

    /** Fires an event from within another, or later at this instant if it is nested too deep. */
    void nest(Event event) {
        if (--nestedLeft <= 0) {
            lookAroundNested(event);
        }
        int around = nested;
        if (around == MOST_NESTED) {
            putOff.add(event);
            isAnyPutOff = true;
            return;
        }
        nested = around + 1;
        try {
            event.fire(sim);
            if (isAnyPutOff && around == 0) {
                firePutOff();
            }
        } finally {
            nested = around;
            if (isAnyPutOff && around == 0) {
                schedulePutOff();
            }
        }
    }

    private void lookAroundNested(Event event) {
        nestedLeft = LOOK_EVERY;
        countThere();
        if (firedThere > LONG_INSTANT) {
            // Below that, the firing event may end and the loop checks.
            giveWay();
        }
        if (firedThere - LONG_INSTANT > mostAtOneInstant) {
            throw stuck(Set.of(EventFailure.nameOf(event)));
        }
    }

    private void firePutOff() {
        while (!putOff.isEmpty()) {
            putOff.remove().fire(sim);
        }
        isAnyPutOff = false;
    }

    /** Schedules the events that were put off, after a failure: they fire at this instant if the run goes on. */
    private void schedulePutOff() {
        while (!putOff.isEmpty()) {
            sim.add(sim.now(), 0, Objects.requireNonNull(putOff.remove()));
        }
        isAnyPutOff = false;
    }
}
