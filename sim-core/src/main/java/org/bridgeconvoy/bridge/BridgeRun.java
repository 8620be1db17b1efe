package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.station.Stage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/**
 * One replication of the bridge model in progress: run it to its end, or step by step and look. One run, one thread;
 * many runs may go on side by side.
 */
public final class BridgeRun {

    private final BridgeModel model;
    private final int replication;
    private final Simulation sim = new Simulation();
    private final Recorder recorder;
    private final StateTimes states;
    private final Dispatch dispatch;
    private final Lane lane;
    private final ConvoyYard outboundYard;
    private final ConvoyYard returnYard;
    private final Map<Stage, Station> stations = new EnumMap<>(Stage.class);
    private final @Nullable Station load;
    private final @Nullable Station export;
    private final @Nullable Station imports;
    private final @Nullable Station unload;
    private final List<DemandSource> sources = new ArrayList<>();
    private final RandomStream turnarounds;
    private final @Nullable OwnStages ownStages;
    private final BridgeObserver[] observers;
    private final TripTable.@Nullable Builder trips;
    private final Instant instant;

    private WorldPlan world;
    private TruckClass[] classes;
    private int trucks;

    /** Trucks of each class to be taken out of service as they come back. */
    private final int[] surplus;

    private @Nullable ReplicationResult result;

    BridgeRun(
            BridgeModel model, Streams streams, Buffers buffers, boolean recordTrips, List<BridgeObserver> observers) {
        this.model = model;
        replication = streams.replication();
        world = model.worlds().get(0);
        ConvoyConfig config = world.config;
        this.observers = observers.toArray(new BridgeObserver[0]);
        trips = recordTrips ? buffers.trips() : null;
        recorder = new Recorder(this, model, buffers);
        states = new StateTimes(this);
        dispatch = new Dispatch(this, config);
        lane = new Lane(this, world.lane, streams);
        instant = new Instant(this);
        outboundYard = new ConvoyYard(this, Direction.OUTBOUND, 0);
        returnYard = new ConvoyYard(this, Direction.RETURN, config.destinationAheadNanos());
        load = station(Stage.LOAD, streams);
        export = station(Stage.EXPORT, streams);
        imports = station(Stage.IMPORT, streams);
        unload = station(Stage.UNLOAD, streams);
        turnarounds = streams.stream("turnaround");
        ownStages = config.ownStages().isEmpty() ? null : new OwnStages(this, config.ownStages(), streams);
        for (int i = 0; i < world.streams.size(); i++) {
            sources.add(new DemandSource(this, i, world.streams.get(i), streams));
        }
        classes = config.fleet().toArray(new TruckClass[0]);
        surplus = new int[classes.length];
        begin();
    }

    private @Nullable Station station(Stage stage, Streams streams) {
        StationPlan plan = world.station(stage);
        if (plan == null) {
            return null;
        }
        Station station = new Station(this, stage, plan, streams.stream("service." + stage.label()));
        stations.put(stage, station);
        return station;
    }

    private void begin() {
        for (BridgeObserver observer : observers) {
            observer.began(this);
        }
        for (int c = 0; c < classes.length; c++) {
            addTrucks(c, classes[c].trucks());
        }
        lane.begin();
        stations.values().forEach(Station::begin);
        outboundYard.apply(world.config.outboundConvoys());
        returnYard.apply(world.config.returnConvoys());
        sources.forEach(DemandSource::begin);
        recorder.begin();
        for (WorldPlan next : model.worlds().subList(1, model.worlds().size())) {
            sim.scheduleAt(next.from, Priorities.CHANGE, s -> change(next));
        }
        laneChanged();
    }

    private void addTrucks(int truckClass, int count) {
        states.appear(TruckState.IDLE, count);
        for (int i = 0; i < count; i++) {
            dispatch.available(new Truck(this, ++trucks, truckClass));
        }
    }

    /** From now on the world is another. */
    private void change(WorldPlan next) {
        boolean otherControl =
                !next.config.bridge().control().equals(world.config.bridge().control());
        world = next;
        TruckClass[] before = classes;
        classes = next.config.fleet().toArray(new TruckClass[0]);
        for (int c = 0; c < classes.length; c++) {
            changeFleet(c, classes[c].trucks() - before[c].trucks());
        }
        stations.forEach((stage, station) -> {
            StationPlan plan = next.station(stage);
            if (plan != null) {
                station.apply(plan);
            }
        });
        lane.apply(next.lane, otherControl);
        outboundYard.apply(next.config.outboundConvoys());
        returnYard.apply(next.config.returnConvoys());
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).apply(next.streams.get(i));
        }
        for (BridgeObserver observer : observers) {
            observer.worldChanged(now(), next.config.trucks());
        }
    }

    private void changeFleet(int truckClass, int more) {
        int kept = Math.min(Math.max(more, 0), surplus[truckClass]);
        surplus[truckClass] -= kept;
        addTrucks(truckClass, Math.max(more - kept, 0));
        for (int i = more; i < 0; i++) {
            if (dispatch.retire(truckClass)) {
                states.appear(TruckState.IDLE, -1);
            } else {
                surplus[truckClass]++;
            }
        }
    }

    // What a caller may do with a run.

    /**
     * The present time in nanoseconds since the start.
     *
     * @return from 0 to the horizon
     */
    public long now() {
        return sim.now();
    }

    /**
     * The engine under it, to schedule events of one's own; events at one instant come before the model's pass.
     *
     * @return the engine of this run only
     */
    public Simulation sim() {
        return sim;
    }

    /**
     * The length of the run; what would happen at this instant or later does not happen.
     *
     * @return nanoseconds, above 0
     */
    public long horizon() {
        return model.config().horizonNanos();
    }

    /**
     * Whether nothing is left before the horizon.
     *
     * @return true if {@link #step} would do nothing
     */
    public boolean isFinished() {
        return sim.nextTime() >= horizon();
    }

    /**
     * Fires one event, if one is left before the horizon.
     *
     * @return whether an event fired
     */
    public boolean step() {
        return !isFinished() && sim.step();
    }

    /**
     * Runs everything before an instant, which must not lie beyond the horizon.
     *
     * @param timeNanos the end, exclusive; not before {@link #now()}
     */
    public void runUntil(long timeNanos) {
        if (timeNanos > horizon()) {
            throw new IllegalArgumentException("the run ends at " + horizon() + " ns, got " + timeNanos + " ns");
        }
        sim.runBefore(timeNanos);
    }

    /**
     * Runs to the horizon and gives the result; calling it again gives the same result.
     *
     * @return the result of the whole run
     */
    public ReplicationResult finish() {
        ReplicationResult done = result;
        if (done == null) {
            sim.runBefore(horizon());
            done = recorder.finish(replication);
            result = done;
        }
        return done;
    }

    /**
     * The lane and its queues at the present instant.
     *
     * @return a view that follows the run
     */
    public LaneState laneState() {
        return lane;
    }

    /**
     * How many trucks are in a state at the present instant.
     *
     * @param state which
     * @return at least 0
     */
    public int trucks(TruckState state) {
        return states.trucks(state);
    }

    /**
     * Truck-nanoseconds spent in a state since the warm-up ended (or the start, before that), exact.
     *
     * @param state which
     * @return at least 0
     */
    public BigInteger truckNanos(TruckState state) {
        return states.truckNanos(state, now());
    }

    /**
     * Trucks that wait before a station, or consignments that wait for a truck.
     *
     * @param stage which
     * @return at least 0; 0 for a station that the world leaves out
     */
    public int queueLength(Stage stage) {
        return switch (stage) {
            case TRUCK -> dispatch.waiting();
            case OUTBOUND -> lane.queueLength(Direction.OUTBOUND);
            case RETURN -> lane.queueLength(Direction.RETURN);
            default -> {
                Station station = stations.get(stage);
                yield station == null ? 0 : station.queueLength();
            }
        };
    }

    // What the parts of the model ask for.

    Recorder recorder() {
        return recorder;
    }

    StateTimes states() {
        return states;
    }

    Lane lane() {
        return lane;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    ConvoyYard yard(Direction direction) {
        return direction == Direction.OUTBOUND ? outboundYard : returnYard;
    }

    List<DemandSource> sources() {
        return sources;
    }

    TripTable.@Nullable Builder trips() {
        return trips;
    }

    String className(int truckClass) {
        return classes[truckClass].name();
    }

    String cargoName(int cargo) {
        return world.streams.get(cargo).config().cargo();
    }

    long carrying(int truckClass) {
        return world.carrying[truckClass];
    }

    long grossMass(Truck truck, Direction direction) {
        long tare = world.tare[truck.truckClass];
        return direction == Direction.OUTBOUND ? tare + truck.loadMilligrams : tare;
    }

    void scheduleEnd(Truck truck, long delay) {
        truck.handle = sim.schedule(delay, Priorities.end(truck.number), truck);
    }

    void cancel(long handle) {
        if (handle != 0) {
            sim.cancel(handle);
        }
    }

    void stationChanged(Station station) {
        instant.stationChanged(station);
    }

    void dispatchChanged() {
        instant.dispatchChanged();
    }

    void yardChanged() {
        instant.yardsChanged();
    }

    void laneChanged() {
        instant.laneChanged();
    }

    void reached(Truck truck, TripTime time) {
        if (trips != null) {
            trips.reached(truck.row, time, sim.now());
        }
        observe(truck, time);
    }

    /** A truck has stopped on the lane. */
    void brokeDown(Direction direction, Truck truck) {
        if (trips != null) {
            double share = truck.stopMetres / model.config().bridge().lengthMetres();
            trips.brokeDown(new TripTable.Breakdown(
                    truck.row, direction == Direction.OUTBOUND, sim.now(), truck.driveOnAt, share));
        }
    }

    private void observe(Truck truck, TripTime time) {
        for (BridgeObserver observer : observers) {
            observer.reached(sim.now(), time, truck);
        }
    }

    void observeState(TruckState from, TruckState to, int count) {
        for (BridgeObserver observer : observers) {
            observer.stateChanged(sim.now(), from, to, count);
        }
    }

    void observeQueue(Stage stage, int length) {
        for (BridgeObserver observer : observers) {
            observer.queueChanged(sim.now(), stage, length);
        }
    }

    void observeStation(Stage stage, boolean open) {
        for (BridgeObserver observer : observers) {
            observer.stationChanged(sim.now(), stage, open);
        }
    }

    void observeClosure(boolean closed) {
        for (BridgeObserver observer : observers) {
            observer.closureChanged(sim.now(), closed);
        }
    }

    void observeConvoy(Direction direction, int count) {
        for (BridgeObserver observer : observers) {
            observer.convoyReleased(sim.now(), direction, count);
        }
    }

    void observeTurn(Direction to) {
        for (BridgeObserver observer : observers) {
            observer.turned(sim.now(), to);
        }
    }

    void observeBreakdown(Truck truck, Direction direction, double metres, boolean stops) {
        for (BridgeObserver observer : observers) {
            if (stops) {
                observer.stopped(sim.now(), truck, direction, metres);
            } else {
                observer.droveOn(sim.now(), truck, direction, metres);
            }
        }
    }

    void observeDayEnd(long end, int day) {
        for (BridgeObserver observer : observers) {
            observer.dayEnded(end, day);
        }
    }

    void observeWarmedUp() {
        for (BridgeObserver observer : observers) {
            observer.warmedUp(sim.now());
        }
    }

    void observeOwnStage(String stage, TruckView truck, boolean inside) {
        for (BridgeObserver observer : observers) {
            observer.ownStage(sim.now(), stage, truck, inside);
        }
    }

    // The course of a trip.

    void consigned(int cargo, long milligrams) {
        recorder.consigned(cargo, milligrams);
        dispatch.consign(cargo, milligrams);
        observeConsigned(cargo, milligrams);
    }

    /** A listed consignment has a priority of its own. */
    void consigned(int cargo, long milligrams, int priority) {
        recorder.consigned(cargo, milligrams);
        dispatch.consign(cargo, milligrams, priority);
        observeConsigned(cargo, milligrams);
    }

    private void observeConsigned(int cargo, long milligrams) {
        for (BridgeObserver observer : observers) {
            observer.consigned(sim.now(), cargoName(cargo), Mass.toTonnes(milligrams));
        }
    }

    void assigned(Truck truck) {
        if (trips != null) {
            truck.row = trips.add(truck.number, truck.cargo, truck.loadMilligrams);
            trips.reached(truck.row, TripTime.CONSIGNED, truck.consignedAt);
        }
        observe(truck, TripTime.CONSIGNED);
        reached(truck, TripTime.ASSIGNED);
        after(Stage.TRUCK, truck);
    }

    /** Joins the queue of a station, or passes through where there is none. */
    private void visit(@Nullable Station station, Truck truck, TripTime start, TripTime end, Stage stage) {
        if (station != null) {
            station.join(truck);
            return;
        }
        reached(truck, start);
        reached(truck, end);
        after(stage, truck);
    }

    /** A stage has ended: a stage of the modeler's own comes next, if there is one behind it. */
    private void after(Stage stage, Truck truck) {
        if (stage == Stage.UNLOAD) {
            recorder.delivered(truck);
        }
        Flow<TruckView> own = ownStages == null ? null : ownStages.behind(stage);
        if (own == null) {
            goOn(stage, truck);
        } else {
            own.launch(sim, truck);
        }
    }

    /** What comes behind a stage and the stages of the modeler's own behind it. */
    void goOn(Stage stage, Truck truck) {
        switch (stage) {
            case TRUCK -> visit(load, truck, TripTime.LOAD_START, TripTime.LOAD_END, Stage.LOAD);
            case LOAD -> visit(export, truck, TripTime.EXPORT_START, TripTime.EXPORT_END, Stage.EXPORT);
            case EXPORT -> outboundYard.join(truck);
            case OUTBOUND -> visit(imports, truck, TripTime.IMPORT_START, TripTime.IMPORT_END, Stage.IMPORT);
            case IMPORT -> visit(unload, truck, TripTime.UNLOAD_START, TripTime.UNLOAD_END, Stage.UNLOAD);
            case UNLOAD -> returnYard.join(truck);
            case RETURN -> rest(truck);
        }
    }

    /** Phase 1: what the truck was doing has ended. */
    void ended(Truck truck) {
        Direction direction = truck.direction;
        switch (truck.activity) {
            case SERVICE -> {
                Station station = Objects.requireNonNull(truck.station);
                station.ended(truck);
                after(station.stage, truck);
            }
            case CROSSING -> {
                lane.left(direction, truck);
                after(direction == Direction.OUTBOUND ? Stage.OUTBOUND : Stage.RETURN, truck);
            }
            case CROSSING_UNTIL_STOP -> lane.stopped(direction, truck);
            case STANDING -> lane.droveOn(direction, truck);
            case REST -> {
                states.leave(TruckState.REST);
                available(truck);
            }
            case NONE -> throw new IllegalStateException(truck + " has nothing that could end");
        }
    }

    private void rest(Truck truck) {
        long nanos =
                Nanos.ofSeconds(classes[truck.truckClass].turnaroundSeconds().sample(turnarounds));
        if (nanos == 0) {
            available(truck);
            return;
        }
        states.enter(TruckState.REST);
        truck.activity = Truck.Activity.REST;
        scheduleEnd(truck, nanos);
    }

    private void available(Truck truck) {
        truck.activity = Truck.Activity.NONE;
        recorder.available(truck);
        reached(truck, TripTime.AVAILABLE);
        if (surplus[truck.truckClass] > 0) {
            surplus[truck.truckClass]--;
            return;
        }
        states.enter(TruckState.IDLE);
        dispatch.available(truck);
    }

    /** Phases 4 to 8 of an instant. */
    static final class Instant implements Event {

        private final BridgeRun run;
        private boolean pending;
        private boolean dispatchChanged;
        private boolean yardsChanged;
        private boolean laneChanged;
        private int changedStations;

        Instant(BridgeRun run) {
            this.run = run;
        }

        void stationChanged(Station station) {
            changedStations |= 1 << station.stage.ordinal();
            request();
        }

        void dispatchChanged() {
            dispatchChanged = true;
            request();
        }

        void yardsChanged() {
            yardsChanged = true;
            request();
        }

        void laneChanged() {
            laneChanged = true;
            request();
        }

        private void request() {
            if (!pending) {
                pending = true;
                run.sim.atEndOfInstant(this);
            }
        }

        /**
         * One pass over the phases; what it lets end at once comes before the next pass. What a phase changes for a phase that is
         * still to come needs no other pass, so {@code pending} stays until the end.
         */
        @Override
        public void fire(Simulation sim) {
            if (dispatchChanged) {
                dispatchChanged = false;
                run.dispatch.match();
            }
            if (changedStations != 0) {
                beginServices(run.load);
                beginServices(run.export);
                beginServices(run.imports);
                beginServices(run.unload);
                changedStations = 0;
            }
            if (yardsChanged) {
                yardsChanged = false;
                run.outboundYard.release();
                run.returnYard.release();
            }
            boolean entered = laneChanged && run.lane.update();
            laneChanged = entered;
            pending = false;
            if (entered) {
                request();
            }
        }

        private void beginServices(@Nullable Station station) {
            if (station != null && (changedStations & 1 << station.stage.ordinal()) != 0) {
                station.beginServices();
            }
        }
    }
}
