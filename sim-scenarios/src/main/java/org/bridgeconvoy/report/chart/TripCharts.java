package org.bridgeconvoy.report.chart;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.words.Numbers;

/** Makes the charts of a run that show single trips and the week, and what would change the answer. */
final class TripCharts {

    private TripCharts() {}

    /**
     * Cumulative curves of one day: who has joined the queue before the bridge and who has entered the bridge. The vertical gap is the number
     * waiting, the horizontal one the wait. Needs recorded trips or vehicles.
     */
    static ConvoyChart curves(RunData run) {
        CurveData data = CurveData.of(run);
        int out = CurveCharts.longest(data.out());
        int back = CurveCharts.longest(data.back());
        return new ConvoyChart(
                "Who waits for the bridge, and how long",
                "the vertical gap is the number waiting, the horizontal gap the wait; " + run.name() + ", "
                        + Words.date(run.start().plusDays(data.day())) + ", replication " + data.replication(),
                "At most " + out + " " + run.users() + " wait outbound and " + back + " on return.",
                (style, ems) -> CurveCharts.curves(run, data, style));
    }

    /** What each constraint relaxed alone changes, with intervals that hold together; grey where the change cannot be told from 0. */
    static ConvoyChart relax(RunData run, RelaxData data) {
        String demand =
                data.demand() == 1 ? "" : ", with " + Numbers.fixed(100 * (data.demand() - 1), 0) + "% more demand";
        String left =
                data.tried() > data.rows().size() ? "; the " + data.rows().size() + " largest of " + data.tried() : "";
        List<String> gains = data.rows().stream()
                .filter(RelaxData.Row::told)
                .map(r -> r.name() + " " + RelaxCharts.value(data, r))
                .toList();
        return new ConvoyChart(
                "What would change it" + demand,
                "each constraint relaxed alone, with the same random numbers; " + run.name() + left,
                gains.isEmpty()
                        ? "No gain can be told from 0."
                        : Charts.capital(RelaxCharts.words(data.unit())) + ": " + String.join("; ", gains) + ".",
                (style, ems) -> RelaxCharts.relax(data, style, ems));
    }

    /** What is not yet delivered at the end of each day, here and in a variant. */
    static ConvoyChart course(RunData run, CourseData data) {
        String end = Double.isNaN(data.madeUpDay())
                ? "It is not made up for by the end."
                : "It is made up for about " + Words.date(DayCharts.madeUp(run, data)) + ".";
        return new ConvoyChart(
                "Tonnes not yet delivered, with and without",
                run.name() + " and " + data.against() + ", median and 90% of "
                        + Words.count(run.replications(), "replication") + ", same random numbers",
                "At most " + Words.number(data.most()) + " tonnes are not yet delivered. " + end,
                (style, ems) -> DayCharts.course(run, data, style));
    }

    /** Where each of some trucks is on one day, a row a truck. Needs recorded trips. */
    static ConvoyChart gantt(RunData run) {
        GanttData data = GanttData.of(run);
        int rows = data.rows().size();
        String of = rows < data.trips() ? rows + " of " + data.trips() + " trucks" : Words.count(rows, "truck");
        double mean = Stats.mean(data.rows().stream()
                .mapToDouble(row -> row.until() - row.from())
                .toArray());
        return new ConvoyChart(
                Charts.capital(of) + " on one day, and where each is",
                run.name() + ", " + Words.date(run.start().plusDays(data.day())) + ", replication " + data.replication()
                        + "; the last trips may end on a later day",
                rows == 0
                        ? "No truck enters the bridge."
                        : "A trip takes " + Words.minutes(60 * mean)
                                + " on average from its truck's assignment to its return.",
                (style, ems) -> DayPictures.gantt(run, data, style));
    }

    /** Who waits for the bridge by weekday and hour, both directions together. Needs recorded trips or vehicles. */
    static ConvoyChart week(RunData run) {
        WeekData data = WeekData.of(run);
        int busiest = data.busiest();
        String day = DayOfWeek.of(busiest / 24 + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return new ConvoyChart(
                Charts.capital(run.users()) + " waiting, by weekday and hour",
                Charts.recorded(run) + ", both directions; median of the measured days",
                "Most wait on " + day + " from " + busiest % 24 + ":00 to " + (busiest % 24 + 1) + ":00: "
                        + Words.number(data.most()) + ".",
                (style, ems) -> DayPictures.week(run, data, style, ems));
    }
}
