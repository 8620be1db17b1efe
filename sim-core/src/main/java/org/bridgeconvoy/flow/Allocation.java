package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/** Allocation: hands the units of one resource to who comes and to its queue, and takes them back. */
final class Allocation implements Place {
    final CheckedCapacity capacity;
    final WaitingLine queue = new WaitingLine();
    final Holders holders;
    private final String name;
    private final @Nullable WaitStatistics statistics;
    private final OneRun run;
    private final Event capacityChange = this::onCapacityChange;
    private final Interruptions interruptions;

    /** Whether the units are not simply {@link #constant}: they follow a schedule, or the resource has failed. */
    private boolean varies;

    private int constant;
    private int inUse;
    private boolean handingOut;
    private long changeHandle;

    Allocation(String name, CheckedCapacity capacity, @Nullable WaitStatistics statistics, OneRun run) {
        this.name = name;
        this.capacity = capacity;
        this.statistics = statistics;
        this.run = run;
        this.holders = new Holders(name, this, statistics);
        this.interruptions = new Interruptions(this, statistics);
        this.varies = capacity.varies();
        this.constant = capacity.atStart();
    }

    String name() {
        return name;
    }

    Interruptions interruptions() {
        return interruptions;
    }

    /** Sets the number of units from now on, and serves the queue. */
    void changeCapacity(Simulation sim, int units) {
        run.check(sim);
        interruptions.noteUse(sim.now());
        capacity.change(units, sim.now());
        constant = units;
        noteFailure();
        handOut(sim);
    }

    /** Notes that the resource has failed or works again. */
    void noteFailure() {
        varies = capacity.varies() || interruptions.watchesUse() || inUse > constant;
    }

    int inUse() {
        return inUse;
    }

    int free(Simulation sim) {
        return Math.max(0, room(sim));
    }

    /** Number of units less those in use; below 0 if the number of units has fallen. */
    int room(Simulation sim) {
        return units(sim) - inUse;
    }

    /** Takes a customer out of the queue, and serves those behind it; false if it does not wait here. */
    boolean leave(Simulation sim, Customer<?> customer, int step) {
        run.check(sim);
        if (!customer.isIn(this) || step != customer.step()) {
            return false;
        }
        if (customer.lostBy() != 0) {
            customer.forgetWork();
        }
        takeOut(sim, customer);
        customer.handBack();
        handOut(sim);
        return true;
    }

    @Override
    public void abandon(Simulation sim, Customer<?> customer) {
        takeOut(sim, customer);
        handOut(sim);
    }

    @Override
    public void takeBack(Simulation sim, Holding holding) {
        Customer<?> customer = holding.customer;
        if (customer != null) {
            giveBack(sim, customer, holding.units);
            handOut(sim);
        }
    }

    /** Releases units of a customer, which goes on by itself. */
    void releaseOnly(Simulation sim, Customer<?> customer, int units) {
        if (customer.isInLine()) {
            throw new IllegalStateException("resource '" + name + "': release by an entity that waits in step "
                    + customer.what() + " " + customer.at(sim));
        }
        giveBack(sim, customer, units);
        handOut(sim);
    }

    /** Ends the wait of a customer whose patience is over, if it still waits here, and serves those behind it. */
    void giveUp(Simulation sim, Customer<?> customer) {
        if (customer.isIn(this)) {
            takeOut(sim, customer);
            handOutThen(sim, customer);
        }
    }

    private void takeOut(Simulation sim, Customer<?> customer) {
        queue.leave(customer);
        customer.left(sim);
        customer.note(false, 0);
        customer.units = Customer.GAVE_UP;
        if (statistics != null) {
            statistics.gaveUp(customer.since, sim.now());
        }
    }

    /** Whether a customer that comes now would have to wait. */
    boolean mustWait(Simulation sim, int units, int priority, boolean preempts) {
        Customer<?> first = queue.first();
        return first != null && first.priority >= priority
                || !isFree(sim, units) && !(preempts && interruptions.canMakeRoom(sim, units, priority));
    }

    void balk(Simulation sim, Customer<?> customer) {
        run.check(sim);
        customer.units = Customer.BALKED;
        if (statistics != null) {
            statistics.turnedAway();
        }
    }

    /** Seizes units for a customer, and continues it if they are free. */
    void seize(Simulation sim, Customer<?> customer, int units, int priority) {
        if (takesOrJoins(sim, customer, units, priority)) {
            customer.resume(sim);
        }
    }

    /** Whether a customer takes units at once. If not, it joins the queue. */
    boolean takesOrJoins(Simulation sim, Customer<?> customer, int units, int priority) {
        run.check(sim);
        customer.units = units;
        customer.priority = priority;
        Customer<?> first = queue.first();
        if ((first == null || first.priority < priority) && isFree(sim, units)) {
            takeAtOnce(sim, customer);
            return true;
        }
        join(sim, customer);
        return false;
    }

    private void takeAtOnce(Simulation sim, Customer<?> customer) {
        take(sim, customer);
        if (statistics != null) {
            statistics.servedAtOnce();
        }
    }

    private void join(Simulation sim, Customer<?> customer) {
        customer.since = sim.now();
        queue.join(customer);
        waitFor(sim, customer);
    }

    private void waitFor(Simulation sim, Customer<?> customer) {
        customer.joined(sim, this);
        if (statistics != null) {
            statistics.queued(sim.now());
        }
        if (varies) {
            awaitChange(sim);
        }
    }

    /** Seizes units, taken from customers of lower priority if need be; what is left over goes to the queue first. */
    void seizePreempting(Simulation sim, Customer<?> customer, int units, int priority) {
        run.check(sim);
        customer.units = units;
        customer.priority = priority;
        Customer<?> first = queue.first();
        if (first != null && first.priority >= priority || !interruptions.makeRoom(sim, units, priority)) {
            customer.note(true, 0);
            join(sim, customer);
            return;
        }
        takeAtOnce(sim, customer);
        handOutThen(sim, customer);
        customer.resume(sim);
    }

    /** Takes all units of a customer that works away from it; it waits for them ahead of its priority. */
    void takeAway(Simulation sim, Customer<?> customer, Holding held) {
        int units = held.units;
        int priority = held.priority;
        customer.note(false, held.step);
        giveBack(sim, customer, units);
        customer.units = units;
        customer.priority = priority;
        customer.since = sim.now();
        queue.joinFirst(customer);
        waitFor(sim, customer);
    }

    /** Gives back all units of a customer that gives its work up. */
    void giveUpWork(Simulation sim, Customer<?> customer, Holding held, int step) {
        giveBack(sim, customer, held.units);
        customer.giveUpWork(sim, step);
    }

    /** Takes units back from a customer and serves the queue, before the customer goes on. */
    void release(Simulation sim, Customer<?> customer, int units) {
        giveBack(sim, customer, units);
        if (queue.length() > 0) {
            handOutThen(sim, customer);
        }
    }

    private void giveBack(Simulation sim, Customer<?> customer, int units) {
        run.check(sim);
        if (varies) {
            interruptions.noteUse(sim.now());
        }
        if (!holders.give(customer, units, sim.now())) {
            throw notHeld(sim, customer, units);
        }
        inUse -= units;
        if (varies) {
            interruptions.useChanged(sim);
        }
        if (statistics != null) {
            statistics.use(-units, sim.now());
        }
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
        return units <= room(sim);
    }

    private int units(Simulation sim) {
        return varies ? unitsNow(sim) : constant;
    }

    private int unitsNow(Simulation sim) {
        return interruptions.isFailed() ? 0 : capacity.at(sim.now());
    }

    private void take(Simulation sim, Customer<?> customer) {
        if (varies) {
            interruptions.noteUse(sim.now());
        }
        holders.take(customer, customer.units);
        inUse += customer.units;
        if (statistics != null) {
            statistics.use(customer.units, sim.now());
        }
        if (varies) {
            interruptions.useChanged(sim);
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
    void handOut(Simulation sim) {
        if (handingOut) {
            return;
        }
        handingOut = true;
        Customer<?> first = queue.first();
        try {
            while (first != null && (isFree(sim, first.units) || makesRoom(sim, first))) {
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

    private boolean makesRoom(Simulation sim, Customer<?> first) {
        return first.preempts() && interruptions.makeRoom(sim, first.units, first.priority);
    }

    private void serve(Simulation sim, Customer<?> first) {
        queue.leave();
        first.left(sim);
        take(sim, first);
        int lostBy = first.lostBy();
        first.note(false, 0);
        if (lostBy != 0) {
            holders.seizedBy(first, lostBy);
            if (statistics != null) {
                statistics.regained(first.since, sim.now());
            }
            first.goOnWorking(sim);
            return;
        }
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

    @Override
    public String toString() {
        String text = inUse + " in use";
        if (inUse > 0) {
            text += " by " + holders.names();
        }
        return queue.length() == 0 ? text : text + "; waiting: " + Words.first(queue.all());
    }
}
