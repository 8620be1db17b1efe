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
 * What charts need of one scenario's run. Times are nanoseconds since the start on the origin's clock. The window of
 * a chart is [warm-up, horizon), like that of the metrics, unless the chart shows every day.
 *
 * @param name the scenario's name, shown as it is
 * @param start the date of day 0
 * @param horizonNanos the end of the run, above 0
 * @param warmUpNanos the start of the window, at least 0 and below the horizon
 * @param daily the table of each replication, at least one
 * @param trips the trips of the first replications, perhaps none
 * @param metrics what is shown of each metric, by name, in the order of the files
 * @param observed observed counts beside the simulated ones; empty if nothing was observed
 * @param world holidays, closures, changes, servers and the length of the bridge; where that is not known, positions are
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

    /** Milligrams of a tonne. */
    static final double TONNE = 1e9;

    /** Copies the collections and checks that there is a day and a window. */
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

    /** A run of which nothing was observed, and of whose world nothing is known but the length of the bridge. */
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
     * What charts need of a study: every replication's days, the trips of those that recorded them, all metrics.
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
     * What charts need of a world that was run without a scenario file: {@code new Experiment(seed, n).run(model)}.
     *
     * @param name what to call the world in the charts
     * @param start the date of day 0, {@code ConvoyConfig.start()}
     * @param horizonNanos the end of the run
     * @param warmUpNanos the start of the window
     * @param bridgeLengthMetres length of the bridge; NaN for shares of the bridge in its place
     * @param replications at least one, all of the same world; charts that need trips take them from those that recorded them
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

    /** Length of the bridge; NaN if it is not known. */
    public double bridgeLengthMetres() {
        return world.bridgeLengthMetres();
    }

    /** Names of the cargoes in the order of the scenario. */
    public List<String> cargoes() {
        return daily.get(0).cargoes();
    }

    /** Number of days, the last one perhaps short. */
    int days() {
        return daily.get(0).days();
    }

    /** The part of a day that lies before the horizon, 1 for a whole day. */
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
