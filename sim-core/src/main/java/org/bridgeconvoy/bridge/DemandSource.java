package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;

/** One cargo in one run: lets the consignments that its stream draws and those that are listed appear (phase 3). */
final class DemandSource implements Event {

    private static final String ARRIVALS = "arrivals.";
    private static final String LOADS = "loads.";

    private final BridgeRun run;
    private final int cargo;
    private final CheckedArrivals arrivals;
    private final Draws draws;
    private Distribution load;
    private int priority;
    private final long backlog;
    private long total;
    private long carrying;
    private long consigned;
    private long consignments;
    private boolean begun;

    /** Whether {@link ListedOnly} lets what is listed appear. */
    private final boolean isListedOnly;

    /** Whether the stream draws beyond the horizon. */
    private boolean goesOn;

    private final ListedLoads listed;
    private int nextListed;

    DemandSource(BridgeRun run, int cargo, StreamPlan plan, boolean isListedOnly, Streams streams) {
        this.run = run;
        this.isListedOnly = isListedOnly;
        this.cargo = cargo;
        CargoStream stream = plan.config();
        arrivals = CheckedArrivals.start(stream, plan.curve(), streams.stream(ARRIVALS + stream.cargo()));
        load = stream.loadTonnes();
        priority = stream.priority();
        draws = new Draws(run.isUnchanging(), streams.stream(LOADS + stream.cargo()));
        backlog = Mass.ofTonnes(stream.backlogTonnes());
        total = Mass.ofTonnes(stream.totalTonnes());
        carrying = plan.carrying();
        listed = plan.listed();
        goesOn = plan.goesOn();
    }

    /** Whether a random stream of this name is one of the demand. */
    static boolean isStream(String name) {
        return name.startsWith(ARRIVALS) || name.startsWith(LOADS);
    }

    /** Takes on another load, priority and total; the curve holds all changes of the rate. */
    void apply(StreamPlan plan) {
        load = plan.config().loadTonnes();
        priority = plan.config().priority();
        total = Mass.ofTonnes(plan.config().totalTonnes());
        carrying = plan.carrying();
        goesOn = plan.goesOn();
    }

    void begin() {
        run.sim().scheduleAt(0, Priorities.consignment(cargo), this);
        if (listed.count() > 0 && !isListedOnly) {
            run.sim().scheduleAt(listed.time(0), Priorities.listed(cargo), this::list);
        }
    }

    private void list(Simulation sim) {
        while (nextListed < listed.count() && listed.time(nextListed) == sim.now()) {
            appearListed();
        }
        if (nextListed < listed.count()) {
            sim.scheduleAt(listed.time(nextListed), Priorities.listed(cargo), this::list);
        }
        run.settle();
    }

    /** Lets the next that is listed appear. */
    void appearListed() {
        int row = nextListed++;
        appear(listed.milligrams(row), listed.priority(row));
    }

    /** Whether no more will appear: a stream stops at its total, and all that is listed has appeared. */
    boolean isOver() {
        return (total == Mass.UNLIMITED || isComplete()) && nextListed == listed.count() && !listed.isCut();
    }

    /** Whether more may appear, also after the horizon. */
    boolean hasMore() {
        return nextListed < listed.count() || listed.isCut() || (goesOn && !isComplete());
    }

    /** Whether the stream has stopped at its total. */
    private boolean isComplete() {
        return consigned >= total;
    }

    /** How many consignments have appeared. */
    long consignments() {
        return consignments;
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
        run.settle();
    }

    private void consign() {
        long mass = Math.min(Mass.ofTonnes(draws.next(load)), carrying);
        consigned += mass;
        appear(mass, priority);
    }

    private void appear(long mass, int priority) {
        consignments++;
        run.recorder().consigned(cargo, mass);
        run.dispatch().consign(cargo, mass, priority);
        run.observers().consigned(run.cargoName(cargo), Mass.toTonnes(mass));
    }
}
