package org.bridgeconvoy.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.study.DayRange;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;

/** What came through, how single days differ, and when the last was unloaded, in the summary for a terminal. */
final class PassedText {

    private static final Set<DailyColumn> SHOWN_OF_A_DAY = EnumSet.of(
            DailyColumn.OUTBOUND_TRUCKS,
            DailyColumn.DELIVERED_TRUCKS,
            DailyColumn.DELIVERED_T,
            DailyColumn.RETURN_TRUCKS);

    private final StudyResult result;
    private final SummaryOutput out;

    private PassedText(StudyResult result, SummaryOutput out) {
        this.result = result;
        this.out = out;
    }

    static void write(StudyResult result, SummaryOutput out) {
        PassedText part = new PassedText(result, out);
        part.throughput();
        part.days();
        part.goals();
    }

    private void throughput() {
        TextTable table = new TextTable("What came through", "mean", "95% interval", "least", "most");
        estimate(table, "outbound trucks a day", "outbound_trucks_per_day", "");
        estimate(table, "outbound trucks an open day", "outbound_trucks_per_open_day", "");
        estimate(table, "return trucks a day", "return_trucks_per_day", "");
        estimate(table, "tonnes delivered a day", "delivered_t_per_day", "t");
        byCargo(table, "delivered_t_per_day.", "t");
        estimate(table, "hours from consigned to unloaded", "lead_time_h", "h");
        byCargo(table, "lead_time_h.", "h");
        estimate(table, "  95th percentile of all", "lead_time_h_p95", "h");
        estimate(table, "hours of a trip", "cycle_time_h", "h");
        estimate(table, "trucks away overnight", "away_overnight", "");
        estimate(table, "tonnes undelivered at the end", "undelivered_end_t", "t");
        out.table(table);
        double left = result.unfinished("lead_time_h");
        if (left > 0) {
            out.note("not unloaded at the end, on average, and not in the hours from consigned to unloaded: "
                    + Numbers.fixed(left, left < 10 ? 2 : 0) + " truckloads");
        }
        daysToClear();
    }

    private void byCargo(TextTable table, String prefix, String unit) {
        if (result.cargoes().size() > 1) {
            for (String cargo : result.cargoes()) {
                estimate(table, "  " + cargo, prefix + cargo, unit);
            }
        }
    }

    private void estimate(TextTable table, String label, String metric, String unit) {
        result.findMetric(metric).ifPresent(m -> out.row(table, label, m, unit));
    }

    /** How single days differ, which the interval of a mean does not say. */
    private void days() {
        TextTable table = new TextTable("Single open days, 95 of 100 between", "low", "high", "days");
        for (DayRange range : result.days()) {
            if (SHOWN_OF_A_DAY.contains(range.column())) {
                table.row(
                        range.column().label().replace('_', ' '),
                        Numbers.fixed(range.low(), range.column() == DailyColumn.DELIVERED_T ? 1 : 0),
                        Numbers.fixed(range.high(), range.column() == DailyColumn.DELIVERED_T ? 1 : 0),
                        Long.toString(range.days()));
            }
        }
        out.table(table);
    }

    /** Which share of the open days reach what a day should. */
    private void goals() {
        String prefix = "share_of_open_days.";
        TextTable table = new TextTable("Share of open days", "mean", "95% interval", "least", "most");
        for (MetricResult goal : result.metricsOf(prefix)) {
            out.row(table, goal.name().substring(prefix.length()), goal, "");
        }
        out.table(table);
    }

    private void daysToClear() {
        List<MetricResult> metrics = result.metricsOf(MetricResult.DAYS_TO_CLEAR);
        if (metrics.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("Days until the last is unloaded", "mean", "95% interval", "least", "most");
        for (MetricResult m : metrics) {
            String cargo = m.name().substring(MetricResult.DAYS_TO_CLEAR.length());
            out.row(table, m.isLowerBound() ? cargo + " (at least)" : cargo, m, "d");
        }
        out.table(table);
        for (MetricResult m : metrics) {
            if (m.isLowerBound()) {
                out.note(m.name().substring(MetricResult.DAYS_TO_CLEAR.length()) + ": not cleared by the end in "
                        + m.notCleared() + " of "
                        + result.replications().size()
                        + " replications, which the mean leaves out: it is a lower bound");
            }
        }
    }
}
