package org.bridgeconvoy.bridge.run.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.plan.StationPlan;
import org.bridgeconvoy.bridge.run.plan.StreamPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.observe.Observations;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Evidence;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/** The metrics of a scenario in the order of the files, and how each is read from the record of a run. */
public final class BridgeMetrics {

    private static final double P95 = 0.95;

    /** Why a utilisation may be above 1: no open time is counted after closing time. */
    private static final String BEYOND_ONE = "above 1 where services run on past closing time (overrun: finish)";

    private static final String BEYOND_SHIFT = "above 1 where services run on past the end of a shift";

    private final List<WorldPlan> worlds;
    private final ConvoyConfig config;
    private final OpenTime open;
    private final PossibleStates possible;
    private final List<Metric> metrics = new ArrayList<>();
    private final List<ToDoubleFunction<Recorder>> readers = new ArrayList<>();
    private final List<@Nullable Function<Recorder, Observations>> observations = new ArrayList<>();
    private final List<ToLongFunction<Recorder>> unfinished = new ArrayList<>();
    private final List<Metric> unmodifiable;

    /** The metrics of a world and its changes. */
    public BridgeMetrics(List<WorldPlan> worlds) {
        this.worlds = worlds;
        config = worlds.get(0).config();
        open = new OpenTime(worlds);
        possible = new PossibleStates(worlds);
        if (config.hasTrucks()) {
            throughput();
            leadTimes();
            waits();
            queues();
            utilisation();
        }
        lane();
        traffic();
        if (config.hasTrucks()) {
            trips();
            goals();
            clearing();
            truckHours();
        }
        if (!Double.isNaN(config.costPerDay())) {
            String unit = config.currency().isEmpty() ? "" : config.currency() + "/d";
            add(Metric.of(MetricFamily.COST).withUnit(unit), r -> config.costPerDay());
        }
        observed();
        unmodifiable = List.copyOf(metrics);
    }

    /** The metrics in the order of the files. */
    public List<Metric> metrics() {
        return unmodifiable;
    }

    /** The values of a run that has ended. */
    public MetricValues values(Recorder record) {
        double[] values = new double[readers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readers.get(i).applyAsDouble(record);
        }
        return new MetricValues(unmodifiable, values);
    }

    /** The evidence behind the values; single observations only if they are kept. */
    public Evidence evidence(Recorder record, boolean keepObservations, Streams streams) {
        List<@Nullable Observations> all = new ArrayList<>();
        if (keepObservations) {
            for (Function<Recorder, Observations> of : observations) {
                all.add(of == null ? null : of.apply(record));
            }
        }
        long[] left = unfinished.stream().mapToLong(u -> u.applyAsLong(record)).toArray();
        return new Evidence(all, left, streams.drawn(name -> true), streams.drawn(StreamPlan::isOfDemand));
    }

    /** Numbers of the days on which outbound trucks may enter and that lie in the window from midnight to midnight. */
    public int[] wholeOpenDays() {
        return open.wholeDays();
    }

    private void add(Metric metric, ToDoubleFunction<Recorder> reader) {
        metrics.add(metric);
        readers.add(reader);
        observations.add(null);
        unfinished.add(record -> 0);
    }

    private void add(MetricFamily family, ToDoubleFunction<Recorder> reader) {
        add(Metric.of(family), reader);
    }

    /**
     * Adds the mean and the 95th percentile of a sample that is kept in nanoseconds.
     *
     * @param unitNanos the metrics' unit in nanoseconds
     * @param left number of observations missing from the sample because they were not complete at the horizon
     */
    private void addSample(
            Metric mean,
            Metric percentile,
            double unitNanos,
            Function<Recorder, Sample> sample,
            ToLongFunction<Recorder> left) {
        add(mean, r -> sample.apply(r).mean() / unitNanos);
        unfinished.set(unfinished.size() - 1, left);
        add(percentile, r -> p95(sample.apply(r)) / unitNanos);
        observations.set(observations.size() - 1, r -> sample.apply(r).observations(unitNanos));
        unfinished.set(unfinished.size() - 1, left);
    }

    /** The 95th percentile; NaN if the run leaves percentiles out. */
    private static double p95(Sample sample) {
        return sample.hasQuantiles() ? sample.quantile(P95) : Double.NaN;
    }

    private void throughput() {
        exits(MetricFamily.OUTBOUND_TRUCKS_PER_DAY, Direction.OUTBOUND);
        exits(MetricFamily.RETURN_TRUCKS_PER_DAY, Direction.RETURN);
        add(MetricFamily.DELIVERED_T_PER_DAY, r -> r.deliveredTonnes() / r.measuredDays());
        forEachCargo((cargo, i) -> add(
                Metric.of(MetricFamily.DELIVERED_T_PER_DAY_OF_CARGO, cargo),
                r -> r.deliveredTonnes(i) / r.measuredDays()));
        if (config.hasReturnLoads()) {
            add(
                    MetricFamily.RETURN_T_PER_DAY,
                    r -> r.deliveredTonnes(
                                    (int cargo) -> config.demand().get(cargo).isReturn())
                            / r.measuredDays());
        }
        int openDays = open.days();
        add(
                MetricFamily.OUTBOUND_TRUCKS_PER_OPEN_DAY,
                r -> openDays == 0 ? Double.NaN : (double) r.exits(Direction.OUTBOUND) / openDays);
    }

    private void exits(MetricFamily family, Direction direction) {
        add(family, r -> r.exits(direction) / r.measuredDays());
    }

    private void leadTimes() {
        addSample(
                Metric.of(MetricFamily.LEAD_TIME_H),
                Metric.of(MetricFamily.LEAD_TIME_H_P95),
                Nanos.HOUR,
                Recorder::leadTimeSample,
                Recorder::undeliveredLoads);
        forEachCargo((cargo, i) -> addSample(
                Metric.of(MetricFamily.LEAD_TIME_H_OF_CARGO, cargo),
                Metric.of(MetricFamily.LEAD_TIME_H_OF_CARGO_P95, cargo),
                Nanos.HOUR,
                r -> r.leadTimeSample(i),
                r -> r.undeliveredLoads(i)));
        add(MetricFamily.CYCLE_TIME_H, Recorder::cycleTimeHours);
    }

    private void waits() {
        for (Stage stage : possible.stages()) {
            addSample(
                    Metric.of(MetricFamily.WAIT_MIN, stage),
                    Metric.of(MetricFamily.WAIT_P95_MIN, stage),
                    Nanos.MINUTE,
                    r -> r.waitSample(stage),
                    r -> r.stillWaiting(stage));
        }
    }

    private void queues() {
        for (Stage stage : possible.stages()) {
            add(Metric.of(MetricFamily.QUEUE, stage), r -> r.queueMean(stage));
            add(Metric.of(MetricFamily.QUEUE_MAX, stage), r -> r.queueMax(stage));
        }
    }

    private void utilisation() {
        for (Stage stage : possible.stages()) {
            if (stage.isStation()) {
                double openNanos = open.serverNanos(stage);
                Metric metric = Metric.of(MetricFamily.UTILISATION, stage);
                add(withNote(metric, stage), r -> r.utilisation(stage, openNanos));
            }
        }
    }

    /** Why a utilisation may be above 1: a service may run on past the end of a shift, when no open time is counted. */
    private Metric withNote(Metric metric, Stage stage) {
        if (isAny(stage, StationPlan::isStaffedUnevenly)) {
            return metric.withNote(BEYOND_SHIFT);
        }
        boolean overruns = isAny(
                stage,
                plan -> plan.config().overrun() == Overrun.FINISH
                        && plan.openings().openNanos(0, config.horizonNanos()) < config.horizonNanos());
        return overruns ? metric.withNote(BEYOND_ONE) : metric;
    }

    private boolean isAny(Stage stage, Predicate<StationPlan> which) {
        return worlds.stream().map(w -> w.station(stage)).anyMatch(plan -> plan != null && which.test(plan));
    }

    private void lane() {
        occupied(Stage.OUTBOUND, Direction.OUTBOUND);
        occupied(Stage.RETURN, Direction.RETURN);
        if (worlds.stream().anyMatch(w -> w.config().bridge().lanes() == 1)) {
            add(MetricFamily.BRIDGE_TURNS_PER_DAY, Recorder::turnsPerDay);
        }
    }

    private void occupied(Stage crossing, Direction direction) {
        add(Metric.of(MetricFamily.BRIDGE_OCCUPIED, crossing), r -> r.occupied(direction));
    }

    private void traffic() {
        for (int i = 0; i < config.traffic().size(); i++) {
            traffic(config.traffic().get(i).name(), i);
        }
    }

    private void traffic(String name, int i) {
        add(Metric.of(MetricFamily.TRAFFIC_PER_DAY, name), r -> r.trafficPerDay(i));
        addSample(
                Metric.of(MetricFamily.WAIT_TRAFFIC_MIN, name),
                Metric.of(MetricFamily.WAIT_TRAFFIC_P95_MIN, name),
                Nanos.MINUTE,
                r -> r.traffic(i).waits(),
                r -> r.traffic(i).waiting());
        add(Metric.of(MetricFamily.QUEUE_TRAFFIC_MAX, name), r -> r.longestTrafficQueue(i));
    }

    private void trips() {
        add(MetricFamily.AWAY_OVERNIGHT, Recorder::awayOvernight);
        add(MetricFamily.UNDELIVERED_END_T, Recorder::undeliveredTonnes);
    }

    private void goals() {
        int[] days = open.wholeDays();
        for (DayGoal goal : config.goals()) {
            add(
                    Metric.of(MetricFamily.SHARE_OF_OPEN_DAYS, goal.name()).withNote(goal.text()),
                    r -> days.length == 0 ? Double.NaN : (double) daysThatMeet(goal, days, r) / days.length);
        }
    }

    private static long daysThatMeet(DayGoal goal, int[] days, Recorder record) {
        return Arrays.stream(days)
                .filter(day -> goal.isMetBy(goal.column().value(record.daily(), day)))
                .count();
    }

    private void clearing() {
        for (int i = 0; i < config.demand().size(); i++) {
            CargoStream stream = config.demand().get(i);
            int cargo = i;
            if (config.isFinite(stream)) {
                add(Metric.of(MetricFamily.DAYS_TO_CLEAR, stream.cargo()), r -> r.daysToClear(cargo));
            }
        }
    }

    private void truckHours() {
        for (TruckState state : possible.states()) {
            add(Metric.of(MetricFamily.TRUCK_H_PER_DAY, state), r -> r.truckHoursPerDay(state));
        }
    }

    private void observed() {
        int probe = 0;
        for (Observed column : config.observed()) {
            ObservedScore score = new ObservedScore(column, config, probe);
            add(Metric.of(MetricFamily.OBSERVED_ERROR, column.what()), score::error);
            add(Metric.of(MetricFamily.OBSERVED_RMSE, column.what()), score::rootMeanSquaredError);
            add(Metric.of(MetricFamily.OBSERVED_MAPE, column.what()), score::meanAbsolutePercentageError);
            probe += column.isProbed(config) ? column.counts().size() : 0;
        }
    }

    private interface CargoAction {
        void accept(String cargo, int index);
    }

    private void forEachCargo(CargoAction action) {
        for (int i = 0; i < config.demand().size(); i++) {
            action.accept(config.demand().get(i).cargo(), i);
        }
    }
}
