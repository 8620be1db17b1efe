package org.bridgeconvoy.flow;

import java.util.Objects;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Batch: holds entities until a number of them has come, or until the first one has waited a longest time. They then go on together, at
 * one instant and in the order of coming. Belongs to one run. Not thread-safe.
 */
public final class Batch {
    private final String name;
    private final int size;
    private final long maxWaitNanos;
    private final WaitingLine line = new WaitingLine();
    private final Place waiting = this::takeOut;
    private final OneRun run;
    private final Event waitedLongEnough = this::releaseAll;
    private long waitHandle;

    /**
     * Creates a batch that waits until it is complete, without a longest wait.
     *
     * @param name for messages
     * @param size number of entities that completes it, at least 1
     * @throws IllegalArgumentException if below 1
     */
    public Batch(String name, int size) {
        this(name, size, Long.MAX_VALUE);
    }

    /**
     * Creates a batch.
     *
     * @param name for messages
     * @param size number of entities that completes it, at least 1
     * @param maxWaitNanos longest wait of the first entity, at least 0; {@link Long#MAX_VALUE}, or beyond the end of the clock,
     *     for no limit
     * @throws IllegalArgumentException if one of these is out of range
     */
    public Batch(String name, int size, long maxWaitNanos) {
        this.name = Objects.requireNonNull(name, "name");
        if (size < 1) {
            throw new IllegalArgumentException("batch '" + name + "': size must be >= 1, got " + size);
        }
        if (maxWaitNanos < 0) {
            throw new IllegalArgumentException(
                    "batch '" + name + "': longest wait must be >= 0 ns, got " + maxWaitNanos + " ns");
        }
        this.size = size;
        this.maxWaitNanos = maxWaitNanos;
        this.run = new OneRun("batch '" + name + "'", () -> line.length() == 0 ? "" : toString());
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
     * Number of entities that wait in the batch.
     *
     * @return at least 0, below the size
     */
    public int waiting() {
        return line.length();
    }

    /**
     * Lets a step of one's own wait here: the batch continues it when it is complete or has waited long enough.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @throws IllegalStateException if the step is not under way, or the batch belongs to another run
     */
    public void join(Simulation sim, Cursor<?> cursor) {
        run.check(sim);
        Customer<?> customer = cursor.customer();
        customer.handOver(sim, cursor.step());
        join(sim, customer);
    }

    void join(Simulation sim, Customer<?> customer) {
        run.check(sim);
        customer.priority = 0;
        line.join(customer);
        customer.joined(sim, waiting);
        if (line.length() == size) {
            complete(sim, customer);
        } else if (line.length() == 1 && maxWaitNanos != Long.MAX_VALUE && maxWaitNanos <= Long.MAX_VALUE - sim.now()) {
            waitHandle = sim.schedule(maxWaitNanos, waitedLongEnough);
        }
    }

    private void takeOut(Simulation sim, Customer<?> customer) {
        line.leave(customer);
        customer.left(sim);
        if (line.length() == 0) {
            sim.cancel(waitHandle);
            waitHandle = 0;
        }
    }

    private void complete(Simulation sim, Customer<?> last) {
        try {
            releaseAll(sim);
        } finally {
            last.stay();
        }
    }

    private void releaseAll(Simulation sim) {
        sim.cancel(waitHandle);
        waitHandle = 0;
        letGo(sim, line.leaveAll());
    }

    /** Continues all that leave; an entity that joins meanwhile belongs to the next batch. After a step that throws, the rest is scheduled. */
    private static void letGo(Simulation sim, @Nullable Customer<?> first) {
        for (Customer<?> at = first; at != null; at = at.behind) {
            at.left(sim);
        }
        continueAll(sim, first);
    }

    private static void continueAll(Simulation sim, @Nullable Customer<?> first) {
        Customer<?> next = first;
        try {
            while (next != null) {
                Customer<?> customer = next;
                next = customer.behind;
                customer.behind = null;
                customer.resume(sim);
            }
        } finally {
            if (next != null) {
                Customer<?> others = next;
                sim.schedule(0, s -> continueAll(s, others));
            }
        }
    }

    @Override
    public String toString() {
        return "batch '" + name + "' (" + line.length() + " of " + size + Words.waiting("in it", line.all()) + ")";
    }
}
