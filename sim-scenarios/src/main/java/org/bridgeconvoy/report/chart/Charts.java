package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.report.Verdicts;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.words.Numbers;

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
            "before-after",
            "curves",
            "relax",
            "gantt",
            "week",
            "throughput",
            "traffic",
            "queue",
            "time-space",
            "time-space-hour",
            "states",
            "waits",
            "backlog",
            "use",
            "observed");

    private Charts() {}

    /**
     * A chart of a run by its name.
     *
     * @return empty if the run does not hold what the chart needs: trucks, through traffic, recorded trips or vehicles, or truck states
     * @throws IllegalArgumentException for another name
     */
    public static Optional<ConvoyChart> named(String name, RunData run) {
        boolean crossings = run.hasCrossings();
        return switch (name) {
            case "before-after" -> Optional.ofNullable(run.course()).map(course -> TripCharts.course(run, course));
            case "curves" -> crossings ? Optional.of(TripCharts.curves(run)) : Optional.empty();
            case "relax" -> Optional.ofNullable(run.relaxed()).map(relaxed -> TripCharts.relax(run, relaxed));
            case "gantt" -> run.hasTrips() ? Optional.of(TripCharts.gantt(run)) : Optional.empty();
            case "week" -> crossings ? Optional.of(TripCharts.week(run)) : Optional.empty();
            case "throughput" -> run.hasTrucks() ? Optional.of(throughput(run)) : Optional.empty();
            case "traffic" -> run.vehicles().isEmpty() ? Optional.empty() : Optional.of(traffic(run));
            case "queue" -> crossings ? Optional.of(queue(run)) : Optional.empty();
            case "time-space" -> crossings ? Optional.of(timeSpace(run)) : Optional.empty();
            case "time-space-hour" ->
                crossings ? Optional.of(timeSpace(run, TimeSpaceData.busiest(run))) : Optional.empty();
            case "states" -> TripHours.of(run).stages().isEmpty() ? Optional.empty() : Optional.of(states(run));
            case "waits" -> crossings ? Optional.of(waits(run)) : Optional.empty();
            case "backlog" -> run.hasTrucks() ? Optional.of(backlog(run)) : Optional.empty();
            case "observed" ->
                run.observed().isEmpty()
                        ? Optional.empty()
                        : Optional.of(observed(run, run.observed().get(0)));
            case "use" -> crossings ? Optional.of(use(run)) : Optional.empty();
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

    /** Vehicles of the through traffic that cross in an hour, and those that wait, over the hours of the day, by name. Needs recorded vehicles. */
    public static ConvoyChart traffic(RunData run) {
        TrafficData data = TrafficData.of(run);
        int hour = data.busiestHour();
        return new ConvoyChart(
                "Through traffic over the day",
                recorded(run) + ", means of the measured days",
                "Most vehicles, " + Words.number(data.total(hour)) + " an hour, cross between " + Numbers.fixed(hour, 0)
                        + ":00 and " + Numbers.fixed(hour + 1, 0) + ":00.",
                (style, ems) -> HourCharts.traffic(data, run.users(), style));
    }

    /**
     * Who waits for the bridge over the hours of the day, out and back, as fans of percentiles over the days with a crossing. Needs
     * recorded trips or vehicles.
     */
    public static ConvoyChart queue(RunData run) {
        QueueData out = QueueData.of(run, true);
        QueueData back = QueueData.of(run, false);
        String users = run.users();
        return new ConvoyChart(
                capital(users) + " waiting for the bridge",
                recorded(run) + ", measured days"
                        + (out.hasDaysWithout() || back.hasDaysWithout() ? " on which " + users + " cross" : ""),
                "The queue that 95% of these days do not exceed is longest with " + Words.number(Spread.up(out.peak()))
                        + " " + users + " outbound and " + Words.number(Spread.up(back.peak())) + " on return.",
                (style, ems) -> HourCharts.queue(out, back, users, style));
    }

    /** The bridge's time-space diagram of a typical day, with the queues at both ends. Needs recorded trips or vehicles. */
    public static ConvoyChart timeSpace(RunData run) {
        return timeSpace(run, TimeSpaceData.of(run));
    }

    /** Time-space diagram of the bridge for some hours of a day, with the queues at both ends. */
    public static ConvoyChart timeSpace(RunData run, TimeSpaceData data) {
        double span = data.untilHour() - data.fromHour();
        String when =
                span >= 24 ? "one day" : span >= 1 ? "the busiest hour of a day" : "the busiest quarter of an hour";
        return new ConvoyChart(
                capital(run.users()) + " on the bridge, " + when,
                run.name() + ", " + Words.date(run.start().plusDays(data.day())) + ", replication "
                        + data.replication(),
                crossed(run, data) + "; at most "
                        + data.outboundQueue().max() + " wait outbound and "
                        + data.returnQueue().max() + " on return." + standing(run, data),
                (style, ems) -> HourCharts.timeSpace(run, data, style, ems));
    }

    /** {@code 3 trucks cross outbound and 2 return}, with the vehicles if there is through traffic. */
    private static String crossed(RunData run, TimeSpaceData data) {
        List<String> parts = new ArrayList<>();
        for (boolean trucks : new boolean[] {true, false}) {
            if (trucks ? run.hasTrucks() : run.hasTraffic()) {
                parts.add(crossings(data, trucks, true) + (trucks ? " trucks" : " vehicles") + " cross outbound and "
                        + crossings(data, trucks, false) + " return");
            }
        }
        return String.join(", ", parts);
    }

    private static long crossings(TimeSpaceData data, boolean trucks, boolean outbound) {
        return data.crossings().stream()
                .filter(c -> c.isTruck() == trucks && c.outbound() == outbound)
                .count();
    }

    private static String standing(RunData run, TimeSpaceData data) {
        int n = data.standing().size();
        String one = run.hasTraffic() ? run.hasTrucks() ? "truck or vehicle" : "vehicle" : "truck";
        return n == 0
                ? ""
                : n == 1
                        ? " One " + one + " breaks down on the bridge."
                        : " " + n + " " + run.users() + " break down on it.";
    }

    /** Hours of a trip by stage and cause, idle trucks left out. Needs the metrics {@code truck_h_per_day.*}. */
    public static ConvoyChart states(RunData run) {
        TripHours data = TripHours.of(run);
        List<String> parts = new ArrayList<>();
        for (int s = 0; s < data.stages().size(); s++) {
            parts.add(data.stages().get(s) + " " + ShareCharts.hoursAndMinutes(data.hoursOf(s)));
        }
        return new ConvoyChart(
                data.isOfTrip() ? "Where the hours of a trip go" : "Where a truck's day goes",
                of(run, run.replications())
                        + (data.isOfTrip()
                                ? "; truck-hours a day divided by the trucks that cross outbound a day"
                                : "; mean of all trucks")
                        + "; idle trucks left out",
                parts.isEmpty()
                        ? "No truck ever begins a trip."
                        : "Of " + ShareCharts.hoursAndMinutes(data.total()) + ": " + String.join(", ", parts) + ".",
                (style, ems) -> ShareCharts.states(data, style, ems));
    }

    /** The distribution of waiting times by stage and name of traffic, with median and 95th percentile. Needs recorded trips or vehicles. */
    public static ConvoyChart waits(RunData run) {
        WaitData data = WaitData.of(run);
        List<String> parts = new ArrayList<>();
        for (WaitData.Line stage : data.stages()) {
            parts.add(stage.label() + " " + Words.minutes(stage.median()) + " and " + Words.minutes(stage.p95()));
        }
        String without = data.withoutWait().isEmpty() ? "" : "; no wait: " + String.join(", ", data.withoutWait());
        return new ConvoyChart(
                run.hasTrucks()
                        ? "How long " + run.users() + " wait, by stage"
                        : "How long vehicles wait before the bridge",
                recorded(run) + without,
                parts.isEmpty()
                        ? "No vehicle waits."
                        : "Median and 95th percentile of the wait: " + String.join("; ", parts) + ".",
                (style, ems) -> ShareCharts.waits(data, style, ems));
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

    /** Trucks in service at each station and the lane's occupancy over the hours of the day. Needs recorded trips or vehicles. */
    public static ConvoyChart use(RunData run) {
        UseData data = UseData.of(run);
        double out = Stats.mean(data.outbound());
        double back = Stats.mean(data.back());
        String one = run.hasTraffic() ? run.hasTrucks() ? "A truck or vehicle" : "A vehicle" : "A truck";
        return new ConvoyChart(
                run.hasTrucks()
                        ? "Stations, each against its servers, and the lane over the day"
                        : "The lane over the day",
                recorded(run) + ", mean of the measured days",
                one + " is on the lane outbound " + percent(out) + " of the time and on return " + percent(back) + ".",
                (style, ems) -> UseCharts.use(run, data, style, ems));
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
                parts.add(d.scenario() + ", " + metric.label() + ": " + Words.difference(d.mean(), d.halfWidth()) + " "
                        + metric.unit()
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
                "mean and 95% interval; all points share random numbers, so differences are surer than the intervals show",
                data.metric() + ends(data.mean()) + " " + data.unit()
                        + data.bend(0)
                                .map(bend -> "; the curve bends " + bend.words() + ".")
                                .orElse("."),
                (style, ems) -> StudyCharts.curves(data, style));
    }

    /** Points of a sweep minus its first point, in a metric; see {@link SweepCharts#differences}. */
    public static ConvoyChart differenceCurves(SweepData data) {
        return new ConvoyChart(
                data.title(),
                "paired differences with common random numbers; intervals hold together with 95% (Bonferroni)",
                data.title().substring(data.title().indexOf(": ") + 2) + ends(data.mean()) + " " + data.unit() + ".",
                (style, ems) -> StudyCharts.differences(data, style));
    }

    /** First and last value of the only curve; of several curves the least and the greatest value. */
    private static String ends(double[][] means) {
        double[] curve = means[0];
        if (means.length == 1) {
            return ": from " + Words.number(curve[0]) + " to " + Words.number(curve[curve.length - 1]);
        }
        double[] all = Arrays.stream(means)
                .flatMapToDouble(Arrays::stream)
                .filter(m -> !Double.isNaN(m))
                .toArray();
        return ": between " + Words.number(Arrays.stream(all).min().orElse(Double.NaN)) + " and "
                + Words.number(Arrays.stream(all).max().orElse(Double.NaN));
    }

    /** Response of a metric to two varied values as a map of cells. */
    public static ConvoyChart heatMap(SweepData data) {
        return new ConvoyChart(
                data.title(),
                data.metric() + (data.unit().isEmpty() ? "" : ", " + data.unit()) + ", mean over replications",
                "A map of " + data.metric() + " by " + data.x().name() + " and "
                        + data.y().name() + ".",
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
                        : percent(inside) + " of the observed counts lie where 95% of the simulated do"
                                + few(data, run.replications()) + ".",
                (style, ems) -> ObservedChart.of(run, data, style));
    }

    /** What ranges of few replications hold; empty if they have no mark. */
    private static String few(ObservedData data, int replications) {
        double covered = ObservedFit.covered(replications);
        List<String> marks = ObservedFit.marks(covered, data.isSpread()).stream()
                .map(Mark::label)
                .toList();
        return marks.isEmpty()
                ? ""
                : " (" + String.join(", ", marks) + ": such a range holds " + percent(Math.floor(100 * covered) / 100)
                        + " of further replications or more)";
    }

    private static String percent(double share) {
        return Numbers.fixed(100 * share, 0) + "%";
    }

    /** The scenario and the replications that recorded trips or vehicles. */
    static String recorded(RunData run) {
        return of(run, run.recorded()) + (run.recorded() < run.replications() ? " recorded" : "");
    }

    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

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
