package org.bridgeconvoy.engine;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run: a clock, the future event list and the loop that fires its events.
 *
 * <p>The clock starts at 0, counts nanoseconds and never goes back. Pending events fire in the order of their time; at equal
 * times the higher priority is first, and at equal priorities the one scheduled first, so a run is one exact sequence. The
 * priority of an event is 0 unless given.
 *
 * <p>Scheduling returns a handle by which a pending event can be cancelled, moved or looked up. A handle is inert, and stays so,
 * once its event has fired or was cancelled. It is never 0, so 0 can stand for "none"; 0 itself is always inert. (A handle names
 * a slot and its generation. Generations repeat after 4,294,967,295 uses of a slot; a handle kept that long comes alive again.)
 *
 * <p>A run ends early, with an exception, in three cases. An exception that an event throws is passed on, with an {@link EventFailure}
 * that says where. If the thread is interrupted, {@link java.util.concurrent.CancellationException} follows within some thousand events; the
 * thread stays interrupted. If the clock does not move on though more than 10 million events have fired at one instant, {@link
 * IllegalStateException} names what keeps firing ({@link #limitAtOneInstant}). What is pending stays so, and the run can go on.
 *
 * <p>Not supported: several threads in one run, real time, going back. There is no static state: as many simulations as wanted
 * run side by side in one JVM, each on one thread.
 */
public final class Simulation extends EventList {
    private final RunLoop loop = new RunLoop(this);

    /** Creates a run at time 0 without pending events. */
    public Simulation() {}

    /**
     * The simulated time.
     *
     * @return nanoseconds since the start of the run, at least 0
     */
    @Override
    public long now() {
        return super.now();
    }

    /**
     * Schedules an event at priority 0.
     *
     * @param delayNanos from now until the event fires; 0 means now, after what is already scheduled for now at priority 0
     * @param event what happens then
     * @return its handle, never 0
     * @throws IllegalArgumentException if the delay is negative or reaches beyond {@link Long#MAX_VALUE}
     */
    public long schedule(long delayNanos, Event event) {
        Objects.requireNonNull(event, "event");
        if (isSoonAfter(delayNanos)) {
            return addSoon(now() + delayNanos, event);
        }
        return add(timeAfter(delayNanos), 0, event);
    }

    /**
     * Schedules an event.
     *
     * @param delayNanos from now until the event fires; 0 means now
     * @param priority at equal times the higher one is first; any int
     * @param event what happens then
     * @return its handle, never 0
     * @throws IllegalArgumentException if the delay is negative or reaches beyond {@link Long#MAX_VALUE}
     */
    public long schedule(long delayNanos, int priority, Event event) {
        return add(timeAfter(delayNanos), priority, Objects.requireNonNull(event, "event"));
    }

    /**
     * Schedules an event at priority 0 and a given time.
     *
     * @param timeNanos when it fires, not before {@link #now()}
     * @param event what happens then
     * @return its handle, never 0
     * @throws IllegalArgumentException if the time is before now
     */
    public long scheduleAt(long timeNanos, Event event) {
        Objects.requireNonNull(event, "event");
        if (isSoon(timeNanos)) {
            return addSoon(timeNanos, event);
        }
        return add(notBeforeNow(timeNanos), 0, event);
    }

    /**
     * Schedules an event at a given time.
     *
     * @param timeNanos when it fires, not before {@link #now()}
     * @param priority at equal times the higher one is first; any int
     * @param event what happens then
     * @return its handle, never 0
     * @throws IllegalArgumentException if the time is before now
     */
    public long scheduleAt(long timeNanos, int priority, Event event) {
        return add(notBeforeNow(timeNanos), priority, Objects.requireNonNull(event, "event"));
    }

    /**
     * Lets an event fire at the end of the present instant: after everything that is due now, whatever its priority, also what is
     * scheduled for now in the meantime, and before the clock moves on. Several fire in the order of the calls. Cheaper than
     * scheduling at delay 0 with the lowest priority, for a model that looks at an instant as a whole. It cannot be cancelled.
     *
     * @param event what happens then; it may schedule for now or call this again
     */
    public void atEndOfInstant(Event event) {
        Objects.requireNonNull(event, "event");
        loop.endInstantWith(event);
    }

    /**
     * Fires an event at once, from within the one that is firing, or from outside a run at the present time. Calls that are nested
     * more than 250 deep are put off: such an event fires when those around it have returned, in the order of the calls, still
     * at this instant and before anything that is scheduled for it. So a chain of events that cause each other while no time
     * passes does not overflow the stack, however long it is. An exception passes through to the caller.
     *
     * @param event what happens now
     * @throws IllegalStateException if the clock does not move on, see {@link #limitAtOneInstant}
     */
    public void fireNow(Event event) {
        loop.nest(Objects.requireNonNull(event, "event"));
    }

    /**
     * Changes how many events may fire at one instant, those of {@link #fireNow} included, before the run ends with an error
     * that names them: 10 million unless changed. It is counted in thousands. A model with a delay that is always 0 by mistake
     * would otherwise run for ever.
     *
     * @param events the most, at least 1; {@link Long#MAX_VALUE} for no limit
     * @throws IllegalArgumentException if below 1
     */
    public void limitAtOneInstant(long events) {
        if (events < 1) {
            throw new IllegalArgumentException("the limit of events at one instant must be >= 1, got " + events);
        }
        loop.limitAtOneInstant(events);
    }

    /**
     * Cancels a pending event: it will not fire.
     *
     * @param handle what scheduling it returned
     * @return whether it was pending; false for an event that has fired (also the one firing now), was cancelled, or for 0
     */
    @Override
    public boolean cancel(long handle) {
        return super.cancel(handle);
    }

    /**
     * Moves a pending event to another time and keeps its priority and handle. It then counts as scheduled last.
     *
     * @param handle what scheduling it returned
     * @param delayNanos from now until the event fires
     * @return whether it was pending; if not, nothing happens
     * @throws IllegalArgumentException if the delay is negative or reaches beyond {@link Long#MAX_VALUE}
     */
    public boolean reschedule(long handle, long delayNanos) {
        return move(handle, timeAfter(delayNanos));
    }

    /**
     * Moves a pending event to another time and keeps its priority and handle. It then counts as scheduled last.
     *
     * @param handle what scheduling it returned
     * @param timeNanos when it fires, not before {@link #now()}
     * @return whether it was pending; if not, nothing happens
     * @throws IllegalArgumentException if the time is before now
     */
    public boolean rescheduleAt(long handle, long timeNanos) {
        return move(handle, notBeforeNow(timeNanos));
    }

    /**
     * Whether an event is still to fire.
     *
     * @param handle what scheduling it returned, or 0
     * @return false for an event that has fired (also the one firing now), was cancelled, or for 0
     */
    @Override
    public boolean isPending(long handle) {
        return super.isPending(handle);
    }

    /**
     * When a pending event fires.
     *
     * @param handle what scheduling it returned
     * @return its time in nanoseconds
     * @throws IllegalArgumentException if the event is not pending
     */
    @Override
    public long timeOf(long handle) {
        if (!isPending(handle)) {
            throw new IllegalArgumentException("no pending event has the handle " + handle + " at " + loop.at());
        }
        return super.timeOf(handle);
    }

    /**
     * When the next event fires. Looking does not move the clock.
     *
     * @return its time in nanoseconds; {@link Long#MAX_VALUE} when nothing is pending (or when that is its time: see {@link
     *     #pendingEvents()})
     */
    @Override
    public long nextTime() {
        return loop.hasInstantEnd() ? now() : super.nextTime();
    }

    /**
     * How many events are pending.
     *
     * @return at least 0; an event that is firing does not count
     */
    public int pendingEvents() {
        return size() + loop.instantEnds();
    }

    /**
     * How many events have fired since the start of the run.
     *
     * @return at least 0, with the one that is firing
     */
    public long firedEvents() {
        return loop.fired();
    }

    /**
     * Fires the next event, if there is one, and advances the clock to it.
     *
     * @return whether an event fired
     * @throws IllegalStateException if called from an event
     */
    public boolean step() {
        long before = firedEvents();
        loop.begin();
        loop.fireWhile(() -> false);
        return firedEvents() != before;
    }

    /**
     * Fires events until none is pending or {@link #stop()} is called; the clock stands at the last one.
     *
     * @throws IllegalStateException if called from an event
     */
    public void run() {
        loop.begin();
        loop.fireUntil(Long.MAX_VALUE);
    }

    /**
     * Fires every event up to and including a time, then sets the clock to that time. After {@link #stop()} the clock stays at
     * the last event instead.
     *
     * @param timeNanos the end, inclusive; not before {@link #now()}
     * @throws IllegalArgumentException if the time is before now
     * @throws IllegalStateException if called from an event
     */
    public void runUntil(long timeNanos) {
        notBeforeNow(timeNanos);
        loop.begin();
        loop.fireUntil(timeNanos);
        if (!isStopped()) {
            setNow(timeNanos);
        }
    }

    /**
     * Fires every event before a time, then sets the clock to that time: what is due at the time itself stays pending. After
     * {@link #stop()} the clock stays at the last event instead.
     *
     * @param timeNanos the end, exclusive; not before {@link #now()}
     * @throws IllegalArgumentException if the time is before now
     * @throws IllegalStateException if called from an event
     */
    public void runBefore(long timeNanos) {
        notBeforeNow(timeNanos);
        loop.begin();
        if (timeNanos > now()) {
            loop.fireUntil(timeNanos - 1);
        }
        if (!isStopped()) {
            setNow(timeNanos);
        }
    }

    /**
     * Fires events until a condition holds, none is pending, or {@link #stop()} is called. The condition is looked at before the
     * first event and after every event, not between events when time passes.
     *
     * @param condition true ends the run; the clock stands at the last event fired
     * @throws IllegalStateException if called from an event
     */
    public void runUntil(BooleanSupplier condition) {
        Objects.requireNonNull(condition, "condition");
        loop.begin();
        if (!condition.getAsBoolean()) {
            loop.fireWhile(() -> !condition.getAsBoolean());
        }
    }

    /**
     * Fires every event, as {@link #run}, and then checks that no entity is left waiting. Use it for a model that is to become empty: a
     * deadlock, in which nothing is pending and entities wait for each other, is then an error and not a quiet end.
     *
     * @throws IllegalStateException if called from an event, or if entities still wait and {@link #stop} was not called; the message
     *     names where and which
     */
    public void runToCompletion() {
        run();
        List<String> still = stillWaiting();
        if (!isStopped() && !still.isEmpty()) {
            throw new IllegalStateException(
                    "nothing is pending and entities still wait (" + loop.at() + "): " + String.join("; ", still));
        }
    }

    /**
     * Where entities wait now, and which: resources, gates, batches, levels, stores. Steps of one's own are not among them.
     *
     * @return a text for each place where one waits; empty if none does
     */
    public List<String> stillWaiting() {
        return loop.stillWaiting();
    }

    /**
     * Adds a part of the model that {@link #stillWaiting} asks. The parts of the library add themselves.
     *
     * @param part says who waits there; empty if none does
     */
    public void addWaiting(Supplier<String> part) {
        loop.addWaiting(Objects.requireNonNull(part, "part"));
    }

    /**
     * Tells a listener of every event that is taken from the list from now on, before it fires. A run that is listened to is slower; one
     * that is not pays nothing. During a run it begins within some thousand events.
     *
     * @param listener instead of the one before; null for none
     */
    public void listen(@Nullable EventListener listener) {
        loop.listen(listener);
    }

    /** Ends the current run after the event that is firing; pending events stay pending. Outside a run it does nothing. */
    public void stop() {
        loop.stopRun();
    }

    /**
     * Whether {@link #stop()} ended the last run of this simulation, rather than its limit or the lack of events.
     *
     * @return false while a run goes on that was not stopped, and before the first
     */
    public boolean isStopped() {
        return loop.wasStopped();
    }

    /**
     * Where an event of this simulation first threw. Results after that may be wrong, because the event was left half done.
     *
     * @return null if no event threw
     */
    public @Nullable EventFailure failure() {
        return loop.firstFailure();
    }

    private long timeAfter(long delayNanos) {
        long time = now() + delayNanos;
        if (delayNanos < 0 || time < 0) {
            throw badDelay(delayNanos);
        }
        return time;
    }

    private IllegalArgumentException badDelay(long delayNanos) {
        String allowed = delayNanos < 0 ? ">= 0 ns" : "<= " + (Long.MAX_VALUE - now()) + " ns";
        return new IllegalArgumentException("delay must be " + allowed + ", got " + delayNanos + " ns at " + loop.at());
    }

    private long notBeforeNow(long timeNanos) {
        if (timeNanos < now()) {
            throw new IllegalArgumentException(
                    "time must be >= now, " + now() + " ns, got " + timeNanos + " ns (" + loop.at() + ")");
        }
        return timeNanos;
    }

    /** Time, pending and fired events. */
    @Override
    public String toString() {
        return "run at " + loop.at() + " with " + pendingEvents() + " pending events, " + firedEvents() + " fired";
    }
}
