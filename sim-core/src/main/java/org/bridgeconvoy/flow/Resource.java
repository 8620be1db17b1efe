package org.bridgeconvoy.flow;

import java.math.BigInteger;
import java.util.Objects;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * Limited means: a number of alike units that entities seize and release, with one queue before them. Who has the higher priority
 * is first in the queue, then who came first; nobody overtakes, also not an entity that needs fewer units than the first one.
 *
 * <p>The number of units may follow hours. When it falls below what is in use, units in use stay so until they are released, and
 * none is handed out meanwhile.
 *
 * <p>Belongs to one run. Not thread-safe.
 */
public final class Resource {
    private final String name;
    private final CapacitySchedule capacity;
    private final @Nullable WaitStatistics statistics;
    private final WaitingLine queue = new WaitingLine();
    private final Event capacityChange = this::onCapacityChange;
    private final boolean varies;
    private final int atStart;
    private int inUse;
    private boolean handingOut;
    private long changeHandle;
    private long observedFrom;

    /**
     * Creates a resource with a constant number of units and statistics.
     *
     * @param name for messages
     * @param units how many, at least 1
     * @throws IllegalArgumentException if below 1
     */
    public Resource(String name, int units) {
        this(name, CapacitySchedule.constant(units));
    }

    /**
     * Creates a resource with a number of units that follows a schedule, and statistics.
     *
     * @param name for messages
     * @param capacity how many units when
     */
    public Resource(String name, CapacitySchedule capacity) {
        this(name, capacity, true);
    }

    /**
     * Creates a resource.
     *
     * @param name for messages
     * @param capacity how many units when
     * @param observed whether to keep statistics; without them it runs faster
     */
    public Resource(String name, CapacitySchedule capacity, boolean observed) {
        this.name = Objects.requireNonNull(name, "name");
        this.capacity = capacity;
        this.statistics = observed ? new WaitStatistics() : null;
        this.varies = capacity.nextChange(0) != Long.MAX_VALUE;
        this.atStart = capacity.capacityAt(0);
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
     * How many units are in use.
     *
     * @return at least 0
     */
    public int inUse() {
        return inUse;
    }

    /**
     * How many entities wait.
     *
     * @return at least 0
     */
    public int queueLength() {
        return queue.length();
    }

    /**
     * What was observed.
     *
     * @return kept up to date by the run
     * @throws IllegalStateException if the resource was created without statistics
     */
    public WaitStatistics statistics() {
        if (statistics == null) {
            throw new IllegalStateException("resource '" + name + "' keeps no statistics");
        }
        return statistics;
    }

    /**
     * Forgets what was observed and keeps the state: the end of the warm-up.
     *
     * @param sim the run
     * @throws IllegalStateException if the resource was created without statistics
     */
    public void resetStatistics(Simulation sim) {
        statistics().reset(sim.now());
        observedFrom = sim.now();
    }

    /**
     * The share of the units' time that was in use since the last reset: unit-time in use ÷ unit-time of the capacity. Above 1 if
     * units stay in use when the capacity has fallen.
     *
     * @param sim the run
     * @return NaN if there was no unit at any time
     * @throws IllegalStateException if the resource was created without statistics
     */
    public double utilisation(Simulation sim) {
        BigInteger offered = BigInteger.ZERO;
        long now = sim.now();
        for (long t = observedFrom; t < now; ) {
            long end = Math.min(now, capacity.nextChange(t));
            offered = offered.add(BigInteger.valueOf(end - t).multiply(BigInteger.valueOf(capacity.capacityAt(t))));
            t = end;
        }
        if (offered.signum() == 0) {
            return Double.NaN;
        }
        return statistics().inUse().area(now).doubleValue() / offered.doubleValue();
    }

    void checkUnits(int units) {
        if (units < 1 || units > capacity.greatest()) {
            throw new IllegalArgumentException(
                    "resource '" + name + "': units must be from 1 to " + capacity.greatest() + ", got " + units);
        }
    }

    void seize(Simulation sim, Cursor<?> cursor, int units, int priority) {
        cursor.units = units;
        cursor.priority = priority;
        Cursor<?> first = queue.first();
        if ((first == null || first.priority < priority) && isFree(sim, units)) {
            take(sim, units);
            if (statistics != null) {
                statistics.servedAtOnce();
            }
            cursor.proceed(sim);
            return;
        }
        cursor.since = sim.now();
        queue.join(cursor);
        if (statistics != null) {
            statistics.queued(sim.now());
        }
        if (varies) {
            awaitChange(sim);
        }
    }

    void release(Simulation sim, Cursor<?> cursor, int units) {
        if (units > inUse) {
            throw new IllegalStateException("resource '" + name + "': release "
                    + (units == 1 ? "without a unit" : "of " + units + " units with " + inUse) + " in use "
                    + cursor.at(sim));
        }
        take(sim, -units);
        if (queue.first() != null) {
            handOut(sim);
        }
    }

    private boolean isFree(Simulation sim, int units) {
        return units <= (varies ? capacity.capacityAt(sim.now()) : atStart) - inUse;
    }

    private void take(Simulation sim, int units) {
        inUse += units;
        if (statistics != null) {
            statistics.use(units, sim.now());
        }
    }

    /** Serves the queue. What is released meanwhile, by those served, is seen by the same loop: no recursion. */
    private void handOut(Simulation sim) {
        if (handingOut) {
            return;
        }
        handingOut = true;
        Cursor<?> first = queue.first();
        while (first != null && isFree(sim, first.units)) {
            queue.leave();
            take(sim, first.units);
            if (statistics != null) {
                statistics.served(first.since, sim.now());
            }
            first.proceed(sim);
            first = queue.first();
        }
        handingOut = false;
    }

    /** Looks at the schedule only while somebody waits. */
    private void awaitChange(Simulation sim) {
        if (sim.isPending(changeHandle)) {
            return;
        }
        long change = capacity.nextChange(sim.now());
        if (change != Long.MAX_VALUE) {
            changeHandle = sim.scheduleAt(change, capacityChange);
        }
    }

    private void onCapacityChange(Simulation sim) {
        handOut(sim);
        if (queue.first() != null) {
            awaitChange(sim);
        }
    }
}
