package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;

/**
 * What charts need of one scenario's run. Times are nanoseconds since the start on the origin's clock. The window of
 * a chart is [warm-up, horizon), like that of the metrics, unless the chart shows every day.
 *
 * @param name the scenario's name, shown as it is
 * @param start the date of day 0
 * @param horizonNanos the end of the run, above 0
 * @param warmUpNanos the start of the window, at least 0 and below the horizon
 * @param bridgeLengthMetres length of the bridge; NaN if not known, positions are then shares of the bridge
 * @param daily the table of each replication, at least one
 * @param trips the trips of the first replications, perhaps none
 * @param metrics over replications, by name, in the order of the files
 * @param observed observed counts beside the simulated ones; empty if nothing was observed
 * @param context holidays, closures, changes and servers, as far as the scenario's text tells
 */
public record RunData(
        String name,
        LocalDate start,
        long horizonNanos,
        long warmUpNanos,
        double bridgeLengthMetres,
        List<DailyTable> daily,
        List<TripTable> trips,
        Map<String, Value> metrics,
        List<ObservedData> observed,
        ChartContext context) {

    /** Nanoseconds of an hour. */
    static final double HOUR = 3.6e12;

    /** Nanoseconds of a day. */
    static final long DAY = 86_400_000_000_000L;

    /** Milligrams of a tonne. */
    static final double TONNE = 1e9;

    /**
     * A metric over replications.
     *
     * @param mean NaN if no replication had data
     * @param halfWidth95 of the interval of the mean; NaN below two replications with data
     * @param min least value
     * @param max greatest value
     * @param n replications with data
     */
    public record Value(double mean, double halfWidth95, double min, double max, int n) {}

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

    /** A run of which nothing was observed. */
    public RunData(
            String name,
            LocalDate start,
            long horizonNanos,
            long warmUpNanos,
            double bridgeLengthMetres,
            List<DailyTable> daily,
            List<TripTable> trips,
            Map<String, Value> metrics) {
        this(
                name,
                start,
                horizonNanos,
                warmUpNanos,
                bridgeLengthMetres,
                daily,
                trips,
                metrics,
                List.of(),
                ChartContext.NONE);
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
        Map<String, Value> metrics = new LinkedHashMap<>();
        for (MetricResult metric : result.metrics()) {
            metrics.put(
                    metric.name(),
                    new Value(metric.value(), metric.halfWidth(), metric.min(), metric.max(), count(metric.n())));
        }
        return new RunData(
                result.name(),
                result.start(),
                result.horizonNanos(),
                result.warmUpNanos(),
                ScenarioText.bridgeLengthMetres(result.resolvedText()),
                result.replications().stream().map(ReplicationResult::daily).toList(),
                trips,
                metrics,
                result.observed().stream().map(ObservedData::of).toList(),
                ChartContext.of(result.resolvedText(), result.start()));
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
        Map<String, Value> metrics = new LinkedHashMap<>();
        for (ReplicationResult replication : replications) {
            if (replication.trips() != null) {
                trips.add(replication.trips());
            }
            for (Metric metric : replication.metrics().metrics()) {
                metrics.computeIfAbsent(metric.name(), m -> value(m, replications));
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

    private static Value value(String metric, List<ReplicationResult> replications) {
        return value(Estimate.of(
                replications.stream().mapToDouble(r -> r.metric(metric)).toArray()));
    }

    /** A count that no chart needs beyond 2^31. */
    static int count(long n) {
        return (int) Math.min(n, Integer.MAX_VALUE);
    }

    private static Value value(Estimate e) {
        return new Value(e.mean(), e.halfWidth95(), e.min(), e.max(), Math.toIntExact(e.n()));
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
        return Math.min(1.0, (horizonNanos - day * (double) DAY) / DAY);
    }

    int replications() {
        return daily.size();
    }

    /** First day that lies wholly in the window. */
    int firstMeasuredDay() {
        return (int) ((warmUpNanos + DAY - 1) / DAY);
    }
}
