package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/** Interrupts the work with the units of one resource: a customer of higher priority takes units, or the resource fails. */
final class Interruptions {
    /** Lowest priority first; within a priority the holder that seized last. */
    private static final Comparator<Holding> FIRST_TO_LOSE = Comparator.comparingInt((Holding held) -> held.priority)
            .thenComparing(
                    Comparator.comparingLong((Holding held) -> held.seized).reversed());

    private final Allocation allocation;
    private final @Nullable WaitStatistics statistics;
    private final UnitTimes times;

    /** Number of failures that are not repaired. */
    private int failures;

    /** The holders whose work stands still because of the failure. */
    private final List<Customer<?>> stopped = new ArrayList<>(0);

    private final List<UseFailures> byUse = new ArrayList<>(0);

    Interruptions(Allocation allocation, @Nullable WaitStatistics statistics) {
        this.allocation = allocation;
        this.statistics = statistics;
        this.times = new UnitTimes(allocation.capacity, statistics);
    }

    /** Whether the resource must be told of each change of the number in use. */
    boolean watchesUse() {
        return failures > 0 || !byUse.isEmpty();
    }

    boolean isFailed() {
        return failures > 0;
    }

    UnitTimes times() {
        return times;
    }

    /** Notes the number in use before it changes. */
    void noteUse(long now) {
        times.note(allocation.inUse(), now);
    }

    /** Whether units could be had from customers of lower priority that work. */
    boolean canMakeRoom(Simulation sim, int units, int priority) {
        if (failures > 0) {
            return false;
        }
        int room = allocation.room(sim);
        for (Holding held : allocation.holders.all()) {
            room += canLose(sim, held, priority) ? held.units : 0;
        }
        return room >= units;
    }

    private static boolean canLose(Simulation sim, Holding held, int priority) {
        Customer<?> customer = held.customer;
        return held.priority < priority && customer != null && customer.isWorking(sim);
    }

    /** Takes from customers of lower priority that work, if that makes enough units free; false if not. */
    boolean makeRoom(Simulation sim, int units, int priority) {
        if (!canMakeRoom(sim, units, priority)) {
            return false;
        }
        List<Holding> losers = new ArrayList<>(allocation.holders.all());
        losers.removeIf(held -> !canLose(sim, held, priority));
        losers.sort(FIRST_TO_LOSE);
        for (int i = 0; i < losers.size() && allocation.free(sim) < units; i++) {
            takeAway(sim, losers.get(i));
        }
        return true;
    }

    private void takeAway(Simulation sim, Holding held) {
        Customer<?> customer = customerOf(held);
        Interruption interruption = customer.interruption(held.step);
        if (interruption.discards()) {
            discard(sim, customer, held, interruption);
        } else {
            customer.stopWorking(sim, interruption.work());
            allocation.takeAway(sim, customer, held);
        }
    }

    private void discard(Simulation sim, Customer<?> customer, Holding held, Interruption interruption) {
        allocation.giveUpWork(sim, customer, held, held.step + interruption.way());
        if (statistics != null) {
            statistics.gaveUpWork();
        }
    }

    private static Customer<?> customerOf(Holding held) {
        return Objects.requireNonNull(held.customer, "a holding in use has a customer");
    }

    /** Lets the resource fail: the work of its holders stands still, and no unit is seized. */
    void fail(Simulation sim) {
        if (failures++ > 0) {
            return;
        }
        noteUse(sim.now());
        times.failed(sim.now());
        allocation.noteFailure();
        for (Holding held : allocation.holders.inOrder()) {
            Customer<?> customer = customerOf(held);
            Interruption interruption = customer.interruption(held.step);
            if (interruption.discards() && customer.isWorking(sim)) {
                discard(sim, customer, held, interruption);
            } else {
                customer.stopWorking(sim, interruption.work());
                stopped.add(customer);
            }
        }
        useChanged(sim);
    }

    /** Ends a failure. When none is left, the holders go on and the queue is served. */
    void repair(Simulation sim) {
        if (failures == 0) {
            throw new IllegalStateException("resource '" + allocation.name() + "': repair without a failure ("
                    + EventFailure.at(sim.now()) + ")");
        }
        if (--failures > 0) {
            return;
        }
        noteUse(sim.now());
        times.repaired(sim.now());
        allocation.noteFailure();
        useChanged(sim);
        List<Customer<?>> goOn = List.copyOf(stopped);
        stopped.clear();
        for (Customer<?> customer : goOn) {
            customer.goOnWorking(sim);
        }
        allocation.handOut(sim);
    }

    void failByTime(Simulation sim, FailureLaw law) {
        new TimeFailures(this, law).begin(sim);
    }

    void failByUse(Simulation sim, FailureLaw law) {
        UseFailures process = new UseFailures(this, law);
        byUse.add(process);
        allocation.noteFailure();
        process.begin(sim, allocation.inUse());
    }

    /** Notes that another number of units is in use. Lets those go on who stood still and have given their units back. */
    void useChanged(Simulation sim) {
        for (UseFailures process : byUse) {
            process.change(sim, failures > 0 ? 0 : allocation.inUse());
        }
        for (int i = stopped.size() - 1; i >= 0; i--) {
            Customer<?> customer = stopped.get(i);
            if (Holding.find(customer.holdings, allocation.holders) == null) {
                stopped.remove(i);
                customer.goOnWorking(sim);
            }
        }
    }
}
