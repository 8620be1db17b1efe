package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.report.Numbers;
import org.bridgeconvoy.report.Verdicts;
import org.bridgeconvoy.result.MetricFamily;

/**
 * The charts of a run, a comparison and a sweep. A chart can be written in any size and format:
 *
 * <pre>{@code
 * RunData run = RunData.of(result);
 * Charts.throughput(run).size(160, 90).write(Path.of("throughput.svg"));
 * }</pre>
 */
public final class Charts {

    /** Names by which {@link #named} finds the charts of a run. */
    public static final List<String> NAMES = List.of(
            "throughput", "queue", "time-space", "time-space-hour", "states", "waits", "backlog", "use", "observed");

    private Charts() {}

    /**
     * A chart of a run by its name.
     *
     * @return empty if the run lacks what the chart needs: recorded trips, truck states or observed counts
     * @throws IllegalArgumentException if there is no chart of this name
     */
    public static Optional<ConvoyChart> named(String name, RunData run) {
        boolean trips = run.trips().stream().anyMatch(t -> t.size() > 0);
        return switch (name) {
            case "throughput" -> Optional.of(throughput(run));
            case "queue" -> trips ? Optional.of(queue(run)) : Optional.empty();
            case "time-space" -> trips ? Optional.of(timeSpace(run)) : Optional.empty();
            case "time-space-hour" ->
                trips ? Optional.of(timeSpace(run, TimeSpaceData.busiest(run))) : Optional.empty();
            case "states" -> StateData.of(run).stages().isEmpty() ? Optional.empty() : Optional.of(states(run));
            case "waits" -> trips ? Optional.of(waits(run)) : Optional.empty();
            case "backlog" -> Optional.of(backlog(run));
            case "observed" ->
                run.observed().isEmpty()
                        ? Optional.empty()
                        : Optional.of(observed(run, run.observed().get(0)));
            case "use" -> trips ? Optional.of(use(run)) : Optional.empty();
            default ->
                throw new IllegalArgumentException("no chart '" + name + "'; there are " + String.join(", ", NAMES));
        };
    }

    /** Trucks and tonnes delivered per day, stacked by cargo, with the 95% interval of the total. */
    public static ConvoyChart throughput(RunData run) {
        ThroughputData data = ThroughputData.of(run);
        String per = data.binDays() == 1 ? "" : ", means of " + data.binDays() + " days";
        String trucks = data.truckReplications() == run.replications()
                ? ""
                : "; trucks by cargo from the " + data.truckReplications() + " recorded";
        return new ConvoyChart(
                "Delivered per day",
                of(run, run.replications()) + per + trucks,
                metric(run, MetricFamily.DELIVERED_T_PER_DAY, "On average", "tonnes are delivered a day")
                        + metric(run, MetricFamily.OUTBOUND_TRUCKS_PER_DAY, "", "trucks cross outbound a day"),
                (style, ems) -> DayCharts.throughput(run, data, style));
    }

    /**
     * Trucks in the bridge queue by hour of the day, outbound and return, as fans of percentiles over the days with
     * crossings. Needs recorded trips.
     */
    public static ConvoyChart queue(RunData run) {
        QueueData out = QueueData.of(run, true);
        QueueData back = QueueData.of(run, false);
        return new ConvoyChart(
                "Trucks waiting for the bridge",
                of(run, run.trips().size()) + (run.trips().size() < run.replications() ? " recorded" : "")
                        + ", measured days"
                        + (out.hasDaysWithout() || back.hasDaysWithout() ? " on which trucks cross" : ""),
                "The queue that 95% of these days do not exceed is longest with " + Words.number(out.peak())
                        + " trucks outbound and " + Words.number(back.peak()) + " on return.",
                (style, ems) -> HourCharts.queue(out, back, style));
    }

    /** Time-space diagram of the bridge on a typical day, with the queues at both ends. Needs recorded trips. */
    public static ConvoyChart timeSpace(RunData run) {
        return timeSpace(run, TimeSpaceData.of(run));
    }

    /** Time-space diagram of the bridge for some hours of a day, with the queues at both ends. */
    public static ConvoyChart timeSpace(RunData run, TimeSpaceData data) {
        long out = data.crossings().stream()
                .filter(TimeSpaceData.Crossing::outbound)
                .count();
        long back = data.crossings().size() - out;
        boolean day = data.untilHour() - data.fromHour() >= 24;
        return new ConvoyChart(
                day ? "Trucks on the bridge, one day" : "Trucks on the bridge, the busiest hour of a day",
                run.name() + ", " + Words.date(run.start().plusDays(data.day())) + ", replication "
                        + data.replication(),
                out + " trucks cross outbound and " + back + " return; at most "
                        + data.outboundQueue().max() + " wait outbound and "
                        + data.returnQueue().max() + " on return." + standing(data),
                (style, ems) -> HourCharts.timeSpace(run, data, style, ems));
    }

    private static String standing(TimeSpaceData data) {
        int n = data.standing().size();
        return n == 0 ? "" : n == 1 ? " One truck breaks down on the bridge." : " " + n + " trucks break down on it.";
    }

    /** Hours of a truck's day by stage and cause. Needs the metrics {@code truck_h_per_day.*}. */
    public static ConvoyChart states(RunData run) {
        StateData data = StateData.of(run);
        List<String> parts = new ArrayList<>();
        for (int s = 0; s < data.stages().size(); s++) {
            parts.add(data.stages().get(s) + " " + ShareCharts.hoursAndMinutes(data.total(s)));
        }
        return new ConvoyChart(
                "Where a truck's day goes",
                of(run, run.replications()) + "; mean of " + Words.number(data.trucks()) + " trucks, 24 h in all",
                "Of 24 hours: " + String.join(", ", parts) + ".",
                (style, ems) -> ShareCharts.states(data, style, ems));
    }

    /** Distribution of the waits by stage, with median and 95th percentile. Needs recorded trips. */
    public static ConvoyChart waits(RunData run) {
        WaitData data = WaitData.of(run);
        List<String> parts = new ArrayList<>();
        for (WaitData.Line stage : data.stages()) {
            parts.add(stage.label() + " " + Words.minutes(stage.median()) + " and " + Words.minutes(stage.p95()));
        }
        String without = data.withoutWait().isEmpty() ? "" : "; no wait: " + String.join(", ", data.withoutWait());
        return new ConvoyChart(
                "How long trucks wait, by stage",
                of(run, run.trips().size()) + (run.trips().size() < run.replications() ? " recorded" : "") + without,
                "Median and 95th percentile of the wait: " + String.join("; ", parts) + ".",
                (style, ems) -> ShareCharts.waits(data, style));
    }

    /**
     * Tonnes not delivered at the end of each day, the part of them that waits for a truck, and when streams with a
     * total were delivered.
     */
    public static ConvoyChart backlog(RunData run) {
        BacklogData data = BacklogData.of(run);
        int end = data.days().length - 1;
        StringBuilder summary = new StringBuilder("At the end "
                + Words.number(data.undelivered().mean()[end]) + " tonnes are not yet delivered on average; of these "
                + Words.number(data.total().mean()[end]) + " wait for a truck.");
        for (BacklogData.Clears clears : data.clears()) {
            summary.append(' ')
                    .append(clears.cargo())
                    .append(
                            Double.isNaN(clears.days().mean())
                                    ? " is not all delivered in any replication."
                                    : " is all delivered after "
                                            + Words.number(clears.days().mean()) + " days"
                                            + (clears.notCleared() > 0 ? " at least." : "."));
        }
        return new ConvoyChart(
                "Not yet delivered at the end of each day",
                of(run, run.replications()),
                summary.toString(),
                (style, ems) -> DayCharts.backlog(run, data, style));
    }

    /** Trucks in service at each station and occupancy of the lane by hour of the day. Needs recorded trips. */
    public static ConvoyChart use(RunData run) {
        UseData data = UseData.of(run);
        double out = Stats.mean(data.outbound());
        double back = Stats.mean(data.back());
        return new ConvoyChart(
                "Stations and lane over the day",
                of(run, run.trips().size()) + (run.trips().size() < run.replications() ? " recorded" : "")
                        + ", mean of the measured days",
                "A truck is on the lane outbound " + percent(out) + " of the time and on return " + percent(back) + ".",
                (style, ems) -> HourCharts.use(data, style));
    }

    /**
     * Differences of scenarios from the first, in one panel for each metric. A page has room for three panels side by
     * side.
     *
     * @throws IllegalArgumentException if there is no metric or no second scenario
     */
    public static ConvoyChart comparison(ComparisonData data) {
        if (data.metrics().isEmpty() || data.metrics().get(0).differences().isEmpty()) {
            throw new IllegalArgumentException("a comparison needs a metric and a second scenario");
        }
        List<String> parts = new ArrayList<>();
        for (ComparisonData.MetricDifferences metric : data.metrics()) {
            for (ComparisonData.Difference d : metric.differences()) {
                int decimals = Numbers.decimals(d.mean(), d.halfWidth(), 2);
                parts.add(d.scenario() + " " + metric.label() + " " + Numbers.signed(d.mean(), decimals) + " ± "
                        + Numbers.fixed(d.halfWidth(), decimals) + " " + metric.unit()
                        + Verdicts.unlessDifferent(d.verdict()));
            }
        }
        return new ConvoyChart(
                "Difference from " + data.baseline(),
                data.intervals(),
                String.join("; ", parts) + ".",
                (style, ems) -> StudyCharts.comparison(data, style));
    }

    /** Response of a metric to the varied values, with a curve for each value of the second axis and bends marked. */
    public static ConvoyChart responseCurves(SweepData data) {
        return new ConvoyChart(
                data.title(),
                "mean over replications with its 95% interval; all points share their random numbers, so their differences are"
                        + " surer than the intervals show",
                data.metric() + ends(data.mean()) + " " + data.unit()
                        + data.bend(0)
                                .map(bend -> "; the curve bends " + bend.words() + ".")
                                .orElse("."),
                (style, ems) -> StudyCharts.curves(data, style));
    }

    /** First and last value of the only curve; of several curves the least and the greatest value. */
    private static String ends(double[][] means) {
        double[] curve = means[0];
        if (means.length == 1) {
            return " from " + Words.number(curve[0]) + " to " + Words.number(curve[curve.length - 1]);
        }
        double[] all = Arrays.stream(means)
                .flatMapToDouble(Arrays::stream)
                .filter(m -> !Double.isNaN(m))
                .toArray();
        return " between " + Words.number(Arrays.stream(all).min().orElse(Double.NaN)) + " and "
                + Words.number(Arrays.stream(all).max().orElse(Double.NaN));
    }

    /** Response of a metric to two varied values as a map of cells. */
    public static ConvoyChart heatMap(SweepData data) {
        return new ConvoyChart(
                data.title(),
                data.metric() + (data.unit().isEmpty() ? "" : ", " + data.unit()) + ", mean over replications",
                data.metric() + " by " + data.x().name() + " and " + data.y().name() + ".",
                (style, ems) -> StudyCharts.map(data, style));
    }

    /** Observed counts of hours or days with the simulated mean and 95% band. */
    public static ConvoyChart observed(RunData run, ObservedData data) {
        double inside = data.shareInside();
        return new ConvoyChart(
                "Observed and simulated",
                of(run, run.replications()),
                Double.isNaN(inside)
                        ? "Nothing was observed in the measured window."
                        : percent(inside) + " of the observed counts lie where 95% of the simulated do.",
                (style, ems) -> ObservedChart.of(run, data, style));
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 0) + "%";
    }

    /** The subtitle: name of the scenario and number of replications. */
    private static String of(RunData run, int replications) {
        return run.name() + ", " + Words.count(replications, "replication");
    }

    /** A sentence about a metric; empty if the run has no value of it. */
    private static String metric(RunData run, MetricFamily family, String before, String after) {
        Estimate value = run.metrics().get(family.pattern());
        return value == null || Double.isNaN(value.mean())
                ? ""
                : (before + " " + Words.number(value.mean()) + " " + after + ". ").stripLeading();
    }
}
