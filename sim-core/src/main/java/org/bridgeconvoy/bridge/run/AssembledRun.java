package org.bridgeconvoy.bridge.run;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.RunView;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.plan.ControlPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.run.record.BridgeMetrics;
import org.bridgeconvoy.bridge.run.record.Buffers;
import org.bridgeconvoy.bridge.run.record.ControlRecord;
import org.bridgeconvoy.bridge.run.record.Recorder;
import org.bridgeconvoy.bridge.run.trip.DemandSource;
import org.bridgeconvoy.bridge.run.trip.Station;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/** One run of the model behind its facade: begins the run, gives views of it, and reads its result. */
public final class AssembledRun {

    private final List<WorldPlan> worlds;
    private final RunParts parts;
    private final Bookkeeping bookkeeping;

    /**
     * Puts a run together; nothing has begun.
     *
     * @param worlds the plans of the run, in order of time
     * @param controls what control variates to record; null for none
     * @param observers the listeners, in the order in which they are told
     */
    public AssembledRun(
            List<WorldPlan> worlds,
            Streams streams,
            Buffers buffers,
            @Nullable ControlPlan controls,
            boolean recordTrips,
            List<BridgeObserver> observers,
            FastPaths fastPaths) {
        this.worlds = worlds;
        RunContext context = new RunContext(
                worlds.get(0),
                observers,
                recordTrips && config().hasTrucks() ? buffers.trips() : null,
                recordTrips && config().hasTraffic() ? buffers.vehicles() : null,
                fastPaths);
        parts = Assembly.assemble(context, worlds, buffers, controls, streams);
        bookkeeping = new Bookkeeping(parts);
    }

    /** Begins; observers get {@code view} to look at the run. */
    public void begin(RunView view) {
        RunContext context = parts.context();
        context.observers().began(view);
        parts.fleet().begin(parts.rest());
        parts.lane().begin();
        parts.stations().values().forEach(Station::begin);
        parts.outboundYard().apply(config().outboundConvoys());
        parts.returnYard().apply(config().returnConvoys());
        parts.sources().forEach(DemandSource::begin);
        parts.listedOnly().begin();
        parts.traffic().begin();
        bookkeeping.begin(config());
        new WorldChanges(parts).begin(worlds);
        parts.lane().ask();
        context.pass().settleLast();
    }

    private ConvoyConfig config() {
        return worlds.get(0).config();
    }

    /** The engine of this run only. */
    public Simulation sim() {
        return parts.context().sim();
    }

    /** End of the run in nanoseconds, exclusive. */
    public long horizon() {
        return parts.context().horizon();
    }

    /** The lane and its queues; each look makes the lane catch up. */
    public LaneState laneState() {
        return parts.lane().state();
    }

    /** How many trucks are in a state at the present instant. */
    public int trucks(TruckState state) {
        return parts.lane().states().trucks(state);
    }

    /** Truck-nanoseconds spent in a state since the window began, exact. */
    public BigInteger truckNanos(TruckState state) {
        return parts.lane().states().truckNanos(state, parts.context().now());
    }

    /** Trucks that wait before a stage, or consignments that wait for a truck; 0 for a station that is left out. */
    public int queueLength(Stage stage) {
        return switch (stage) {
            case TRUCK -> parts.consignmentsWaiting();
            case OUTBOUND -> parts.lane().waiting(Direction.OUTBOUND);
            case RETURN -> parts.lane().waiting(Direction.RETURN);
            default -> {
                Station station = parts.stations().get(stage);
                yield station == null ? 0 : station.queueLength();
            }
        };
    }

    /** Vehicles that wait to enter the bridge in a direction. */
    public int vehiclesWaiting(Direction direction) {
        return parts.lane().vehiclesWaiting(direction);
    }

    /** Mass of all cargoes that is consigned but not yet assigned, in milligrams. */
    public long backlogMilligrams() {
        return IntStream.range(0, parts.sources().size())
                .mapToLong(parts::backlog)
                .sum();
    }

    /**
     * The result of the run. Call it once, after the run has reached its horizon.
     *
     * @param probed answers to the probes of the run, first those of what the world observed
     */
    public ReplicationResult result(BridgeMetrics metrics, boolean keepObservations, Streams streams, double[] probed) {
        bookkeeping.finish();
        Recorder recorder = parts.lane().recorder();
        ControlRecord controls = recorder.controls();
        recorder.setProbed(probed);
        TripTable.Builder trips = parts.context().trips();
        TrafficTable.Builder vehicles = parts.context().vehicles();
        return new ReplicationResult(
                streams.replication(),
                metrics.values(recorder),
                recorder.daily(),
                trips == null ? null : trips.build(),
                vehicles == null ? null : vehicles.build(parts.traffic().names()),
                sim().firedEvents(),
                metrics.evidence(recorder, keepObservations, streams),
                LockFinder.find(parts),
                recorder.trafficWaitMinutes(),
                probed,
                controls == null ? new double[0] : controls.finish());
    }
}
