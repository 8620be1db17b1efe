package org.bridgeconvoy.bridge.run.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.plan.StationPlan;
import org.bridgeconvoy.bridge.run.plan.StreamPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.observe.Observations;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Evidence;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/** The metrics of a scenario in the order of the files, and how each is read from the record of a run. */
public final class BridgeMetrics {

    private static final double P95 = 0.95;

    private final List<WorldPlan> worlds;
    private final ConvoyConfig config;
    private final List<Metric> metrics = new ArrayList<>();
    private final List<ToDoubleFunction<Recorder>> readers = new ArrayList<>();
    private final List<@Nullable Function<Recorder, Observations>> observations = new ArrayList<>();
    private final List<ToLongFunction<Recorder>> unfinished = new ArrayList<>();
    private final List<Metric> unmodifiable;

    /** The metrics of a world and its changes. */
    public BridgeMetrics(List<WorldPlan> worlds) {
        this.worlds = worlds;
        config = worlds.get(0).config();
        throughput();
        leadTimes();
        waits();
        queues();
        utilisation();
        lane();
        goals();
        clearing();
        truckHours();
        unmodifiable = List.copyOf(metrics);
    }

    /** In the order of the files. */
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

    /** What the values rest on, the single observations only if they are kept. */
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

    private void add(String name, String unit, String text, ToDoubleFunction<Recorder> reader) {
        metrics.add(new Metric(name, unit, text));
        readers.add(reader);
        observations.add(null);
        unfinished.add(record -> 0);
    }

    /**
     * Adds the mean and the 95th percentile of a sample that is kept in nanoseconds.
     *
     * @param percentile the name of the percentile
     * @param unitNanos the unit
     * @param left how many are not in the sample because they had not come to an end at the horizon
     */
    private void addSample(
            String name,
            String percentile,
            String unit,
            double unitNanos,
            String text,
            Function<Recorder, Sample> sample,
            ToLongFunction<Recorder> left) {
        add(name, unit, text + ", mean", r -> sample.apply(r).mean() / unitNanos);
        unfinished.set(unfinished.size() - 1, left);
        add(percentile, unit, text + ", 95th percentile", r -> sample.apply(r).quantile(P95) / unitNanos);
        observations.set(observations.size() - 1, r -> sample.apply(r).observations(unitNanos));
        unfinished.set(unfinished.size() - 1, left);
    }

    private void throughput() {
        for (Direction direction : Direction.values()) {
            add(
                    direction.label() + "_trucks_per_day",
                    "trucks/d",
                    direction.label() + " trucks that left the bridge",
                    r -> r.exits(direction) / r.measuredDays());
        }
        add("delivered_t_per_day", "t/d", "tonnes unloaded", r -> r.deliveredTonnes() / r.measuredDays());
        forEachCargo((cargo, i) -> add(
                "delivered_t_per_day." + cargo,
                "t/d",
                "tonnes unloaded of " + cargo,
                r -> r.deliveredTonnes(i) / r.measuredDays()));
        if (config.hasReturnLoads()) {
            add(
                    "return_t_per_day",
                    "t/d",
                    "tonnes of return loads unloaded",
                    r -> r.deliveredTonnes(
                                    (int cargo) -> config.demand().get(cargo).isReturn())
                            / r.measuredDays());
        }
        int openDays = openDays();
        add(
                "outbound_trucks_per_open_day",
                "trucks/d",
                "outbound trucks that left the bridge, per date on which outbound trucks could enter",
                r -> openDays == 0 ? Double.NaN : (double) r.exits(Direction.OUTBOUND) / openDays);
    }

    private void leadTimes() {
        addSample(
                "lead_time_h",
                "lead_time_h_p95",
                "h",
                Nanos.HOUR,
                "consigned to unloaded",
                Recorder::leadTimeSample,
                Recorder::undeliveredLoads);
        forEachCargo((cargo, i) -> addSample(
                "lead_time_h." + cargo,
                "lead_time_h." + cargo + "_p95",
                "h",
                Nanos.HOUR,
                "consigned to unloaded, " + cargo,
                r -> r.leadTimeSample(i),
                r -> r.undeliveredLoads(i)));
        add("cycle_time_h", "h", "assigned to available, mean", Recorder::cycleTimeHours);
    }

    private void waits() {
        for (Stage stage : stages()) {
            String label = stage.label();
            addSample(
                    "wait_" + label + "_min",
                    "wait_" + label + "_p95_min",
                    "min",
                    Nanos.MINUTE,
                    "waiting before " + label,
                    r -> r.waitSample(stage),
                    r -> r.stillWaiting(stage));
        }
    }

    private void queues() {
        for (Stage stage : stages()) {
            String label = stage.label();
            String who = stage == Stage.TRUCK ? "consignments" : "trucks";
            add("queue_" + label, who, who + " waiting before " + label + ", time average", r -> r.queueMean(stage));
            add("queue_" + label + "_max", who, "most " + who + " waiting before " + label, r -> r.queueMax(stage));
        }
    }

    private void utilisation() {
        for (Stage stage : stages()) {
            if (worlds.get(0).station(stage) != null) {
                double open = openServerNanos(stage);
                add(
                        "utilisation_" + stage.label(),
                        "",
                        "busy server time per open server time, " + stage.label() + beyondOne(stage),
                        r -> r.utilisation(stage, open));
            }
        }
    }

    /** Why a utilisation may be above 1: services that have begun run on past closing time, when no open time is counted. */
    private String beyondOne(Stage stage) {
        boolean overruns = worlds.stream()
                .map(w -> w.station(stage))
                .anyMatch(plan -> plan != null
                        && plan.config().overrun() == Overrun.FINISH
                        && plan.openings().openNanos(0, config.horizonNanos()) < config.horizonNanos());
        return overruns ? "; above 1 where services run on past closing time (overrun: finish)" : "";
    }

    private void lane() {
        for (Direction direction : Direction.values()) {
            add(
                    "bridge_occupied_" + direction.label(),
                    "",
                    "share of time with " + direction.label() + " trucks on the bridge",
                    r -> r.occupied(direction));
        }
        if (config.bridge().lanes() == 1) {
            add(
                    "bridge_turns_per_day",
                    "1/d",
                    "entries that follow an entry in the other direction",
                    Recorder::turnsPerDay);
        }
        add("away_overnight", "trucks", "trucks away from the origin at 24:00, mean", Recorder::awayOvernight);
        add("undelivered_end_t", "t", "consigned but not delivered at the horizon", Recorder::undeliveredTonnes);
    }

    private void goals() {
        int[] days = wholeOpenDays();
        for (DayGoal goal : config.goals()) {
            add(
                    "share_of_open_days." + goal.name(),
                    "",
                    "share of the whole open days of the window with " + goal.text(),
                    r -> days.length == 0
                            ? Double.NaN
                            : (double) Arrays.stream(days)
                                            .filter(day ->
                                                    goal.isMetBy(goal.column().value(r.daily(), day)))
                                            .count()
                                    / days.length);
        }
    }

    private void clearing() {
        for (int i = 0; i < config.demand().size(); i++) {
            CargoStream stream = config.demand().get(i);
            int cargo = i;
            if (config.isFinite(stream)) {
                add(
                        "days_to_clear." + stream.cargo(),
                        "d",
                        "days until the last of " + stream.cargo() + " is unloaded",
                        r -> r.daysToClear(cargo));
            }
        }
    }

    private void truckHours() {
        for (TruckState state : TruckState.values()) {
            if (canOccur(state)) {
                add(
                        "truck_h_per_day." + state.label(),
                        "h/d",
                        "truck-hours a day in state " + state.label(),
                        r -> r.truckHoursPerDay(state));
            }
        }
    }

    private boolean canOccur(TruckState state) {
        Stage stage = state.stage().orElse(null);
        if (stage != null && stage.isStation()) {
            return worlds.get(0).station(stage) != null;
        }
        return switch (state) {
            case ROAD -> config.hasRoads();
            case WAIT_FOR_LOAD -> config.hasReturnLoads();
            case OWN -> any(w -> !w.ownStages().isEmpty());
            case OUTBOUND_CONVOY -> any(w -> w.outboundConvoys() != null);
            case RETURN_CONVOY -> any(w -> w.returnConvoys() != null);
            case OUTBOUND_CLOSURE, RETURN_CLOSURE ->
                any(w -> !w.bridge().closures().isEmpty());
            case OUTBOUND_BREAKDOWN, RETURN_BREAKDOWN -> any(w -> w.bridge().breakdowns() != null);
            case OUTBOUND_CLEARING, RETURN_CLEARING -> any(w -> w.bridge().lanes() == 1);
            case OUTBOUND_LIMIT, RETURN_LIMIT ->
                any(w -> w.bridge().maxTrucks() < Integer.MAX_VALUE
                                || w.bridge().maxMassTonnes() < Double.POSITIVE_INFINITY)
                        || (worlds.size() > 1 && any(w -> w.bridge().maxTruckMassTonnes() < Double.POSITIVE_INFINITY));
            default -> true;
        };
    }

    private boolean any(java.util.function.Predicate<ConvoyConfig> property) {
        return worlds.stream().anyMatch(w -> property.test(w.config()));
    }

    private List<Stage> stages() {
        List<Stage> present = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (!stage.isStation() || worlds.get(0).station(stage) != null) {
                present.add(stage);
            }
        }
        return present;
    }

    private interface CargoAction {
        void accept(String cargo, int index);
    }

    private void forEachCargo(CargoAction action) {
        for (int i = 0; i < config.demand().size(); i++) {
            action.accept(config.demand().get(i).cargo(), i);
        }
    }

    /** The end of the time in which world {@code i} holds. */
    private long until(int i) {
        return i + 1 < worlds.size() ? worlds.get(i + 1).from() : config.horizonNanos();
    }

    private double openServerNanos(Stage stage) {
        double sum = 0;
        for (int i = 0; i < worlds.size(); i++) {
            StationPlan plan = worlds.get(i).station(stage);
            long from = Math.max(worlds.get(i).from(), config.warmUpNanos());
            long to = Math.min(until(i), config.horizonNanos());
            if (plan != null && from < to) {
                sum += (double) plan.openings().openNanos(from, to)
                        * plan.config().servers();
            }
        }
        return sum;
    }

    /** The dates in the window on which control and closures let outbound trucks enter at some time. */
    private int openDays() {
        int days = 0;
        long first = config.warmUpNanos() / Nanos.DAY;
        for (long day = first; day * Nanos.DAY < config.horizonNanos(); day++) {
            long from = Math.max(day * Nanos.DAY, config.warmUpNanos());
            long to = Math.min((day + 1) * Nanos.DAY, config.horizonNanos());
            if (isOpen(from, to)) {
                days++;
            }
        }
        return days;
    }

    /** Those of them that lie in the window from midnight to midnight, by number. */
    public int[] wholeOpenDays() {
        int first = Math.toIntExact((config.warmUpNanos() + Nanos.DAY - 1) / Nanos.DAY);
        int end = Math.toIntExact(config.horizonNanos() / Nanos.DAY);
        return IntStream.range(first, Math.max(first, end))
                .filter(day -> isOpen(day * Nanos.DAY, (day + 1) * Nanos.DAY))
                .toArray();
    }

    private boolean isOpen(long from, long to) {
        for (int i = 0; i < worlds.size(); i++) {
            WorldPlan world = worlds.get(i);
            Openings passable = world.lane().closures().complement();
            long crossing = Nanos.delayOfSeconds(world.config().bridge().lengthMetres()
                    / world.config().bridge().loadedSpeed().mean());
            for (int k = Math.max(0, passable.lastBegunAt(from)); k < passable.count(); k++) {
                long begin = Math.max(Math.max(from, world.from()), passable.start(k));
                long end = Math.min(Math.min(to, until(i)), passable.end(k));
                if (begin < end && world.lane().control().givenNanos(Direction.OUTBOUND, begin, end, crossing) > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
