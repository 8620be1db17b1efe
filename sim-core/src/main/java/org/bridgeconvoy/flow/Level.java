package org.bridgeconvoy.flow;

import java.util.Objects;
import java.util.function.ObjDoubleConsumer;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Measured;
import org.jspecify.annotations.Nullable;

/**
 * Level: an amount of something that is not told apart piece by piece, such as fuel in a tank, cash or stock, between 0 and a capacity.
 * Entities take from it and wait while there is not enough; they put into it and wait while there is no room. Those who take are served in
 * the order of coming, and so are those who put: an entity that needs less does not overtake.
 *
 * <p>Amounts are compared with a tolerance of 1e-12 of the greater, so that 0.1 put three times serves who wants 0.3.
 *
 * <p>Belongs to one run, the first in which it is used. Not thread-safe.
 */
public final class Level implements Measured {
    private static final double TOLERANCE = 1e-12;

    private final String name;
    private final double capacity;
    private final OneRun run;
    private final StockStatistics statistics;
    private final StockLine takers;
    private final StockLine putters;
    private double amount;
    private boolean serving;

    /**
     * Creates a level.
     *
     * @param name for messages
     * @param capacity the most that it holds, above 0; may be infinite
     * @param amount what is in it at the start, from 0 to the capacity, finite
     * @throws IllegalArgumentException if one of these is out of range
     */
    public Level(String name, double capacity, double amount) {
        this.name = Objects.requireNonNull(name, "name");
        if (!(capacity > 0)) {
            throw new IllegalArgumentException("level '" + name + "': the capacity must be > 0, got " + capacity);
        }
        if (!(amount >= 0 && amount <= capacity) || Double.isInfinite(amount)) {
            throw new IllegalArgumentException("level '" + name + "': the amount at the start must be finite and from 0"
                    + " to the capacity " + capacity + ", got " + amount);
        }
        this.capacity = capacity;
        this.amount = amount;
        this.run = new OneRun("level '" + name + "'", () -> takersWaiting() + puttersWaiting() == 0 ? "" : toString());
        this.statistics = new StockStatistics(amount);
        this.takers = new StockLine(statistics, true, this::serve);
        this.putters = new StockLine(statistics, false, this::serve);
    }

    /**
     * The name.
     *
     * @return as given
     */
    @Override
    public String name() {
        return name;
    }

    /**
     * The most that the level holds.
     *
     * @return above 0
     */
    public double capacity() {
        return capacity;
    }

    /**
     * The amount in the level now.
     *
     * @return from 0 to the capacity
     */
    public double amount() {
        return amount;
    }

    /**
     * Number of entities that wait to take.
     *
     * @return at least 0
     */
    public int takersWaiting() {
        return takers.length();
    }

    /**
     * Number of entities that wait to put.
     *
     * @return at least 0
     */
    public int puttersWaiting() {
        return putters.length();
    }

    /**
     * What was observed.
     *
     * @return kept up to date by the run
     */
    public StockStatistics statistics() {
        return statistics;
    }

    @Override
    public void forget(long nowNanos) {
        statistics.reset(nowNanos);
    }

    @Override
    public void figures(long nowNanos, ObjDoubleConsumer<String> to) {
        statistics.figures(nowNanos, to);
    }

    /**
     * Lets a step of one's own take: the level continues the step when the entity has the amount, at once if it is there.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @param asked how much, from 0 to the capacity
     * @throws IllegalArgumentException if the amount is out of range
     * @throws IllegalStateException if the step is not under way, or the level belongs to another run
     */
    public void take(Simulation sim, Cursor<?> cursor, double asked) {
        run.check(sim);
        cursor.customer().handOver(sim, cursor.step());
        take(sim, cursor.customer(), asked);
    }

    /**
     * Lets a step of one's own put: the level continues the step when there was room, at once if there is.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @param added how much, from 0 to the capacity
     * @throws IllegalArgumentException if the amount is out of range
     * @throws IllegalStateException if the step is not under way, or the level belongs to another run
     */
    public void put(Simulation sim, Cursor<?> cursor, double added) {
        run.check(sim);
        cursor.customer().handOver(sim, cursor.step());
        put(sim, cursor.customer(), added);
    }

    void take(Simulation sim, Customer<?> customer, double asked) {
        ask(sim, customer, takers, check(sim, customer, asked));
    }

    void put(Simulation sim, Customer<?> customer, double added) {
        ask(sim, customer, putters, check(sim, customer, added));
    }

    private double check(Simulation sim, Customer<?> customer, double asked) {
        run.check(sim);
        if (!(asked >= 0 && asked <= capacity) || Double.isInfinite(asked)) {
            throw new IllegalArgumentException(
                    "level '" + name + "': the amount must be finite and from 0 to the capacity " + capacity + ", got "
                            + asked + " " + customer.at(sim));
        }
        return asked;
    }

    private void ask(Simulation sim, Customer<?> customer, StockLine line, double asked) {
        if (line.length() == 0 && isPossible(line, asked)) {
            change(sim, line, asked);
            line.goOnAtOnce(sim, customer);
        } else {
            customer.ticket = Double.doubleToRawLongBits(asked);
            line.join(sim, customer);
        }
    }

    private boolean isPossible(StockLine line, double asked) {
        double there = line == takers ? amount : capacity - amount;
        return asked <= there + TOLERANCE * Math.max(asked, amount);
    }

    private void change(Simulation sim, StockLine line, double asked) {
        double changed = line == takers ? amount - asked : amount + asked;
        amount = Math.min(capacity, Math.max(0, changed));
        statistics.amount().set(amount, sim.now());
    }

    /** Serves those who wait, on both sides. The same loop serves what the served entities change meanwhile: no recursion. */
    private void serve(Simulation sim) {
        if (serving) {
            return;
        }
        serving = true;
        boolean whole = false;
        try {
            while (serveFirst(sim, takers) || serveFirst(sim, putters)) {
                // until neither side moves
            }
            whole = true;
        } finally {
            serving = false;
            if (!whole) {
                // A step threw: the others go on if the run is continued.
                sim.schedule(0, this::serve);
            }
        }
    }

    private boolean serveFirst(Simulation sim, StockLine line) {
        @Nullable Customer<?> first = line.first();
        if (first == null) {
            return false;
        }
        double asked = Double.longBitsToDouble(first.ticket);
        if (!isPossible(line, asked)) {
            return false;
        }
        change(sim, line, asked);
        line.serve(sim, first);
        first.resume(sim);
        return true;
    }

    /** Name, amount and who waits, as a line of a trace or a message. */
    @Override
    public String toString() {
        return "level '" + name + "' (" + amount + " of " + capacity + Words.waiting("to take", takers.all())
                + Words.waiting("to put", putters.all()) + ")";
    }
}
