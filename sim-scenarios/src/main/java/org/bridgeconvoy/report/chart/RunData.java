package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.study.DailyTables;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WorldFacts;
import org.jspecify.annotations.Nullable;

/**
 * The data of one run that charts need. Times are nanoseconds since the start on the origin's clock. The window of a
 * chart is [warm-up, horizon), as for the metrics, unless the chart shows every day.
 *
 * @param name the scenario's name, shown as it is
 * @param start the date of day 0
 * @param horizonNanos the end of the run, above 0
 * @param warmUpNanos the start of the window, at least 0 and below the horizon
 * @param daily the table of each replication, at least one
 * @param trips the trips of the first replications, perhaps none
 * @param vehicles the vehicles of the through traffic in the first replications, as many as recorded trips if there are trucks; none without
 *     through traffic
 * @param metrics what is shown of each metric, by name, in the order of the files
 * @param observed observed counts beside the simulated ones; empty if nothing was observed
 * @param world holidays, closures, changes, servers and the length of the bridge; where that is not known, positions are
 *     shares of the bridge
 * @param relaxed what each constraint relaxed alone changes; null if that was not asked for, or nothing was relaxed
 * @param course what is not yet delivered here and in a variant; null if no answer compares them. Files do not hold it
 */
public record RunData(
        String name,
        LocalDate start,
        long horizonNanos,
        long warmUpNanos,
        List<DailyTable> daily,
        List<TripTable> trips,
        List<TrafficTable> vehicles,
        Map<String, Estimate> metrics,
        List<ObservedData> observed,
        WorldFacts world,
        @Nullable RelaxData relaxed,
        @Nullable CourseData course) {

    /** A tonne in milligrams. */
    static final double TONNE = 1e9;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no daily table or no window
     */
    public RunData {
        // A view of many replications stays one.
        daily = daily instanceof DailyTables ? daily : List.copyOf(daily);
        trips = List.copyOf(trips);
        vehicles = List.copyOf(vehicles);
        observed = List.copyOf(observed);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        if (daily.isEmpty()) {
            throw new IllegalArgumentException("a chart needs the daily table of at least one replication");
        }
        if (warmUpNanos < 0 || horizonNanos <= warmUpNanos) {
            throw new IllegalArgumentException("the window must have 0 <= warm-up < horizon, got [" + warmUpNanos
                    + " ns, " + horizonNanos + " ns)");
        }
    }

    /** A run without through traffic of which nothing was observed, and of whose world nothing is known but the length of the bridge. */
    public RunData(
            String name,
            LocalDate start,
            long horizonNanos,
            long warmUpNanos,
            double bridgeLengthMetres,
            List<DailyTable> daily,
            List<TripTable> trips,
            Map<String, Estimate> metrics) {
        this(
                name,
                start,
                horizonNanos,
                warmUpNanos,
                daily,
                trips,
                List.of(),
                metrics,
                List.of(),
                WorldFacts.ofLength(bridgeLengthMetres));
    }

    /** A run of which no constraint was relaxed. */
    public RunData(
            String name,
            LocalDate start,
            long horizonNanos,
            long warmUpNanos,
            List<DailyTable> daily,
            List<TripTable> trips,
            List<TrafficTable> vehicles,
            Map<String, Estimate> metrics,
            List<ObservedData> observed,
            WorldFacts world) {
        this(name, start, horizonNanos, warmUpNanos, daily, trips, vehicles, metrics, observed, world, null, null);
    }

    /**
     * The data of a study: days of every replication, recorded trips, all metrics.
     *
     * @throws IllegalArgumentException if the study has no replication
     */
    public static RunData of(StudyResult result) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        result.metrics().forEach(metric -> metrics.put(metric.name(), metric.shown()));
        return new RunData(
                result.name(),
                result.start(),
                result.horizonNanos(),
                result.warmUpNanos(),
                DailyTables.of(result.replications()),
                trips(result.replications()),
                vehicles(result.replications()),
                metrics,
                result.observed().stream().map(ObservedData::of).toList(),
                result.world(),
                RelaxData.of(result.limits()),
                CourseData.of(result));
    }

    /**
     * The data of replications that ran without a scenario file: {@code new Experiment(seed, n).run(model)}.
     *
     * @param name name to show in the charts
     * @param start date of day 0, {@code ConvoyConfig.start()}
     * @param horizonNanos end of the run
     * @param warmUpNanos start of the window
     * @param bridgeLengthMetres length of the bridge; NaN to show positions as shares of the bridge
     * @param replications replications of one configuration, at least one; some charts need those that recorded trips
     * @throws IllegalArgumentException if there is no replication or no window
     */
    public static RunData of(
            String name,
            LocalDate start,
            long horizonNanos,
            long warmUpNanos,
            double bridgeLengthMetres,
            List<ReplicationResult> replications) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        for (ReplicationResult replication : replications) {
            for (Metric metric : replication.metrics().metrics()) {
                metrics.computeIfAbsent(metric.name(), m -> estimate(m, replications));
            }
        }
        return new RunData(
                name,
                start,
                horizonNanos,
                warmUpNanos,
                DailyTables.of(replications),
                trips(replications),
                vehicles(replications),
                metrics,
                List.of(),
                WorldFacts.ofLength(bridgeLengthMetres));
    }

    private static List<TripTable> trips(List<ReplicationResult> replications) {
        return replications.stream().flatMap(r -> Stream.ofNullable(r.trips())).toList();
    }

    private static List<TrafficTable> vehicles(List<ReplicationResult> replications) {
        return replications.stream()
                .flatMap(r -> Stream.ofNullable(r.vehicles()))
                .toList();
    }

    private static Estimate estimate(String metric, List<ReplicationResult> replications) {
        return Estimate.of(
                replications.stream().mapToDouble(r -> r.metric(metric)).toArray());
    }

    /** Length of the bridge in metres; NaN if it is not known. */
    public double bridgeLengthMetres() {
        return world.bridgeLengthMetres();
    }

    /** Whether the scenario has trucks; without them it has through traffic alone. */
    public boolean hasTrucks() {
        return !trips.isEmpty() || metrics.containsKey(MetricFamily.DELIVERED_T_PER_DAY.pattern()) || !hasTraffic();
    }

    /** Whether the scenario has through traffic. */
    public boolean hasTraffic() {
        return !vehicles.isEmpty() || metrics.keySet().stream().anyMatch(RunData::isOfTraffic);
    }

    private static boolean isOfTraffic(String metric) {
        return Metric.find(metric)
                .filter(m -> m.family() == MetricFamily.TRAFFIC_PER_DAY)
                .isPresent();
    }

    /** How many of the first replications have recorded trips or vehicles. */
    int recorded() {
        return Math.max(trips.size(), vehicles.size());
    }

    /** Whether a trip was recorded. */
    boolean hasTrips() {
        return trips.stream().anyMatch(t -> t.size() > 0);
    }

    /** Whether a trip or a vehicle was recorded. */
    boolean hasCrossings() {
        return trips.stream().anyMatch(t -> t.size() > 0) || vehicles.stream().anyMatch(v -> v.size() > 0);
    }

    /**
     * Who crosses in a recorded replication.
     *
     * @param index of the replication, from 0
     */
    LaneTable lane(int index, boolean outbound) {
        return new LaneTable(
                index < trips.size() ? trips.get(index) : null,
                index < vehicles.size() ? vehicles.get(index) : null,
                outbound);
    }

    /** Who crosses in one direction, by recorded replication. */
    List<LaneTable> lanes(boolean outbound) {
        return IntStream.range(0, recorded()).mapToObj(i -> lane(i, outbound)).toList();
    }

    /** The names of the recorded through traffic, in the order of the scenario. */
    List<String> trafficNames() {
        return vehicles.isEmpty()
                ? List.of()
                : vehicles.get(0).names().stream().map(TrafficTable.Name::name).toList();
    }

    /** Who uses the lane: {@code trucks}, {@code vehicles} or {@code trucks and vehicles}. */
    String users() {
        return !hasTraffic() ? "trucks" : hasTrucks() ? "trucks and vehicles" : "vehicles";
    }

    /** Names of the cargoes in the order of the scenario. */
    public List<String> cargoes() {
        return daily.get(0).cargoes();
    }

    /** Number of days; the last one may be partial. */
    int days() {
        return daily.get(0).days();
    }

    /** Share of a day before the horizon; 1 for a whole day. */
    double partOfDay(int day) {
        return Math.min(1.0, (horizonNanos - day * (double) Nanos.DAY) / Nanos.DAY);
    }

    int replications() {
        return daily.size();
    }

    /** First day that lies wholly in the window. */
    int firstMeasuredDay() {
        return (int) ((warmUpNanos + Nanos.DAY - 1) / Nanos.DAY);
    }
}
