package org.bridgeconvoy.flow;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Measured;
import org.bridgeconvoy.observe.TimeWeighted;
import org.jspecify.annotations.Nullable;

/**
 * Resource: a number of like units that entities seize and release, with one queue. The queue serves the higher priority first, then the
 * earlier comer. No entity overtakes, not even one that needs fewer units than the first in the queue.
 *
 * <p>The number of units may follow hours. When it falls below the number in use, units in use stay so until they are released, and none
 * is seized meanwhile. When it rises, an event of that instant serves the queue.
 *
 * <p>A unit belongs to the entity that seized it, on whichever of its journeys. Releasing units that the entity does not hold is an error.
 * Entities are told apart by {@code equals}.
 *
 * <p>Belongs to one run, the first in which it is used; use in another is an error. Not thread-safe.
 */
public final class Resource implements Measured {
    private final String name;
    private final @Nullable WaitStatistics statistics;
    private final OneRun run;
    private final Allocation units;

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
        this.run = new OneRun("resource '" + name + "'", () -> queueLength() == 0 ? "" : toString());
        this.statistics = observed ? new WaitStatistics() : null;
        this.units = new Allocation(name, new CheckedCapacity(name, capacity), statistics, run);
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

    @Override
    public void forget(long nowNanos) {
        statistics().reset(nowNanos);
        units.capacity.reset(nowNanos);
        units.interruptions().times().reset(nowNanos);
    }

    @Override
    public void figures(long nowNanos, ObjDoubleConsumer<String> to) {
        statistics().figures(nowNanos, to);
        units.interruptions().times().shares(inUse(), nowNanos).figures(to);
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
        forget(sim.now());
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

    /**
     * What the units did since the last reset: busy, blocked, failed, idle, off shift.
     *
     * @param sim the run
     * @return shares that add up to 1
     * @throws IllegalStateException if the resource was created without statistics
     */
    public UnitShares shares(Simulation sim) {
        run.check(sim);
        statistics();
        return units.interruptions().times().shares(inUse(), sim.now());
    }

    /**
     * Changes the number of units from now on, instead of the schedule or the number given before. If it falls below the number in use,
     * units in use stay so until they are released, and none is seized meanwhile. No work is interrupted.
     *
     * @param sim the run
     * @param capacity how many units, at least 0
     * @throws IllegalArgumentException if negative
     * @throws IllegalStateException if the resource belongs to another run
     */
    public void changeCapacity(Simulation sim, int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException("resource '" + name + "': the number of units must be >= 0, got "
                    + capacity + " (" + EventFailure.at(sim.now()) + ")");
        }
        units.changeCapacity(sim, capacity);
    }

    /**
     * Lets the resource fail, all units at once. No unit is seized until {@link #repair}. The delays of entities that hold units stand
     * still; what becomes of them is said by {@link Flow.Builder#ifInterrupted}: they go on where they were unless the seize says
     * otherwise. An entity that waits elsewhere, or is in a step of one's own, goes on, and its next delay stands still until the repair.
     * A second failure before the repair needs a second repair. On each of several ways at once an entity stands alone: a failure stops
     * the delays of the way that has seized the units.
     *
     * @param sim the run
     * @throws IllegalStateException if the resource belongs to another run
     */
    public void fail(Simulation sim) {
        run.check(sim);
        units.interruptions().fail(sim);
    }

    /**
     * Ends a failure by {@link #fail}: entities that hold units go on, first who seized first, then the queue is served.
     *
     * @param sim the run
     * @throws IllegalStateException if the resource has not failed, or belongs to another run
     */
    public void repair(Simulation sim) {
        run.check(sim);
        units.interruptions().repair(sim);
    }

    /**
     * Whether the resource is out of order.
     *
     * @return from {@link #fail} to {@link #repair}
     */
    public boolean isFailed() {
        return units.interruptions().isFailed();
    }

    /**
     * Lets the resource fail and be repaired again and again by the clock, in use or not.
     *
     * @param sim the run
     * @param upSeconds the time from now, or from a repair, to the next failure; at least 0; infinite for none
     * @param repairSeconds the time of a repair, at least 0
     * @throws IllegalStateException if the resource belongs to another run
     */
    public void failByTime(Simulation sim, DoubleSupplier upSeconds, DoubleSupplier repairSeconds) {
        run.check(sim);
        units.interruptions().failByTime(sim, new FailureLaw(name, upSeconds, repairSeconds));
    }

    /**
     * Lets the resource fail and be repaired again and again by use: the clock of the failures runs while units are in use, from the
     * seize to the release, and with two units in use twice as fast. It stands still during repairs.
     *
     * @param sim the run
     * @param useSeconds the time in use from now, or from a repair, to the next failure; at least 0; infinite for none
     * @param repairSeconds the time of a repair, at least 0
     * @throws IllegalStateException if the resource belongs to another run
     */
    public void failByUse(Simulation sim, DoubleSupplier useSeconds, DoubleSupplier repairSeconds) {
        run.check(sim);
        units.interruptions().failByUse(sim, new FailureLaw(name, useSeconds, repairSeconds));
    }

    private double share(Simulation sim, TimeWeighted counted) {
        run.check(sim);
        long now = sim.now();
        BigInteger offered = units.capacity.offered(now);
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
     * A choice for {@link Flow.Builder#seize(java.util.function.Function)}: the resource with the fewest entities, those that wait and the
     * units in use together; among equals the first.
     *
     * @param resources at least one
     * @return chooses when it is asked
     * @throws IllegalArgumentException if there is none
     */
    public static Function<Object, Resource> withShortestLine(List<Resource> resources) {
        return new ShortestLine(resources);
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
     * Lets a step of one's own seize units, taken from entities of lower priority if need be, as {@link Flow.Builder#preempting} says.
     *
     * @param sim the run
     * @param cursor the cursor of the step
     * @param units how many, from 1 to the most the resource ever has
     * @param priority the higher one is served first, equal ones in the order of coming
     * @throws IllegalArgumentException if the number of units is out of range
     * @throws IllegalStateException if the step is not under way, or the resource belongs to another run
     */
    public void seizePreempting(Simulation sim, Cursor<?> cursor, int units, int priority) {
        checkUnits(units);
        run.check(sim);
        Customer<?> customer = cursor.customer();
        customer.handOver(sim, cursor.step());
        this.units.seizePreempting(sim, customer, units, priority);
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
