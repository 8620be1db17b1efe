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
import org.bridgeconvoy.words.ColumnLabel;
import org.bridgeconvoy.words.Numbers;

/** The part of the text summary about throughput, single days, goals and the time until all is unloaded. */
final class PassedText {

    /** Columns of {@code daily.csv} that this part shows. */
    private static final Set<DailyColumn> SHOWN_OF_A_DAY = EnumSet.of(
            DailyColumn.OUTBOUND_TRUCKS,
            DailyColumn.DELIVERED_TRUCKS,
            DailyColumn.DELIVERED_T,
            DailyColumn.RETURN_TRUCKS);

    /** Groups of metrics that this part shows. */
    private static final Set<MetricGroup> SHOWN =
            EnumSet.of(MetricGroup.THROUGHPUT, MetricGroup.LEAD_TIME, MetricGroup.TRIP);

    private static final String PERCENTILE = "  95th percentile of all";

    private final StudyResult result;
    private final SummaryOutput out;

    private PassedText(StudyResult result, SummaryOutput out) {
        this.result = result;
        this.out = out;
    }

    /** Writes this part. */
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

    /**
     * The rows of a family of metrics. Those of single cargoes stand below the total if there are several cargoes;
     * percentiles of single cargoes are left out.
     */
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

    /** The unit without "a day", which the label says; empty for trucks. */
    private static String unit(MetricFamily family) {
        String unit = family.unit().replace("/d", "");
        return unit.equals("trucks") ? "" : unit;
    }

    /** Ranges of single days, which the interval of a mean does not show. */
    private void days() {
        TextTable table = new TextTable("Single open days, 95 of 100 between", "low", "high", "days");
        for (DayRange range : result.days()) {
            if (SHOWN_OF_A_DAY.contains(range.column())) {
                table.row(
                        ColumnLabel.of(range.column()),
                        SingleDays.low(range),
                        SingleDays.high(range),
                        Long.toString(range.days()));
            }
        }
        out.table(table);
    }

    /** Shares of open days that reach each goal. */
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
