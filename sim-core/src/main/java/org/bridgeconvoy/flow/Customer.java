package org.bridgeconvoy.flow;

import java.util.Locale;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Customer: an entity as resources, gates and batches see it, with its place in a waiting line and the units that it holds. The
 * fields stand in the customer itself, so waiting and holding allocate nothing.
 */
abstract class Customer<E> extends Cursor<E> {
    private final E entity;

    /* For the line in which the customer waits. */

    /** The next customer in the line. */
    @Nullable
    Customer<?> behind;

    /** The units that the customer asks for. */
    int units;

    int priority;

    /** When the customer joined the line, ns. */
    long since;

    /** Order of joining, among customers in the heap of the line. */
    long ticket;

    private boolean inLine;

    /** The units that the customer holds: the first of a linked list, one entry per resource. */
    @Nullable
    Holding holdings;

    Customer(E entity) {
        this.entity = entity;
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

    /** Notes that the customer has joined a line: the units that it holds are blocked from now on. */
    final void joined(Simulation sim) {
        inLine = true;
        if (holdings != null) {
            Holding.block(holdings, sim.now(), 1);
        }
    }

    /** Notes that the customer has left its line: the units that it holds work again. */
    final void left(Simulation sim) {
        inLine = false;
        if (holdings != null) {
            Holding.block(holdings, sim.now(), -1);
        }
    }

    final boolean isInLine() {
        return inLine;
    }

    /** Time and entity, for messages. */
    final String at(Simulation sim) {
        return String.format(Locale.ROOT, "(t=%.6f s, %s)", sim.now() / 1e9, entity);
    }

    /** The units that the customer holds, for messages. */
    final String holding() {
        return holdings == null ? "" : ", holding " + Holding.list(holdings);
    }
}
