package org.bridgeconvoy.flow;

import java.util.Objects;
import org.bridgeconvoy.engine.Simulation;

/**
 * Lets entities pass while it is open; they wait before it while it is closed. Belongs to one run. Not thread-safe.
 */
public final class Gate {
    private final String name;
    private final WaitingLine queue = new WaitingLine();
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
     * How many entities wait.
     *
     * @return at least 0
     */
    public int waiting() {
        return queue.length();
    }

    /**
     * Opens the gate: who waits goes on at this instant, in the order of coming, unless one of them closes it again. Opening an open
     * gate does nothing.
     *
     * @param sim the run
     */
    public void open(Simulation sim) {
        open = true;
        if (letting) {
            return;
        }
        letting = true;
        while (open) {
            Cursor<?> first = queue.leave();
            if (first == null) {
                break;
            }
            first.proceed(sim);
        }
        letting = false;
    }

    /** Closes the gate: who comes from now on waits. */
    public void close() {
        open = false;
    }

    void pass(Simulation sim, Cursor<?> cursor) {
        // While those that wait are let through, who comes goes behind them.
        if (open && queue.first() == null) {
            cursor.proceed(sim);
        } else {
            cursor.priority = 0;
            queue.join(cursor);
        }
    }
}
