package org.bridgeconvoy.jsl;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jsl.modeling.elements.variable.ResponseVariable;
import jsl.modeling.elements.variable.TimeWeighted;
import jsl.simulation.JSLEvent;
import jsl.simulation.ModelElement;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeRun;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/**
 * The bridge model as a model element of JSL. Each of its JSL events lets the bridge model's own engine handle its next
 * instant and schedules the following one, so other elements of the JSL model run in between, at their times. JSL's
 * replications, warm-up, statistics and reports apply.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation("border");
 * BridgeElement bridge = new BridgeElement(simulation.getModel(), "bridge", new BridgeModel(config), 1);
 * simulation.setNumberOfReplications(30);
 * simulation.setLengthOfReplication(bridge.horizon());
 * simulation.setLengthOfWarmUp(bridge.warmUpEnd());
 * simulation.run();
 * simulation.printHalfWidthSummaryReport();
 * }</pre>
 *
 * <p>Replication r inside JSL is replication r of the same seed alone, trip by trip: the random numbers are the bridge
 * model's own streams, and JSL's stream options (antithetic, reset, advance) do not touch them. Its clock stays the exact
 * one. JSL's is a {@code double} and follows: see {@link JslTime} for where instants begin to fall together there.
 *
 * <p>What is published, under this element's name, a dot, and
 *
 * <ul>
 *   <li>the name of a metric ({@code outbound_trucks_per_day}): a {@link ResponseVariable} with one observation a
 *       replication, made when it ends; none where the metric is NaN;
 *   <li>{@code trip_h}: a {@link ResponseVariable} with an observation for each trip that ends, in hours;
 *   <li>{@code state.} and the label of a truck state: a {@link TimeWeighted}, the trucks in that state;
 *   <li>{@code waiting.} and the label of a stage: a {@link TimeWeighted}, the queue before it.
 * </ul>
 *
 * <p>A replication that JSL ends before the horizon (by a stop of another element) has no metrics and no {@link #result()}.
 * What happens at the very instant at which the warm-up ends counts for the bridge model and not for JSL.
 *
 * <p>Not thread-safe, and JSL has static counters: build and run JSL models on one thread.
 */
public final class BridgeElement extends ModelElement {

    private final BridgeModel model;
    private final long seed;
    private final Map<String, ResponseVariable> metrics = new HashMap<>();
    private final Map<TruckState, TimeWeighted> states = new EnumMap<>(TruckState.class);
    private final Map<Stage, TimeWeighted> queues = new EnumMap<>(Stage.class);
    private final ResponseVariable tripHours;
    private @Nullable BridgeRun run;
    private @Nullable ReplicationResult result;

    /**
     * A bridge in a JSL model.
     *
     * @param parent the element that it is a part of, such as the model itself
     * @param name its name, unique in the JSL model
     * @param model the world; one that records trips has them in {@link #result()}
     * @param seed of the bridge model's random numbers
     */
    public BridgeElement(ModelElement parent, String name, BridgeModel model, long seed) {
        super(parent, name);
        this.model = model;
        this.seed = seed;
        for (Metric metric : model.metrics()) {
            metrics.put(metric.name(), new ResponseVariable(this, name + "." + metric.name()));
        }
        tripHours = new ResponseVariable(this, name + ".trip_h");
        for (TruckState state : TruckState.values()) {
            // A state that cannot occur in this world has no metric.
            if (model.metrics().contains(Metric.of(MetricFamily.TRUCK_H_PER_DAY, state))) {
                states.put(state, new TimeWeighted(this, name + ".state." + state.label()));
            }
        }
        for (Stage stage : Stage.values()) {
            if (model.metrics().contains(Metric.of(MetricFamily.QUEUE, stage))) {
                queues.put(stage, new TimeWeighted(this, name + ".waiting." + stage.label()));
            }
        }
    }

    /** The length of the run in JSL's time unit: what JSL's length of replication must be. */
    public double horizon() {
        return jslTime().of(model.config().horizonNanos());
    }

    /** The warm-up in JSL's time unit, at least 0: what JSL's must be, so that both observe the same time. */
    public double warmUpEnd() {
        return jslTime().of(model.config().warmUpNanos());
    }

    /**
     * The response of a metric.
     *
     * @param name the metric's, such as {@code outbound_trucks_per_day}
     * @throws IllegalArgumentException if the model has no such metric
     */
    public ResponseVariable metric(String name) {
        ResponseVariable response = metrics.get(name);
        if (response == null) {
            throw new IllegalArgumentException("no metric '" + name + "'");
        }
        return response;
    }

    /** Hours from assigned to available, for each trip. */
    public ResponseVariable tripHours() {
        return tripHours;
    }

    /** Trucks in each state that can occur. */
    public Map<TruckState, TimeWeighted> states() {
        return Collections.unmodifiableMap(states);
    }

    /** The queue before each stage that is there. */
    public Map<Stage, TimeWeighted> queues() {
        return Collections.unmodifiableMap(queues);
    }

    /**
     * The replication in progress, to look at it.
     *
     * @throws IllegalStateException before the first replication
     */
    public BridgeRun run() {
        BridgeRun current = run;
        if (current == null) {
            throw new IllegalStateException("no replication of '" + getName() + "' has begun");
        }
        return current;
    }

    /** What the replication that ended last gave; empty before, while one runs, and if it was stopped early. */
    public Optional<ReplicationResult> result() {
        return Optional.ofNullable(result);
    }

    private JslTime jslTime() {
        return new JslTime(getModel().getTimeUnit());
    }

    @Override
    protected void beforeExperiment() {
        super.beforeExperiment();
        check("length of replication", getSimulation().getLengthOfReplication(), horizon());
        check("length of warm-up", getSimulation().getLengthOfWarmUp(), warmUpEnd());
    }

    private void check(String what, double got, double needed) {
        if (Math.abs(got - needed) > 2 * Math.ulp(needed)) {
            throw new IllegalStateException("JSL's " + what + " must be that of '" + getName() + "', " + needed
                    + " of its time units, got " + got);
        }
    }

    @Override
    protected void initialize() {
        super.initialize();
        result = null;
        run = model.start(Streams.of(seed, getCurrentReplicationNumber()), new TripHours(tripHours));
        publish();
        scheduleNext();
    }

    private void scheduleNext() {
        if (!run().isFinished()) {
            // Rounded twice: the sum that JSL makes of it may miss the instant by a unit in the last place.
            double delay = jslTime().of(run().sim().nextTime()) - getTime();
            schedule(this::nextInstant).in(Math.max(delay, 0)).units();
        }
    }

    private void nextInstant(JSLEvent<Object> event) {
        BridgeRun current = run();
        long instant = current.sim().nextTime();
        while (!current.isFinished() && current.sim().nextTime() == instant) {
            current.step();
        }
        publish();
        scheduleNext();
    }

    private void publish() {
        states.forEach((state, trucks) -> set(trucks, run().trucks(state)));
        queues.forEach((stage, queue) -> set(queue, run().queueLength(stage)));
    }

    private static void set(TimeWeighted variable, int value) {
        if (variable.getValue() != value) {
            variable.setValue(value);
        }
    }

    @Override
    protected void replicationEnded() {
        super.replicationEnded();
        if (getTime() < horizon()) {
            return;
        }
        ReplicationResult ended = run().finish();
        List<Metric> all = model.metrics();
        for (int i = 0; i < all.size(); i++) {
            double value = ended.metrics().value(i);
            if (!Double.isNaN(value)) {
                metric(all.get(i).name()).setValue(value);
            }
        }
        result = ended;
    }
}
