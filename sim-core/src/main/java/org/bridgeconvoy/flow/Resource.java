package org.bridgeconvoy.flow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
    private final @Nullable WaitStatistics statistics;
    private final OneRun run;
    private final Allocation units;
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
        this.statistics = observed ? new WaitStatistics() : null;
        this.units = new Allocation(name, new CheckedCapacity(name, capacity), statistics, run);
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
        return units.inUse();
    }

    /**
     * Number of entities in the queue.
     *
     * @return at least 0
     */
    public int queueLength() {
        return units.queue.length();
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

    private double share(Simulation sim, TimeWeighted counted) {
        run.check(sim);
        long now = sim.now();
        BigInteger offered = units.capacity.unitTime(observedFrom, now);
        return offered.signum() == 0 ? Double.NaN : counted.area(now).doubleValue() / offered.doubleValue();
    }

    /**
     * The entities that hold units though their flow has ended, or a step of it threw. Their units are lost to all others unless another
     * flow of the same entity releases them. Worth a look at the end of a run.
     *
     * @return the entities, empty if all is well
     */
    public List<Object> notGivenBack() {
        return units.holders.ended();
    }

    /**
     * The entities in the queue, in the order in which they will be served if no other entity comes. Worth a look when a run has ended
     * because nothing was pending: who waits then, waits for ever.
     *
     * @return a list of its own; empty if no entity waits
     */
    public List<Object> waiting() {
        List<Object> entities = new ArrayList<>(units.queue.length());
        units.queue.all().forEach(customer -> entities.add(customer.entity()));
        return entities;
    }

    /**
     * Number of units that an entity holds, on all its journeys.
     *
     * @param entity told apart by {@code equals}
     * @return at least 0
     */
    public int heldBy(Object entity) {
        return units.holders.held(entity);
    }

    /**
     * Number of units that are not in use now.
     *
     * @param sim the run
     * @return at least 0, also if more are in use than the capacity that is left
     */
    public int free(Simulation sim) {
        run.check(sim);
        return units.free(sim);
    }

    /**
     * Lets a step of one's own seize units, all at once: the entity waits in the queue, and the resource continues the step when it has
     * them, at once if they are free.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @param units how many, from 1 to the most the resource ever has
     * @param priority the higher one is served first, equal ones in the order of coming
     * @throws IllegalArgumentException if the number of units is out of range
     * @throws IllegalStateException if the step is not under way, or the resource belongs to another run
     */
    public void seize(Simulation sim, Cursor<?> cursor, int units, int priority) {
        checkUnits(units);
        run.check(sim);
        Customer<?> customer = cursor.customer();
        customer.handOver(sim, cursor.step());
        this.units.seize(sim, customer, units, priority);
    }

    /**
     * Releases units of an entity, from a step of one's own or from anywhere else. Entities that wait for them go on before the call
     * returns. The step of the entity goes on as its own code says.
     *
     * @param sim the run
     * @param cursor a cursor of the entity
     * @param units how many, at least 1
     * @throws IllegalArgumentException if the number of units is out of range
     * @throws IllegalStateException if the entity does not have them, or waits in a queue with this cursor
     */
    public void release(Simulation sim, Cursor<?> cursor, int units) {
        checkUnits(units);
        this.units.releaseOnly(sim, cursor.customer(), units);
    }

    /**
     * Takes an entity out of the queue: it gives up (reneges), or goes to another one (jockeys). Its step is then under way until {@link
     * Cursor#proceed} continues it, or another queue that it is handed to. A seize with {@link Flow.Builder#orGiveUpAfterSeconds} goes on
     * with the steps of those who give up. What the others may now have is handed out before the call returns.
     *
     * @param sim the run
     * @param cursor the entity's cursor
     * @return whether it waited here; if not, nothing happens
     * @throws IllegalStateException if the resource belongs to another run
     */
    public boolean leave(Simulation sim, Cursor<?> cursor) {
        return units.leave(sim, cursor.customer(), cursor.step());
    }

    /** Name, users and queue, as a line of a trace or a message; the first of them by name. */
    @Override
    public String toString() {
        return "resource '" + name + "' (" + units + ")";
    }

    /** Who hands out the units, for the steps of the library. */
    Allocation allocation() {
        return units;
    }

    void checkUnits(int asked) {
        int most = units.capacity.greatest();
        if (asked < 1 || asked > most) {
            throw new IllegalArgumentException(
                    "resource '" + name + "': units must be from 1 to " + most + ", got " + asked);
        }
    }
}
