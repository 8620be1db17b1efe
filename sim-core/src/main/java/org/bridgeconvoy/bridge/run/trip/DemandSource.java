package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.plan.ListedLoads;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.run.plan.StreamPlan;
import org.bridgeconvoy.bridge.run.record.ControlRecord;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.jspecify.annotations.Nullable;

/** One cargo in one run: lets its drawn and its listed consignments appear (phase 3). */
public final class DemandSource {

    private final RunContext context;
    private final Recorder recorder;
    private final Dispatch dispatch;
    private final int cargo;
    private final CheckedArrivals arrivals;
    private final @Nullable ControlRecord controls;
    private double meanLoad;
    private final Draws draws;
    private Distribution load;
    private int priority;
    private final Direction direction;
    private final long backlog;
    private long total;
    private long carrying;
    private long consigned;
    private boolean begun;

    /** The last arrival that was asked for: the next one, or behind the present if the stream has stopped. */
    private long arrival = -1;

    private boolean isScheduled;

    /** Whether {@link ListedOnly} lets the listed consignments appear. */
    private final boolean isListedOnly;

    /** Whether the stream draws beyond the horizon. */
    private boolean goesOn;

    private final PartEvent drawnEvent;
    private final PartEvent listedEvent;
    private final ListedLoads listed;
    private int nextListed;

    /**
     * The source of a cargo.
     *
     * @param isListedOnly whether {@link ListedOnly} lets its listed consignments appear
     */
    public DemandSource(
            RunContext context,
            Recorder recorder,
            Dispatch dispatch,
            int cargo,
            boolean isListedOnly,
            Streams streams) {
        this.context = context;
        this.recorder = recorder;
        this.dispatch = dispatch;
        StreamPlan plan = context.world().plan().streams().get(cargo);
        this.isListedOnly = isListedOnly;
        this.cargo = cargo;
        CargoStream stream = plan.config();
        arrivals = CheckedArrivals.start(
                "cargo '" + stream.cargo() + "'",
                "consignments",
                stream.arrivals(),
                plan.curve(),
                streams.stream(plan.arrivalsStream()));
        load = stream.loadTonnes();
        priority = stream.priority();
        draws = new Draws(context.fastPaths().drawsAhead(), streams.stream(plan.loadsStream()));
        direction = stream.direction();
        backlog = Mass.ofTonnes(stream.backlogTonnes());
        total = Mass.ofTonnes(stream.totalTonnes());
        carrying = plan.carrying();
        controls = recorder.controls();
        meanLoad = controls == null ? 0 : plan.meanLoad();
        listed = plan.listed();
        goesOn = plan.goesOn();
        String name = "'" + stream.cargo() + "'";
        drawnEvent = new PartEvent(context.pass(), "consignments of " + name + " appear", this::appearDrawn);
        listedEvent = new PartEvent(context.pass(), "listed consignments of " + name + " appear", this::list);
    }

    /**
     * Takes on another load, priority and total. The demand curve already holds all changes of the rate. A stream that had stopped goes on if
     * the new total lets it; arrivals in between do not appear.
     */
    public void apply(StreamPlan plan) {
        load = plan.config().loadTonnes();
        priority = plan.config().priority();
        total = Mass.ofTonnes(plan.config().totalTonnes());
        carrying = plan.carrying();
        meanLoad = controls == null ? 0 : plan.meanLoad();
        goesOn = plan.goesOn();
        if (begun && !isScheduled) {
            schedule();
        }
    }

    /** The direction in which its loads travel. */
    public Direction direction() {
        return direction;
    }

    /** Schedules the first consignments. */
    public void begin() {
        context.sim().scheduleAt(0, Priorities.consignment(cargo), drawnEvent);
        if (listed.count() > 0 && !isListedOnly) {
            context.sim().scheduleAt(listed.time(0), Priorities.listed(cargo), listedEvent);
        }
    }

    private void list() {
        while (nextListed < listed.count() && listed.time(nextListed) == context.now()) {
            appearListed();
        }
        if (nextListed < listed.count()) {
            context.sim().scheduleAt(listed.time(nextListed), Priorities.listed(cargo), listedEvent);
        }
    }

    /** Lets the next listed consignment appear. */
    void appearListed() {
        int row = nextListed++;
        appear(listed.milligrams(row), listed.priority(row));
    }

    /** Whether no more will appear: the stream has stopped at its total, and all listed consignments have appeared. */
    public boolean isOver() {
        return (total == Mass.UNLIMITED || isComplete()) && nextListed == listed.count() && !listed.isCut();
    }

    /** Whether more may appear, even after the horizon. */
    public boolean hasMore() {
        return nextListed < listed.count() || listed.isCut() || (goesOn && !isComplete());
    }

    /** Whether the stream has stopped at its total. */
    private boolean isComplete() {
        return consigned >= total;
    }

    private void appearDrawn() {
        long now = context.now();
        isScheduled = false;
        if (!begun) {
            begun = true;
            while (consigned < backlog && !isComplete()) {
                consign();
            }
        }
        askUntil(now);
        while (arrival == now && !isComplete()) {
            consign();
            if (controls != null) {
                controls.appeared(cargo, now);
            }
            if (!isComplete()) {
                arrival = arrivals.next();
            }
        }
        if (controls != null && isComplete()) {
            controls.stopped(cargo, now);
        }
        schedule();
    }

    /** Passes over what came before an instant. */
    private void askUntil(long time) {
        while (arrival < time && !isComplete()) {
            arrival = arrivals.next();
        }
    }

    private void schedule() {
        askUntil(context.now());
        if (arrival < context.horizon() && !isComplete()) {
            isScheduled = true;
            context.sim().scheduleAt(arrival, Priorities.consignment(cargo), drawnEvent);
        }
    }

    private void consign() {
        long mass = Math.min(Mass.ofTonnes(draws.next(load)), carrying);
        consigned += mass;
        if (controls != null) {
            controls.loadDrawn(cargo, mass, meanLoad);
        }
        appear(mass, priority);
    }

    private void appear(long mass, int priority) {
        recorder.consigned(cargo, mass);
        dispatch.consign(cargo, mass, priority);
        if (!context.observers().isEmpty()) {
            context.observers().consigned(context.world().cargo(cargo), Mass.toTonnes(mass));
        }
    }
}
