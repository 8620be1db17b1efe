package org.bridgeconvoy.flow;

import java.util.List;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/** The entities that wait to take from a stock, or to put into it, first come first. */
final class StockLine implements Place {
    private final WaitingLine line = new WaitingLine();
    private final StockStatistics statistics;
    private final boolean takers;

    /** Serves those behind a customer that gives up its wait. */
    private final Event changed;

    StockLine(StockStatistics statistics, boolean takers, Event changed) {
        this.statistics = statistics;
        this.takers = takers;
        this.changed = changed;
    }

    int length() {
        return line.length();
    }

    List<Customer<?>> all() {
        return line.all();
    }

    @Nullable
    Customer<?> first() {
        return line.first();
    }

    void join(Simulation sim, Customer<?> customer) {
        customer.priority = 0;
        customer.since = sim.now();
        line.join(customer);
        customer.joined(sim, this);
        statistics.waiting(takers).add(1, sim.now());
    }

    /** Lets a customer go that has what it waited for; it is not continued. */
    void serve(Simulation sim, Customer<?> customer) {
        takeOut(sim, customer);
        statistics.waitSeconds(takers).record((sim.now() - customer.since) / 1e9);
    }

    /** Continues a customer that did not wait, after those who wait for what it changed. If one of them throws, it goes on later. */
    void goOnAtOnce(Simulation sim, Customer<?> customer) {
        statistics.waitSeconds(takers).record(0);
        boolean failed = true;
        try {
            changed.fire(sim);
            failed = false;
        } finally {
            if (failed) {
                customer.resumeLater(sim);
            }
        }
        customer.resume(sim);
    }

    private void takeOut(Simulation sim, Customer<?> customer) {
        line.leave(customer);
        customer.left(sim);
        statistics.waiting(takers).add(-1, sim.now());
    }

    @Override
    public void abandon(Simulation sim, Customer<?> customer) {
        takeOut(sim, customer);
        changed.fire(sim);
    }
}
