package org.bridgeconvoy.flow;

import java.util.Objects;
import org.bridgeconvoy.engine.Simulation;

/**
 * Gate: entities pass while it is open and wait before it while it is closed. Belongs to one run. Not thread-safe.
 */
public final class Gate {
    private final String name;
    private final WaitingLine queue = new WaitingLine();
    private final Place line = this::takeOut;
    private final OneRun run;
    private boolean open;
    private boolean letting;

    /**
     * Creates a gate.
     *
     * @param name for messages
     * @param open whether it is open at the start
     */
    public Gate(String name, boolean open) {
        this.name = Objects.requireNonNull(name, "name");
        this.open = open;
        this.run = new OneRun("gate '" + name + "'", () -> queue.length() == 0 ? "" : toString());
    }

    /**
     * The name.
     *
     * @return as given
     */
    public String name() {
        return name;
    }

    /**
     * Whether entities pass.
     *
     * @return the state
     */
    public boolean isOpen() {
        return open;
    }

    /**
     * Number of entities that wait.
     *
     * @return at least 0
     */
    public int waiting() {
        return queue.length();
    }

    /**
     * Opens the gate: the entities that wait go on at this instant, in the order of coming, unless one of them closes the gate again.
     * Opening an open gate does nothing. If a step of one of them throws and the run is continued, the others go on at this instant too.
     *
     * @param sim the run
     * @throws IllegalStateException if the gate belongs to another run
     */
    public void open(Simulation sim) {
        run.check(sim);
        open = true;
        if (letting) {
            return;
        }
        letting = true;
        try {
            letThrough(sim);
        } finally {
            letting = false;
            if (open && queue.length() > 0) {
                // A step threw: the others go on if the run is continued.
                sim.schedule(0, this::goOn);
            }
        }
    }

    private void letThrough(Simulation sim) {
        while (open) {
            Customer<?> first = queue.leave();
            if (first == null) {
                return;
            }
            first.left(sim);
            first.resume(sim);
        }
    }

    private void goOn(Simulation sim) {
        if (open) {
            open(sim);
        }
    }

    /** Closes the gate: entities that come from now on wait. */
    public void close() {
        open = false;
    }

    void pass(Simulation sim, Customer<?> customer) {
        run.check(sim);
        // An entity that comes while the queue passes goes to its end.
        if (open && queue.length() == 0) {
            customer.resume(sim);
        } else {
            customer.priority = 0;
            queue.join(customer);
            customer.joined(sim, line);
        }
    }

    /**
     * Lets a step of one's own wait here: the gate continues it when the entity passes, at once if it is open.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @throws IllegalStateException if the step is not under way, or the gate belongs to another run
     */
    public void waitFor(Simulation sim, Cursor<?> cursor) {
        run.check(sim);
        Customer<?> customer = cursor.customer();
        customer.handOver(sim, cursor.step());
        pass(sim, customer);
    }

    /**
     * Takes an entity out of the queue. Its step is then under way until {@link Cursor#proceed} continues it, or another queue that it is
     * handed to.
     *
     * @param sim the run
     * @param cursor the entity's cursor
     * @return whether it waited here; if not, nothing happens
     * @throws IllegalStateException if the gate belongs to another run
     */
    public boolean leave(Simulation sim, Cursor<?> cursor) {
        run.check(sim);
        Customer<?> customer = cursor.customer();
        if (!customer.isIn(line) || cursor.step() != customer.step()) {
            return false;
        }
        takeOut(sim, customer);
        customer.handBack();
        return true;
    }

    private void takeOut(Simulation sim, Customer<?> customer) {
        queue.leave(customer);
        customer.left(sim);
    }

    @Override
    public String toString() {
        return "gate '" + name + "' (" + (open ? "open" : "closed") + Words.waiting("before it", queue.all()) + ")";
    }
}
