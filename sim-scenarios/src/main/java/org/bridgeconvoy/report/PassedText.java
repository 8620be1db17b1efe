package org.bridgeconvoy.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.MetricGroup;
import org.bridgeconvoy.result.MetricPart;
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

    private static final Set<MetricGroup> SHOWN =
            EnumSet.of(MetricGroup.THROUGHPUT, MetricGroup.LEAD_TIME, MetricGroup.TRIP);

    private static final String PERCENTILE = "  95th percentile of all";

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
        for (MetricFamily family : MetricFamily.values()) {
            if (SHOWN.contains(family.group())) {
                rows(table, family);
            }
        }
        out.table(table);
        double left = result.unfinished(Metric.of(MetricFamily.LEAD_TIME_H));
        if (left > 0) {
            out.note("not unloaded at the end, on average, and not in the hours from consigned to unloaded: "
                    + Numbers.fixed(left, left < 10 ? 2 : 0) + " truckloads");
        }
        daysToClear();
    }

    /** A metric; those of single cargoes below it only where there are several, and never the percentiles of single cargoes. */
    private void rows(TextTable table, MetricFamily family) {
        boolean byPart = family.part() != MetricPart.NONE;
        if (byPart && (result.cargoes().size() <= 1 || family.isPercentile())) {
            return;
        }
        for (MetricResult m : result.metricsOf(family)) {
            String label = byPart ? "  " + m.metric().part() : family.isPercentile() ? PERCENTILE : family.text();
            out.row(table, label, m, unit(family));
        }
    }

    /** The unit that the words of a row leave open. */
    private static String unit(MetricFamily family) {
        String unit = family.unit().replace("/d", "");
        return unit.equals("trucks") ? "" : unit;
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
        TextTable table = new TextTable("Share of open days", "mean", "95% interval", "least", "most");
        for (MetricResult goal : result.metricsOf(MetricFamily.SHARE_OF_OPEN_DAYS)) {
            out.row(table, goal.metric().part(), goal, "");
        }
        out.table(table);
    }

    private void daysToClear() {
        List<MetricResult> metrics = result.metricsOf(MetricFamily.DAYS_TO_CLEAR);
        if (metrics.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("Days until the last is unloaded", "mean", "95% interval", "least", "most");
        for (MetricResult m : metrics) {
            String cargo = m.metric().part();
            out.row(table, m.isLowerBound() ? cargo + " (at least)" : cargo, m, "d");
        }
        out.table(table);
        for (MetricResult m : metrics) {
            if (m.isLowerBound()) {
                out.note(m.metric().part() + ": not cleared by the end in "
                        + m.notCleared() + " of "
                        + result.replications().size()
                        + " replications, which the mean leaves out: it is a lower bound");
            }
        }
    }
}
