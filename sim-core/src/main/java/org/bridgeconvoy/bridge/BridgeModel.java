package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.run.AssembledRun;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.plan.ControlPlan;
import org.bridgeconvoy.bridge.run.plan.StreamPlan;
import org.bridgeconvoy.bridge.run.plan.TrafficPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.bridge.run.record.BridgeMetrics;
import org.bridgeconvoy.bridge.run.record.Buffers;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Control;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.Probe;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.jspecify.annotations.Nullable;

/**
 * The bridge model of one world: trucks carry consignments from the origin over the bridge to the destination and come
 * back; vehicles of the through traffic cross it. Immutable and shared by all threads; each replication is a {@link BridgeRun} of its own.
 *
 * <p>The model stands on the engine's events; its stations are its own because of the rule of one instant: what happens
 * at the same nanosecond is handled in eight phases (see the guide, chapter "One instant").
 */
public final class BridgeModel implements Model<ReplicationResult> {

    private final ConvoyConfig config;
    private final List<WorldPlan> worlds;
    private final BridgeMetrics metrics;
    private final IntPredicate recordTrips;
    private final Percentiles percentiles;
    private final boolean takesShortCuts;
    private final List<Probe> probes;
    private final @Nullable ControlPlan controls;

    /**
     * A model that records no trips.
     *
     * @param config the world
     * @throws IllegalArgumentException if {@link Feasibility} finds something fatal in it
     */
    public BridgeModel(ConvoyConfig config) {
        this(config, replication -> false);
    }

    /**
     * A model that records the trips of some replications.
     *
     * @param config the world
     * @param recordTrips whether the trips of the replication with a number are recorded
     * @throws IllegalArgumentException if {@link Feasibility} finds something fatal in the world, or if more than 10⁹ truckloads of a
     *     cargo or vehicles of a name appear over the run
     */
    public BridgeModel(ConvoyConfig config, IntPredicate recordTrips) {
        Feasibility.require(config);
        this.config = config;
        this.recordTrips = recordTrips;
        percentiles = Percentiles.VALUES;
        takesShortCuts = true;
        probes = Observed.probes(config.observed(), config);
        controls = null;
        worlds = WorldPlan.plans(config);
        metrics = new BridgeMetrics(worlds);
    }

    private BridgeModel(
            BridgeModel model,
            Percentiles percentiles,
            boolean takesShortCuts,
            List<Probe> probes,
            @Nullable ControlPlan controls) {
        this.controls = controls;
        config = model.config;
        recordTrips = model.recordTrips;
        this.percentiles = percentiles;
        this.takesShortCuts = takesShortCuts;
        this.probes = probes;
        worlds = model.worlds;
        metrics = model.metrics;
    }

    /**
     * A copy of this model whose replications keep the single observations behind each percentile ({@link
     * org.bridgeconvoy.result.Evidence}), for the percentile of all replications together.
     *
     * @return a model whose results take 8 bytes for each wait and lead time that is not 0
     */
    public BridgeModel keepingObservations() {
        return new BridgeModel(this, Percentiles.OBSERVATIONS, takesShortCuts, probes, controls);
    }

    /**
     * A copy of this model whose replications leave percentiles out: these metrics are NaN, and all others are the same to the bit. A replication
     * then keeps no wait and no lead time, which would take 8 bytes each.
     *
     * @return a model for those who read means, counts and days
     */
    public BridgeModel withoutPercentiles() {
        return new BridgeModel(this, Percentiles.NONE, takesShortCuts, probes, controls);
    }

    /**
     * A copy of this model whose replications answer probes: {@link ReplicationResult#probed}. The other results stay the same; a run without probes
     * takes less time. A world with {@linkplain ConvoyConfig#observed observed} numbers that need {@linkplain Observed#probes probes} has answers to
     * them in any case, before those to what is asked here.
     *
     * @param asked what is asked, in the order of the answers
     * @return a model
     * @throws IllegalArgumentException if a probe names through traffic that the world does not have
     */
    public BridgeModel probing(List<Probe> asked) {
        List<String> names = config.traffic().stream().map(TrafficStream::name).toList();
        for (Probe probe : asked) {
            if (!probe.traffic().isEmpty() && !names.contains(probe.traffic())) {
                throw new IllegalArgumentException(
                        "no traffic is named " + probe.traffic() + ", got the names " + names);
            }
        }
        List<Probe> all = new ArrayList<>(Observed.probes(config.observed(), config));
        all.addAll(asked);
        return new BridgeModel(this, percentiles, takesShortCuts, List.copyOf(all), controls);
    }

    /**
     * A copy of this model whose replications record {@linkplain #controls control variates}: {@link ReplicationResult#controls}. The other results
     * stay the same.
     *
     * @return a model
     */
    public BridgeModel recordingControls() {
        return new BridgeModel(this, percentiles, takesShortCuts, probes, new ControlPlan(worlds));
    }

    /**
     * The control variates that every replication gives: what appeared and what services took in the window, each less its expectation.
     *
     * @return in the order of their values; empty unless {@link #recordingControls} made this model
     */
    public List<Control> controls() {
        return controls == null ? List.of() : controls.controls();
    }

    /** A copy of this model whose runs take no short cut ({@link FastPaths#NONE}); the reference that tests hold the others to. */
    BridgeModel withoutShortCuts() {
        return new BridgeModel(this, percentiles, false, probes, controls);
    }

    boolean keepsObservations() {
        return percentiles == Percentiles.OBSERVATIONS;
    }

    /**
     * The world.
     *
     * @return as given
     */
    public ConvoyConfig config() {
        return config;
    }

    /**
     * The metrics that every replication gives, in the order of the files.
     *
     * @return names, units and meanings
     */
    public List<Metric> metrics() {
        return metrics.metrics();
    }

    /**
     * How many truckloads of a cargo are expected to appear over the run: what its stream draws, what waits at the start, and
     * what is listed before the horizon, in as many parts as the largest truck needs. A pattern of the modeler's own counts as
     * what accrues.
     *
     * @param cargo its number in the order of the demand
     * @return a mean; 0 if no truckload can appear
     */
    public double expectedTruckloads(int cargo) {
        StreamPlan plan = worlds.get(0).streams().get(cargo);
        CargoStream stream = plan.config();
        double most = config.carryingTonnes(stream);
        double carrying = most > 0 ? most : Double.POSITIVE_INFINITY;
        double load = stream.loadTonnes().meanCappedAt(carrying);
        double drawn = accrued(stream.arrivals(), plan.curve()) + Math.ceil(stream.backlogTonnes() / load);
        double listed = 0;
        for (Consignment consignment : config.consignments()) {
            if (consignment.cargo().equals(stream.cargo()) && consignment.atNanos() < config.horizonNanos()) {
                listed += Math.max(1, Math.ceil(consignment.tonnes() / carrying));
            }
        }
        return Math.min(drawn, Math.ceil(stream.totalTonnes() / load)) + listed;
    }

    /**
     * How many vehicles of a stream of through traffic are expected to appear over the run. A pattern of the modeler's own counts
     * as what accrues.
     *
     * @param name its number in the order of the traffic
     * @return a mean; 0 if no vehicle can appear
     */
    public double expectedVehicles(int name) {
        TrafficPlan plan = worlds.get(0).traffic().get(name);
        return accrued(plan.config().arrivals(), plan.curve());
    }

    /** What accrues; 0 if a pattern without chance lets none of it appear before the horizon. */
    private double accrued(ArrivalPattern pattern, DemandCurve curve) {
        boolean isSure = pattern instanceof EvenArrivals || pattern instanceof DailyArrivals;
        return isSure
                        && pattern.start(curve, Streams.of(1, 1).stream("arrivals"))
                                        .next()
                                >= config.horizonNanos()
                ? 0
                : curve.truckloads();
    }

    /**
     * The days of the window, from midnight to midnight, on which control and closures let outbound trucks enter at some time.
     *
     * @return their numbers from 0, ascending
     */
    public int[] wholeOpenDays() {
        return metrics.wholeOpenDays();
    }

    /**
     * A run at its start.
     *
     * @param streams seed and replication
     * @param observers who hears what happens, in this order; a run is fastest without, and its trips and metrics are the same
     * @return a run of its own, at time 0
     */
    public BridgeRun start(Streams streams, BridgeObserver... observers) {
        return start(streams, buffers(null), List.of(observers));
    }

    private BridgeRun start(Streams streams, Buffers buffers, List<BridgeObserver> observers) {
        boolean recorded = recordTrips.test(streams.replication());
        ProbeRecorder recorder =
                probes.isEmpty() ? null : new ProbeRecorder(probes, config.hasRoads() || config.hasReturnLoads());
        List<BridgeObserver> listeners = new ArrayList<>(observers);
        if (recorder != null) {
            listeners.add(recorder);
        }
        FastPaths fast = takesShortCuts ? FastPaths.of(worlds, !listeners.isEmpty()) : FastPaths.NONE;
        AssembledRun run = new AssembledRun(worlds, streams, buffers, controls, recorded, List.copyOf(listeners), fast);
        return new BridgeRun(this, streams, run, recorder);
    }

    @Override
    public Replicator<ReplicationResult> newReplicator() {
        return newReplicator(buffers(null));
    }

    /**
     * A replicator whose recorded trips leave the memory while a replication goes on: a block of some thousand as soon as all its trips have ended.
     *
     * @param storage takes the trips
     * @return results whose tables of trips ask the storage
     */
    public Replicator<ReplicationResult> newReplicator(TripTable.Storage storage) {
        return newReplicator(buffers(storage));
    }

    private Buffers buffers(TripTable.@Nullable Storage storage) {
        return new Buffers(config, percentiles != Percentiles.NONE, storage);
    }

    private Replicator<ReplicationResult> newReplicator(Buffers buffers) {
        return streams -> start(streams, buffers, List.of()).finish();
    }

    BridgeMetrics bridgeMetrics() {
        return metrics;
    }

    @Override
    public String toString() {
        return "bridge model of " + config.start() + " with " + worlds.size() + " worlds";
    }
}
