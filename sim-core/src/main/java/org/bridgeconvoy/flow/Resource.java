package org.bridgeconvoy.flow;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.TimeWeighted;
import org.jspecify.annotations.Nullable;

/**
 * Resource: a number of like units that entities seize and release, with one queue. The queue serves the higher priority first, then the
 * earlier comer. No entity overtakes, not even one that needs fewer units than the first in the queue.
 *
 * <p>The number of units may follow hours. When it falls below the number in use, units in use stay so until they are released, and none
 * is seized meanwhile.
 *
 * <p>A unit belongs to the entity that seized it, on whichever of its journeys. Releasing units that the entity does not hold is an error.
 * Entities are told apart by {@code equals}.
 *
 * <p>Belongs to one run, the first in which it is used; use in another is an error. Not thread-safe.
 */
public final class Resource {
    private final String name;
    private final CheckedCapacity capacity;
    private final @Nullable WaitStatistics statistics;
    private final WaitingLine queue = new WaitingLine();
    private final Holders holders;
    private final OneRun run;
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
     * @throws IllegalArgumentException if the schedule contradicts itself at time 0
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
     * @throws IllegalArgumentException if the schedule contradicts itself at time 0
     */
    public Resource(String name, CapacitySchedule capacity, boolean observed) {
        this.name = Objects.requireNonNull(name, "name");
        this.run = new OneRun("resource '" + name + "'");
        this.capacity = new CheckedCapacity(name, capacity);
        this.statistics = observed ? new WaitStatistics() : null;
        this.holders = new Holders(name, statistics);
        this.varies = this.capacity.varies();
        this.atStart = this.capacity.atStart();
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
     * Number of units in use.
     *
     * @return at least 0
     */
    public int inUse() {
        return inUse;
    }

    /**
     * Number of entities in the queue.
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
     * Deletes the statistics and keeps the state: the end of the warm-up.
     *
     * @param sim the run
     * @throws IllegalStateException if the resource was created without statistics
     */
    public void resetStatistics(Simulation sim) {
        run.check(sim);
        statistics().reset(sim.now());
        observedFrom = sim.now();
    }

    /**
     * The share of the units' time that was in use since the last reset: unit-time in use ÷ unit-time of the capacity. A unit is in
     * use from the seize to the release, so also while its entity waits in another queue with it, which {@link #blockedShare} tells
     * apart. Above 1 if units stay in use when the capacity has fallen.
     *
     * @param sim the run
     * @return NaN if there was no unit at any time
     * @throws IllegalStateException if the resource was created without statistics
     */
    public double utilisation(Simulation sim) {
        return share(sim, statistics().inUse());
    }

    /**
     * The part of {@link #utilisation} in which units did nothing, because the entity that had them stood in the queue of a
     * resource, before a gate or in a batch: units of a station that is blocked by the next one. The rest of the utilisation is
     * work. Waiting within a step of one's own counts as work.
     *
     * @param sim the run
     * @return at most the utilisation; NaN if there was no unit at any time
     * @throws IllegalStateException if the resource was created without statistics
     */
    public double blockedShare(Simulation sim) {
        return share(sim, statistics().blocked());
    }

    private double share(Simulation sim, TimeWeighted units) {
        run.check(sim);
        long now = sim.now();
        BigInteger offered = capacity.unitTime(observedFrom, now);
        return offered.signum() == 0 ? Double.NaN : units.area(now).doubleValue() / offered.doubleValue();
    }

    /**
     * The entities that hold units though their flow has ended, or a step of it threw. Their units are lost to all others unless another
     * flow of the same entity releases them. Worth a look at the end of a run.
     *
     * @return the entities, empty if all is well
     */
    public List<Object> notGivenBack() {
        return holders.ended();
    }

    void checkUnits(int units) {
        if (units < 1 || units > capacity.greatest()) {
            throw new IllegalArgumentException(
                    "resource '" + name + "': units must be from 1 to " + capacity.greatest() + ", got " + units);
        }
    }

    void seize(Simulation sim, Customer<?> customer, int units, int priority) {
        run.check(sim);
        customer.units = units;
        customer.priority = priority;
        Customer<?> first = queue.first();
        if ((first == null || first.priority < priority) && isFree(sim, units)) {
            take(sim, customer);
            if (statistics != null) {
                statistics.servedAtOnce();
            }
            customer.resume(sim);
            return;
        }
        customer.since = sim.now();
        queue.join(customer);
        customer.joined(sim);
        if (statistics != null) {
            statistics.queued(sim.now());
        }
        if (varies) {
            awaitChange(sim);
        }
    }

    void release(Simulation sim, Customer<?> customer, int units) {
        run.check(sim);
        if (!holders.give(customer, units, sim.now())) {
            throw notHeld(sim, customer, units);
        }
        inUse -= units;
        if (statistics != null) {
            statistics.use(-units, sim.now());
        }
        if (queue.length() > 0) {
            handOutThen(sim, customer);
        }
        customer.resume(sim);
    }

    private IllegalStateException notHeld(Simulation sim, Customer<?> customer, int units) {
        String text = "resource '" + name + "': release ";
        if (units > inUse) {
            text += units == 1 ? "without a unit in use" : "of " + units + " units with " + inUse + " in use";
            return new IllegalStateException(text + " " + customer.at(sim));
        }
        int held = holders.held(customer.entity());
        text += units == 1 ? "of a unit" : "of " + units + " units";
        text += " by an entity that has " + (held == 0 ? "none" : held) + " " + customer.at(sim) + " in step "
                + customer.what() + "; " + inUse + " in use by " + holders.names()
                + ". An entity releases what it has seized, once";
        return new IllegalStateException(text);
    }

    private boolean isFree(Simulation sim, int units) {
        return units <= (varies ? capacity.at(sim.now()) : atStart) - inUse;
    }

    private void take(Simulation sim, Customer<?> customer) {
        holders.take(customer, customer.units);
        inUse += customer.units;
        if (statistics != null) {
            statistics.use(customer.units, sim.now());
        }
    }

    /** Serves the queue. If a step of a served entity throws, the releasing entity goes on if the run is continued. */
    private void handOutThen(Simulation sim, Customer<?> releasing) {
        boolean failed = true;
        try {
            handOut(sim);
            failed = false;
        } finally {
            if (failed) {
                releasing.resumeLater(sim);
            }
        }
    }

    /** Serves the queue. The same loop serves what the served entities release meanwhile: no recursion. */
    private void handOut(Simulation sim) {
        if (handingOut) {
            return;
        }
        handingOut = true;
        Customer<?> first = queue.first();
        try {
            while (first != null && isFree(sim, first.units)) {
                serve(sim, first);
                first = queue.first();
            }
            first = null;
        } finally {
            handingOut = false;
            if (first != null && queue.length() > 0) {
                // A step threw: the others go on if the run is continued.
                sim.schedule(0, this::handOut);
            }
        }
    }

    private void serve(Simulation sim, Customer<?> first) {
        queue.leave();
        first.left(sim);
        take(sim, first);
        if (statistics != null) {
            statistics.served(first.since, sim.now());
        }
        first.resume(sim);
    }

    /** Schedules the next change of the capacity; only needed while an entity waits. */
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
        try {
            handOut(sim);
        } finally {
            if (queue.length() > 0) {
                awaitChange(sim);
            }
        }
    }
}
