package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Journey: one entity on its way through a flow. It is both the event that ends a delay and the place in a queue, so nothing is
 * allocated while the entity moves on.
 */
final class Journey<E> extends Customer<E> {
    /*
     * States. Numbers and not an enum, because the collector hears of each reference that is stored, and a step stores two or three
     * states.
     */

    /** Not launched, after the last step, or after a step that threw. */
    private static final int IDLE = 0;

    /** About to begin its next step, at this instant. */
    private static final int DUE = 1;

    /** In the beginning of a step of the library. */
    private static final int BEGINNING = 2;

    /** In {@link Step#begin}, and not continued yet. */
    private static final int BEGINNING_OWN = 3;

    /** Continued from within the beginning of the step. */
    private static final int CONTINUED = 4;

    /** Held by a delay, a queue, a gate or a batch, which alone continues it. */
    private static final int HELD = 5;

    /** In a step of the modeler's own, which continues it by its {@link StepEnd}. */
    private static final int IN_OWN = 6;

    /** Ended by another journey of its entity; what still continues it is ignored. */
    private static final int GONE = 7;

    private static final long ANEW = -1;

    private final Steps<E> steps;
    private int position;
    private int state = IDLE;

    /** Handle of the event that ends the delay under way; 0 if there is none. */
    private long delay;

    /** The cursor of the step of the modeler's own that began last. A new one each time, so that a stale one is told from it. */
    private @Nullable StepEnd<E> stepEnd;

    /** Null for most. */
    private @Nullable Extras extras;

    Journey(Steps<E> steps, E entity) {
        super(entity);
        this.steps = steps;
    }

    @Override
    public boolean isIdle() {
        return state == IDLE || state == GONE;
    }

    @Override
    public void relaunch(Simulation sim) {
        if (state != IDLE) {
            throw new IllegalStateException("flow is still under way " + at(sim));
        }
        position = 0;
        goOn(sim);
    }

    @Override
    public void proceed(Simulation sim) {
        endStep(sim, position);
    }

    @Override
    public void fire(Simulation sim) {
        if (state == DUE) {
            advance(sim, false);
        } else if (state == HELD && delay != 0 && !sim.isPending(delay)) {
            delay = 0;
            advance(sim, true);
        } else if (state == HELD && isPatienceOver(sim)) {
            // The next step of the library takes the customer out of its line.
            advance(sim, false);
        } else {
            endStep(sim, position);
        }
    }

    /** What few journeys need, made when first asked for. */
    Extras extras() {
        Extras own = extras;
        if (own == null) {
            own = new Extras();
            extras = own;
        }
        return own;
    }

    @Override
    boolean preempts() {
        return extras != null && extras.preempts;
    }

    @Override
    int lostBy() {
        return extras == null ? 0 : extras.lostBy;
    }

    @Override
    void note(boolean preempting, int lostBy) {
        if (extras != null || preempting || lostBy != 0) {
            Extras own = extras();
            own.preempts = preempting;
            own.lostBy = lostBy;
        }
    }

    /** Ends the journey where it is: out of its line, its delay and its steps. What it holds is given back. */
    void abandon(Simulation sim) {
        if (state == IDLE) {
            return;
        }
        sim.cancel(delay);
        delay = 0;
        leaveLine(sim);
        Extras own = extras;
        if (own != null) {
            own.parent = null;
            own.standsStill = false;
            while (own.stay != null) {
                endStay(sim, own, own.stay);
            }
        }
        state = GONE;
        Holding.giveBackAll(sim, holdings);
    }

    /** Ends the stay of which this step is the way out; none if the entity has come into the passage past the way in. */
    void endStayHere(Simulation sim) {
        Extras own = extras();
        if (own.stay != null && own.stay.wayOut() == position - 1) {
            endStay(sim, own, own.stay);
        }
    }

    private static void endStay(Simulation sim, Extras own, Stay ending) {
        own.stay = ending.around();
        ending.passage().leave(ending, sim.now());
    }

    /** Ends a step of the modeler's own and continues with the next one. The number is negative if another has begun since then. */
    void endStep(Simulation sim, int step) {
        if (step == position && state == IN_OWN) {
            goOn(sim);
        } else if (step == position && state == BEGINNING_OWN) {
            state = CONTINUED;
        } else if (state != GONE) {
            throw continuedWrongly(sim, step);
        }
    }

    private IllegalStateException continuedWrongly(Simulation sim, int step) {
        if (step == position && (state == HELD || state == BEGINNING)) {
            return new IllegalStateException(
                    "step " + what() + " ends by itself and cannot be continued from outside " + at(sim));
        }
        String text = "step " + Math.abs(step) + " was continued twice " + at(sim);
        if (state != CONTINUED) {
            text += state == IDLE ? ": its flow is not under way" : ": it is in step " + what() + " already";
            text += "; cancel what is still to continue a step when something else has continued it";
        }
        return new IllegalStateException(text);
    }

    @Override
    void resume(Simulation sim) {
        if (state == BEGINNING) {
            state = CONTINUED;
        } else if (state != GONE) {
            assert state == HELD : state;
            if (steps.isDelay(position)) {
                beginDelay(sim);
            } else {
                goOn(sim);
            }
        }
    }

    @Override
    int step() {
        return position;
    }

    @Override
    void handOver(Simulation sim, int step) {
        if (step == position && state == IN_OWN) {
            state = HELD;
        } else if (step == position && state == BEGINNING_OWN) {
            state = BEGINNING;
        } else {
            throw continuedWrongly(sim, step);
        }
    }

    @Override
    void handBack() {
        state = state == BEGINNING ? BEGINNING_OWN : IN_OWN;
    }

    @Override
    void stay() {
        state = state == BEGINNING ? HELD : state;
    }

    @Override
    void resumeLater(Simulation sim) {
        state = DUE;
        sim.schedule(0, this);
    }

    /** Continues the entity after a delay; never, if that is beyond the end of the clock. */
    void resumeAfter(Simulation sim, long nanos) {
        since = nanos;
        if (extras != null && extras.stops > 0) {
            extras.length = nanos;
            extras.left = nanos;
            extras.standsStill = true;
        } else if (nanos != Long.MAX_VALUE && nanos <= Long.MAX_VALUE - sim.now()) {
            delay = sim.schedule(nanos, this);
        }
    }

    @Override
    boolean isWorking(Simulation sim) {
        return state == HELD && sim.isPending(delay);
    }

    @Override
    void stopWorking(Simulation sim, Interrupted work) {
        Extras own = extras();
        if (own.stops++ > 0 || !isWorking(sim)) {
            return;
        }
        own.left = switch (work) {
            case RESUME -> sim.timeOf(delay) - sim.now();
            case RESTART -> since;
            case REDRAW -> ANEW;
        };
        own.length = since;
        own.standsStill = true;
        sim.cancel(delay);
        delay = 0;
    }

    @Override
    void goOnWorking(Simulation sim) {
        Extras own = extras();
        own.stops--;
        if (own.stops > 0 || !own.standsStill) {
            return;
        }
        own.standsStill = false;
        if (own.left == ANEW) {
            position--;
            goOn(sim);
        } else {
            resumeAfter(sim, own.left);
            since = own.length;
        }
    }

    @Override
    void forgetWork() {
        Extras own = extras();
        own.stops--;
        own.standsStill = false;
    }

    @Override
    void giveUpWork(Simulation sim, int step) {
        sim.cancel(delay);
        delay = 0;
        position = step;
        while (extras != null && extras.stay != null && !extras.stay.includes(step)) {
            endStay(sim, extras, extras.stay);
        }
        resumeLater(sim);
    }

    @Override
    Interruption interruption(int seize) {
        return steps.moves()[seize - 1].interruption();
    }

    private void goOn(Simulation sim) {
        state = DUE;
        sim.fireNow(this);
    }

    private void advance(Simulation sim, boolean afterDelay) {
        Link<E>[] links = steps.links();
        state = BEGINNING;
        try {
            boolean goesOn = true;
            // One call for each way in, because the compiler looks at each place alone: a launch mostly leads to
            // a seize, a delay to a release.
            if (afterDelay) {
                goesOn = links[position++].run(sim, this);
            } else if (position == 0) {
                goesOn = links[position++].run(sim, this);
            }
            while (goesOn) {
                state = BEGINNING;
                goesOn = links[position++].run(sim, this);
            }
        } catch (RuntimeException | Error failure) {
            state = afterFailure();
            throw failure;
        }
        settle();
    }

    /** Begins the next step, a delay: no other entity goes on within it, so the stack needs no guard. */
    private void beginDelay(Simulation sim) {
        state = BEGINNING;
        try {
            steps.links()[position++].run(sim, this);
        } catch (RuntimeException | Error failure) {
            state = afterFailure();
            throw failure;
        }
        settle();
    }

    private int afterFailure() {
        return state == DUE || state == HELD ? state : IDLE;
    }

    private void settle() {
        state = state == BEGINNING ? HELD : state == BEGINNING_OWN ? IN_OWN : state;
    }

    /** Begins a step that knows nothing of the one behind it; whether it has ended at once. */
    boolean beginAlone(Simulation sim, Move<E> move) {
        move.begin(sim, this);
        return state == CONTINUED;
    }

    /** Goes on from a step that has ended at once to the one behind it; false if the journey was ended meanwhile. */
    boolean beginsNext() {
        if (state != BEGINNING) {
            return false;
        }
        position++;
        return true;
    }

    /** Ends the flow, from the link behind the last step. */
    void end(Simulation sim) {
        position--;
        state = IDLE;
        if (extras != null && extras.parent != null) {
            extras.parent.ended(sim, this);
        }
    }

    /** Begins a step of the modeler's own. */
    void begin(Simulation sim, Step<E> step) {
        StepEnd<E> end = new StepEnd<>(this, position);
        stepEnd = end;
        state = BEGINNING_OWN;
        step.begin(sim, entity(), end);
    }

    boolean isLatest(StepEnd<E> end) {
        return end == stepEnd;
    }

    /** Skips a number of the steps that follow. */
    void skip(int count) {
        position += count;
    }

    @Override
    String what() {
        return position + " (" + steps.nameOf(position) + ")";
    }

    @Override
    public String toString() {
        return position == 0 ? "launch of " + entity() : "step " + what() + " of " + entity();
    }
}
