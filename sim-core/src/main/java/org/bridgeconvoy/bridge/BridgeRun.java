package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.station.Stage;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
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
    private final Streams streams;
    private final Simulation sim = new Simulation();
    private final Observers observers;
    private final TripTable.@Nullable Builder trips;
    private final Recorder recorder;
    private final StateTimes states;
    private final Instant instant;
    private final Fleet fleet;
    private final Dispatch dispatch;
    private final Lane lane;
    private final List<DemandSource> sources = new ArrayList<>();
    private final ListedOnly listedOnly;

    // The places of a trip, in its order.
    private final Place firstPlace;
    private final Map<Stage, Station> stations = new EnumMap<>(Stage.class);
    private final ConvoyYard outboundYard;
    private final ConvoyYard returnYard;
    private final Turnaround turnaround;

    private WorldPlan world;
    private @Nullable ReplicationResult result;

    /** When something began that does not end, the last time; 0 if nothing did. */
    private long endlessSince;

    BridgeRun(
            BridgeModel model, Streams streams, Buffers buffers, boolean recordTrips, List<BridgeObserver> observers) {
        this.model = model;
        this.streams = streams;
        world = model.worlds().get(0);
        ConvoyConfig config = world.config;
        this.observers = new Observers(observers, sim);
        trips = recordTrips ? buffers.trips() : null;
        recorder = new Recorder(this, model, buffers);
        states = new StateTimes(this);
        instant = new Instant(this);
        fleet = new Fleet(this, world);
        dispatch = new Dispatch(this, model.worlds());
        OwnStages own = new OwnStages(this, config.ownStages(), streams);
        turnaround = new Turnaround(this, fleet, streams.stream("turnaround"));
        LaneSide inbound = new LaneSide(this, Stage.RETURN, streams, own.behind(Stage.RETURN, turnaround));
        returnYard = new ConvoyYard(this, inbound, config.destinationAheadNanos());
        Place delivery = new Delivery(recorder, own.behind(Stage.UNLOAD, returnYard));
        Place unload = station(Stage.UNLOAD, streams, delivery);
        Place imports = station(Stage.IMPORT, streams, own.behind(Stage.IMPORT, unload));
        LaneSide outbound = new LaneSide(this, Stage.OUTBOUND, streams, own.behind(Stage.OUTBOUND, imports));
        outboundYard = new ConvoyYard(this, outbound, 0);
        Place export = station(Stage.EXPORT, streams, own.behind(Stage.EXPORT, outboundYard));
        Place load = station(Stage.LOAD, streams, own.behind(Stage.LOAD, export));
        firstPlace = own.behind(Stage.TRUCK, load);
        lane = new Lane(this, world.lane, outbound, inbound);
        for (int i = 0; i < world.streams.size(); i++) {
            boolean isListedOnly = i >= ListedOnly.firstCargo(config);
            sources.add(new DemandSource(this, i, world.streams.get(i), isListedOnly, streams));
        }
        listedOnly = new ListedOnly(this, config);
        begin();
    }

    /** The place of a stage: its station, or a passage where there is none. */
    private Place station(Stage stage, Streams streams, Place next) {
        TripTime start = TripTime.valueOf(stage.name() + "_START");
        TripTime end = TripTime.valueOf(stage.name() + "_END");
        StationPlan plan = world.station(stage);
        if (plan == null) {
            return new Passage(this, start, end, next);
        }
        Station station = new Station(this, stage, plan, streams.stream("service." + stage.label()), next);
        stations.put(stage, station);
        return station;
    }

    private void begin() {
        observers.began(this);
        fleet.begin();
        lane.begin();
        stations.values().forEach(Station::begin);
        outboundYard.apply(world.config.outboundConvoys());
        returnYard.apply(world.config.returnConvoys());
        sources.forEach(DemandSource::begin);
        listedOnly.begin();
        recorder.begin();
        for (WorldPlan next : model.worlds().subList(1, model.worlds().size())) {
            sim.scheduleAt(next.from, Priorities.CHANGE, s -> change(next));
        }
        laneChanged();
        instant.settleLast();
    }

    /** From now on the world is another. */
    private void change(WorldPlan next) {
        boolean otherControl =
                !next.config.bridge().control().equals(world.config.bridge().control());
        // What happened before, in the world before.
        lane.catchUp();
        world = next;
        fleet.apply(next);
        dispatch.apply(next);
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
        observers.worldChanged(next.config.trucks());
        settle();
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
     * @throws IllegalStateException if the run was stopped before that ({@link Simulation#stop}) or one of its events threw
     */
    public void runUntil(long timeNanos) {
        if (timeNanos > horizon()) {
            throw new IllegalArgumentException("the run ends at " + horizon() + " ns, got " + timeNanos + " ns");
        }
        runBefore(timeNanos);
    }

    private void runBefore(long timeNanos) {
        requireWhole();
        sim.runBefore(timeNanos);
        requireWhole();
    }

    /** A run that was stopped or failed has no result, nor a state that anybody asked for. */
    private void requireWhole() {
        EventFailure failure = sim.failure();
        if (failure != null) {
            throw new IllegalStateException(
                    "the run failed at t=" + failure.timeNanos() / 1e9
                            + " s and has no result, as what follows may be wrong; start another run",
                    failure);
        }
        if (sim.isStopped()) {
            throw new IllegalStateException("the run was stopped at t=" + now() / 1e9 + " s, before its end at "
                    + horizon() / 1e9 + " s, and has no result; to pause a run use runUntil or step instead of stop,"
                    + " to go on with a stopped one call step first");
        }
    }

    /**
     * Runs to the horizon and gives the result; calling it again gives the same result.
     *
     * @return the result of the whole run
     * @throws IllegalStateException if the run was stopped before the horizon ({@link Simulation#stop}), one of its events threw, or
     *     the engine was driven beyond the horizon
     */
    public ReplicationResult finish() {
        ReplicationResult done = result;
        if (done == null) {
            if (now() > horizon()) {
                throw new IllegalStateException("the engine was driven to t=" + now() / 1e9
                        + " s, beyond the end of the run at " + horizon() / 1e9 + " s; use runUntil and finish");
            }
            runBefore(horizon());
            done = recorder.finish(streams);
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
        lane.watch();
        return lane;
    }

    /**
     * How many trucks are in a state at the present instant.
     *
     * @param state which
     * @return at least 0
     */
    public int trucks(TruckState state) {
        lane.catchUp();
        return states.trucks(state);
    }

    /**
     * Truck-nanoseconds spent in a state since the warm-up ended (or the start, before that), exact.
     *
     * @param state which
     * @return at least 0
     */
    public BigInteger truckNanos(TruckState state) {
        lane.catchUp();
        return states.truckNanos(state, now());
    }

    /**
     * Trucks that wait before a station, or consignments that wait for a truck.
     *
     * @param stage which
     * @return at least 0; 0 for a station that the world leaves out
     */
    public int queueLength(Stage stage) {
        lane.catchUp();
        return switch (stage) {
            case TRUCK -> dispatch.waiting();
            case OUTBOUND -> lane.waiting(Direction.OUTBOUND);
            case RETURN -> lane.waiting(Direction.RETURN);
            default -> {
                Station station = stations.get(stage);
                yield station == null ? 0 : station.queueLength();
            }
        };
    }

    // What the parts of the model ask for.

    Observers observers() {
        return observers;
    }

    TripTable.@Nullable Builder trips() {
        return trips;
    }

    Recorder recorder() {
        return recorder;
    }

    StateTimes states() {
        return states;
    }

    Fleet fleet() {
        return fleet;
    }

    Dispatch dispatch() {
        return dispatch;
    }

    Lane lane() {
        return lane;
    }

    List<DemandSource> sources() {
        return sources;
    }

    @Nullable
    Station findStation(Stage stage) {
        return stations.get(stage);
    }

    long endlessSince() {
        return endlessSince;
    }

    /** Whether idle trucks may still be sent out by consignments to come, also after the horizon. */
    boolean canMoreCome() {
        return dispatch.idleTrucks() > 0 && sources.stream().anyMatch(DemandSource::hasMore);
    }

    ConvoyYard yard(Direction direction) {
        return direction == Direction.OUTBOUND ? outboundYard : returnYard;
    }

    Turnaround turnaround() {
        return turnaround;
    }

    /** Whether the world stays as it is to the end. */
    boolean isUnchanging() {
        return model.worlds().size() == 1;
    }

    String cargoName(int cargo) {
        return world.streams.get(cargo).config().cargo();
    }

    /** What a truck is doing in a place ends after a delay; beyond the clock it does not end. */
    void scheduleEnd(Truck truck, Place place, long delay) {
        scheduleEndAt(truck, place, Nanos.after(sim.now(), delay));
    }

    void scheduleEndAt(Truck truck, Place place, long time) {
        truck.place = place;
        if (time == Long.MAX_VALUE) {
            truck.handle = 0;
            endlessSince = sim.now();
        } else {
            truck.handle = sim.scheduleAt(time, Priorities.end(truck.number), truck);
        }
    }

    /** Likewise; a service that takes no time ends in the next pass. */
    void scheduleServiceEnd(Truck truck, Place place, long delay) {
        if (delay == 0) {
            truck.place = place;
            instant.endAtOnce(truck);
        } else {
            scheduleEnd(truck, place, delay);
        }
    }

    void dispatchChanged() {
        instant.askFor(Instant.DISPATCH);
    }

    void servicesChanged() {
        instant.askFor(Instant.SERVICES);
    }

    void yardChanged() {
        instant.askFor(Instant.YARDS);
    }

    void laneChanged() {
        instant.askFor(Instant.LANE);
    }

    /** Ends each event of the model: lets the pass over the phases that it asked for come. */
    void settle() {
        instant.settle();
    }

    /** Ends a step of somebody else's event, behind which more may happen: the pass comes last in the instant. */
    void settleLast() {
        instant.settleLast();
    }

    /** Phase 5. */
    void beginServices() {
        for (Station station : stations.values()) {
            station.beginServices();
        }
    }

    /** Phase 6. */
    void releaseConvoys() {
        outboundYard.release();
        returnYard.release();
    }

    void reached(Truck truck, TripTime time) {
        reached(truck, time, sim.now());
    }

    /** Likewise at an instant that may be past, if nobody observes the run. */
    void reached(Truck truck, TripTime time, long at) {
        if (trips != null) {
            trips.reached(truck.row(), time, at);
        }
        observers.reached(time, truck);
    }

    /** A truck has stopped on the lane. */
    void brokeDown(Direction direction, Truck truck, Stop stop) {
        if (trips != null) {
            double share = stop.metres / model.config().bridge().lengthMetres();
            trips.brokeDown(new TripTable.Breakdown(
                    truck.row(), direction == Direction.OUTBOUND, sim.now(), stop.endNanos, share));
        }
        observers.stopped(truck, direction, stop.metres);
    }

    /** A trip begins; what lies between this and its end are the places. */
    void assigned(Truck truck) {
        if (trips != null) {
            trips.add(truck.number, truck.cargo, truck.loadMilligrams);
            trips.reached(truck.row(), TripTime.CONSIGNED, truck.consignedAt);
        }
        observers.reached(TripTime.CONSIGNED, truck);
        reached(truck, TripTime.ASSIGNED);
        firstPlace.arrive(truck);
    }
}
