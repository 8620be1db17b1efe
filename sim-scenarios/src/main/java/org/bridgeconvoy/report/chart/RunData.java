package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WorldFacts;

/**
 * The data of one run that charts need. Times are nanoseconds since the start on the origin's clock. The window of a
 * chart is [warm-up, horizon), as for the metrics, unless the chart shows every day.
 *
 * @param name name of the scenario, shown as it is
 * @param start date of day 0
 * @param horizonNanos end of the run, above 0
 * @param warmUpNanos start of the window, at least 0 and below the horizon
 * @param daily daily table of each replication, at least one
 * @param trips trips of the replications that recorded them; may be empty
 * @param metrics metrics by name, in the order of the files
 * @param observed observed and simulated counts; empty if nothing was observed
 * @param world holidays, closures, changes, servers and the length of the bridge; without a length, positions are
 *     shares of the bridge
 */
public record RunData(
        String name,
        LocalDate start,
        long horizonNanos,
        long warmUpNanos,
        List<DailyTable> daily,
        List<TripTable> trips,
        Map<String, Estimate> metrics,
        List<ObservedData> observed,
        WorldFacts world) {

    /** A tonne in milligrams. */
    static final double TONNE = 1e9;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if there is no daily table or no window
     */
    public RunData {
        daily = List.copyOf(daily);
        trips = List.copyOf(trips);
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

    /** A run without observed counts, of whose configuration only the length of the bridge is known. */
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
                metrics,
                List.of(),
                WorldFacts.ofLength(bridgeLengthMetres));
    }

    /**
     * The data of a study: days of every replication, recorded trips, all metrics.
     *
     * @throws IllegalArgumentException if the study has no replication
     */
    public static RunData of(StudyResult result) {
        List<TripTable> trips = new ArrayList<>();
        for (ReplicationResult replication : result.replications()) {
            if (replication.trips() != null) {
                trips.add(replication.trips());
            }
        }
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        result.metrics().forEach(metric -> metrics.put(metric.name(), metric.shown()));
        return new RunData(
                result.name(),
                result.start(),
                result.horizonNanos(),
                result.warmUpNanos(),
                result.replications().stream().map(ReplicationResult::daily).toList(),
                trips,
                metrics,
                result.observed().stream().map(ObservedData::of).toList(),
                result.world());
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
        List<TripTable> trips = new ArrayList<>();
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        for (ReplicationResult replication : replications) {
            if (replication.trips() != null) {
                trips.add(replication.trips());
            }
            for (Metric metric : replication.metrics().metrics()) {
                metrics.computeIfAbsent(metric.name(), m -> estimate(m, replications));
            }
        }
        return new RunData(
                name,
                start,
                horizonNanos,
                warmUpNanos,
                bridgeLengthMetres,
                replications.stream().map(ReplicationResult::daily).toList(),
                trips,
                metrics);
    }

    private static Estimate estimate(String metric, List<ReplicationResult> replications) {
        return Estimate.of(
                replications.stream().mapToDouble(r -> r.metric(metric)).toArray());
    }

    /** Length of the bridge in metres; NaN if it is not known. */
    public double bridgeLengthMetres() {
        return world.bridgeLengthMetres();
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
