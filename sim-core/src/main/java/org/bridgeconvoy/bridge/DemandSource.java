package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** One cargo stream in one run: lets its consignments appear (phase 3). */
final class DemandSource implements Event {

    private final BridgeRun run;
    private final int cargo;
    private final ArrivalPattern.Arrivals arrivals;
    private final RandomStream loads;
    private Distribution load;
    private final long backlog;
    private long total;
    private long carrying;
    private long consigned;
    private long truckloads;
    private boolean begun;

    DemandSource(BridgeRun run, int cargo, StreamPlan plan, Streams streams) {
        this.run = run;
        this.cargo = cargo;
        CargoStream stream = plan.config();
        arrivals = stream.arrivals().start(plan.curve(), streams.stream("arrivals." + stream.cargo()));
        loads = streams.stream("loads." + stream.cargo());
        load = stream.loadTonnes();
        backlog = Mass.ofTonnes(stream.backlogTonnes());
        total = Mass.ofTonnes(stream.totalTonnes());
        carrying = plan.carrying();
    }

    /** Takes on another load and total; the curve holds all changes of the rate. */
    void apply(StreamPlan plan) {
        load = plan.config().loadTonnes();
        total = Mass.ofTonnes(plan.config().totalTonnes());
        carrying = plan.carrying();
    }

    void begin() {
        run.sim().scheduleAt(0, Priorities.consignment(cargo), this);
    }

    /** Whether the stream has stopped at its total. */
    boolean isComplete() {
        return consigned >= total;
    }

    /** Truckloads that have appeared. */
    long truckloads() {
        return truckloads;
    }

    @Override
    public void fire(Simulation sim) {
        if (begun) {
            consign();
        } else {
            begun = true;
            while (consigned < backlog && !isComplete()) {
                consign();
            }
        }
        long next = isComplete() ? Long.MAX_VALUE : arrivals.next();
        while (next == sim.now() && !isComplete()) {
            consign();
            next = arrivals.next();
        }
        if (next < run.horizon() && !isComplete()) {
            sim.scheduleAt(next, Priorities.consignment(cargo), this);
        }
    }

    private void consign() {
        long mass = Math.min(Mass.ofTonnes(load.sample(loads)), carrying);
        consigned += mass;
        truckloads++;
        run.consigned(cargo, mass);
    }
}
