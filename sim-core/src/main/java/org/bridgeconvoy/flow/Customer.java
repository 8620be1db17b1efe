package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Customer: an entity as resources, gates and batches see it, with its place in a waiting line and the units that it holds. The
 * fields stand in the customer itself, so waiting and holding allocate nothing.
 */
abstract class Customer<E> extends Cursor<E> {
    /** Instead of the units: the customer left the queue without any. */
    static final int GAVE_UP = 0;

    /** Instead of the units: the customer did not join the queue. */
    static final int BALKED = -1;

    private final E entity;

    /* For the line in which the customer waits. */

    /** The next customer in the line. */
    @Nullable
    Customer<?> behind;

    /** The units that the customer asks for; {@link #GAVE_UP} or {@link #BALKED} once it went away without any. */
    int units;

    int priority;

    /** When the customer joined the line, ns; in a delay its length. */
    long since;

    /** Order of joining, among customers in the heap of the line; in the line of a level, where none is in a heap, the amount asked for. */
    long ticket;

    /** The customer ahead in the list of the line, where the line has noted it. */
    @Nullable
    Customer<?> ahead;

    /** Index in the heap of the line; -1 outside it. */
    int heapIndex = -1;

    /** Where the customer waits; null if it does not. */
    private @Nullable Place line;

    /** Handle of the event that ends the patience of the customer; 0 if it waits without one. */
    private long patience;

    /** The units that the customer holds: the first of a linked list, one entry per resource. */
    @Nullable
    Holding holdings;

    Customer(E entity) {
        this.entity = entity;
    }

    @Override
    final Customer<E> customer() {
        return this;
    }

    @Override
    public final E entity() {
        return entity;
    }

    /** Continues the entity when its line or resource lets it go. */
    abstract void resume(Simulation sim);

    /** Keeps the entity in its step, to be continued later, after another entity's step has thrown. */
    abstract void stay();

    /** Continues the entity at this instant if the run goes on after another entity's step has thrown. */
    abstract void resumeLater(Simulation sim);

    /** The step in which the entity is, for messages. */
    abstract String what();

    /** Hands a step of the modeler's own over to a queue, a gate or a batch, which alone continues it from now on. */
    abstract void handOver(Simulation sim, int step);

    /** Gives a step back, taken out of a line: from now on it is continued like a step of the modeler's own. */
    abstract void handBack();

    /** Whether the customer, which waits in a queue, takes units from others of lower priority. */
    abstract boolean preempts();

    /** The step of the seize of the units for which the customer waits since another one took them while it worked; 0 if none. */
    abstract int lostBy();

    /** Sets both of the above. */
    abstract void note(boolean preempting, int lostBy);

    /** Whether a delay of the customer is under way. */
    abstract boolean isWorking(Simulation sim);

    /** Stops the delay under way, or the next one, until {@link #goOnWorking} is called as often. */
    abstract void stopWorking(Simulation sim, Interrupted work);

    /** Takes away one reason for which the work stands still. */
    abstract void goOnWorking(Simulation sim);

    /** Forgets the delay that stands still, for a customer that no longer waits for the units that were taken from it. */
    abstract void forgetWork();

    /** Gives up the delay under way, and continues the customer at this instant behind another step. */
    abstract void giveUpWork(Simulation sim, int step);

    /** What a seize says about interruptions. */
    abstract Interruption interruption(int seize);

    /** Notes that the customer has joined a line: the units that it holds are blocked from now on. */
    final void joined(Simulation sim, Place joined) {
        line = joined;
        if (holdings != null) {
            Holding.block(holdings, sim.now(), 1);
        }
    }

    /** Notes that the customer has left its line: the units that it holds work again. */
    final void left(Simulation sim) {
        line = null;
        if (patience != 0) {
            sim.cancel(patience);
            patience = 0;
        }
        if (holdings != null) {
            Holding.block(holdings, sim.now(), -1);
        }
    }

    final @Nullable Place line() {
        return line;
    }

    final boolean isInLine() {
        return line != null;
    }

    final boolean isBlocked() {
        return line != null && line.blocks();
    }

    /** Notes that the customer waits for journeys of its own, with which it works. */
    final void waitsIn(@Nullable Place fork) {
        line = fork;
    }

    /** Takes the customer out of the line in which it waits, if any. */
    final void leaveLine(Simulation sim) {
        Place left = line;
        if (left != null) {
            left.abandon(sim, this);
        }
    }

    final boolean isIn(Object other) {
        return line == other;
    }

    /** Limits the wait in the line to a time. The customer fires when it is over; no limit if that is beyond the end of the clock. */
    final void waitAtMost(Simulation sim, long nanos) {
        if (nanos != Long.MAX_VALUE && nanos <= Long.MAX_VALUE - sim.now()) {
            patience = sim.schedule(nanos, this);
        }
    }

    /** Whether the patience of the customer has just ended. */
    final boolean isPatienceOver(Simulation sim) {
        return patience != 0 && !sim.isPending(patience);
    }

    /** Time and entity, for messages. */
    final String at(Simulation sim) {
        return "(" + EventFailure.at(sim.now()) + ", " + entity + ")";
    }

    /** The units that the customer holds, for messages. */
    final String holding() {
        return holdings == null ? "" : ", holding " + Holding.list(holdings);
    }
}
