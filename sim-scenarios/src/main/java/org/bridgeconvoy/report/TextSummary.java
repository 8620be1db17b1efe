package org.bridgeconvoy.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.DayRange;
import org.bridgeconvoy.study.LanePassage;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;

/** The summary of a run for a terminal: plain text as wide as the terminal, lines ending with LF. */
public final class TextSummary {

    /** Columns that a line of where the time goes needs beside its bar. */
    private static final int BESIDE_BAR = 52;

    private static final int LONGEST_BAR = 24;
    private static final String INDENT = "  ";
    private static final List<String> STAGES =
            List.of("truck", "load", "export", "outbound", "import", "unload", "return");

    private static final Set<DailyColumn> SHOWN_OF_A_DAY = EnumSet.of(
            DailyColumn.OUTBOUND_TRUCKS,
            DailyColumn.DELIVERED_TRUCKS,
            DailyColumn.DELIVERED_T,
            DailyColumn.RETURN_TRUCKS);

    private final StudyResult result;
    private final StringBuilder out = new StringBuilder();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    private final int width;

    private TextSummary(StudyResult result, int width) {
        this.result = result;
        this.width = width;
    }

    /** The summary for a terminal of {@link TextLines#USUAL_WIDTH} columns. */
    public static String of(StudyResult result) {
        return of(result, TextLines.USUAL_WIDTH);
    }

    /**
     * The summary, from the heading to the warnings.
     *
     * @param width columns of the terminal; a table whose words and numbers need more is wider
     */
    public static String of(StudyResult result, int width) {
        TextSummary text = new TextSummary(result, width);
        text.heading();
        text.answers();
        text.throughput();
        text.days();
        text.goals();
        text.waiting();
        text.whereTheTimeGoes();
        text.whatLimits();
        text.lanes();
        text.observed();
        text.marks();
        text.warnings();
        return text.out.toString();
    }

    private void heading() {
        line(result.name());
        if (!result.description().isBlank()) {
            wrap(INDENT, INDENT, firstParagraph(result.description()));
        }
        LocalDate end = result.start().plusDays((long) Math.ceil(result.horizonNanos() / 86_400e9) - 1);
        String warmUp = result.warmUpNanos() == 0
                ? "no warm-up"
                : "the first " + Numbers.span(result.warmUpNanos()) + " are warm-up";
        wrap(
                INDENT,
                INDENT,
                result.start() + " to " + end + " (" + Numbers.span(result.horizonNanos()) + ", " + warmUp + "); "
                        + result.trucks() + (result.trucks() == 1 ? " truck" : " trucks"));
        if (result.replications().size() > 1) {
            wrap(
                    INDENT,
                    INDENT,
                    "least and most: of replications' means, not of single days; of a percentile, of observations");
        }
        wrap(INDENT, INDENT, runs() + ", seed " + result.seed() + ", Bridge Convoy " + result.version());
    }

    private String runs() {
        int n = result.replications().size();
        if (n == 1) {
            return "replication " + result.replications().get(0).replication() + " alone";
        }
        return n + " replications";
    }

    private static String firstParagraph(String text) {
        return text.strip().split("\\R\\s*\\R", 2)[0];
    }

    private void answers() {
        TextTable table = new TextTable("Answers", "mean", "95% interval", "least", "most");
        for (Answered answer : result.answers()) {
            row(table, label(answer), answer.value(), answer.unit());
            if (answer.there() != null && answer.difference() != null) {
                row(table, INDENT + answer.against(), answer.there(), answer.unit());
                String isOne = Verdicts.unlessDifferent(answer.difference().verdict());
                difference(
                        table,
                        INDENT + "difference" + isOne,
                        answer.difference().estimate(),
                        answer.unit());
            }
        }
        table(table);
        for (Answered answer : result.answers()) {
            if (answer.missing() > 0) {
                wrap(
                        INDENT,
                        INDENT,
                        answer.label() + ": not by the end in " + answer.missing() + " of "
                                + result.replications().size() + " replications, which the mean leaves out");
            }
        }
    }

    private static String label(Answered answer) {
        return answer.label()
                + (answer.value().isOfReplication() ? ", of a replication" : "")
                + (answer.isLowerBound() ? ", at least" : "");
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
        table(table);
        double left = result.unfinished("lead_time_h");
        if (left > 0) {
            wrap(
                    INDENT,
                    INDENT,
                    "not unloaded at the end, on average, and not in the hours from consigned to unloaded: "
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
        result.findMetric(metric).ifPresent(m -> row(table, label, m, unit));
    }

    /** A metric, and below it its marks. */
    private void row(TextTable table, String label, MetricResult m, String unit) {
        double[] values = {m.value(), m.min(), m.max()};
        row(table, label, values, MetricText.decimals(m, 2), unit, MetricText.interval(m, 2));
        marks.addAll(m.marks());
        String words = MetricText.marks(m);
        if (!words.isEmpty()) {
            String indent = " ".repeat(label.length() - label.stripLeading().length());
            table.row(indent + INDENT + words, "", "", "", "");
        }
    }

    private static void row(TextTable table, String label, Estimate e, String unit) {
        double[] values = {e.mean(), e.min(), e.max()};
        row(table, label, values, MetricText.decimals(e, 2), unit, MetricText.interval(e, 2));
    }

    /** A value, its interval, and the least and the greatest. */
    private static void row(
            TextTable table, String label, double[] values, int decimals, String unit, String interval) {
        String suffix = unit.isEmpty() || Double.isNaN(values[0]) ? "" : " " + unit;
        table.row(
                label,
                Numbers.fixed(values[0], decimals) + suffix,
                interval,
                Numbers.fixed(values[1], decimals),
                Numbers.fixed(values[2], decimals));
    }

    /** Like {@link #row}, with the sign of the mean. */
    private static void difference(TextTable table, String label, Estimate e, String unit) {
        int decimals = MetricText.decimals(e, 2);
        String suffix = unit.isEmpty() || Double.isNaN(e.mean()) ? "" : " " + unit;
        table.row(
                label,
                (e.mean() > 0 ? "+" : "") + Numbers.fixed(e.mean(), decimals) + suffix,
                MetricText.interval(e, 2),
                Numbers.fixed(e.min(), decimals),
                Numbers.fixed(e.max(), decimals));
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
        table(table);
    }

    /** Which share of the open days reach what a day should. */
    private void goals() {
        String prefix = "share_of_open_days.";
        TextTable table = new TextTable("Share of open days", "mean", "95% interval", "least", "most");
        for (MetricResult goal : result.metricsOf(prefix)) {
            row(table, goal.name().substring(prefix.length()), goal, "");
        }
        table(table);
    }

    private void daysToClear() {
        List<MetricResult> metrics = result.metricsOf(MetricResult.DAYS_TO_CLEAR);
        if (metrics.isEmpty()) {
            return;
        }
        TextTable table = new TextTable("Days until the last is unloaded", "mean", "95% interval", "least", "most");
        for (MetricResult m : metrics) {
            String cargo = m.name().substring(MetricResult.DAYS_TO_CLEAR.length());
            row(table, m.isLowerBound() ? cargo + " (at least)" : cargo, m, "d");
        }
        table(table);
        for (MetricResult m : metrics) {
            if (m.isLowerBound()) {
                wrap(
                        INDENT,
                        INDENT,
                        m.name().substring(MetricResult.DAYS_TO_CLEAR.length()) + ": not cleared by the end in "
                                + m.notCleared() + " of "
                                + result.replications().size()
                                + " replications, which the mean leaves out: it is a lower bound");
            }
        }
    }

    private void waiting() {
        TextTable table =
                new TextTable("Waiting, minutes", "mean", "95% interval", "95th percentile", "mean queue", "longest");
        for (String stage : STAGES) {
            result.findMetric("wait_" + stage + "_min").ifPresent(wait -> waiting(table, stage, wait));
        }
        table(table);
        unfinished();
        beyondOne();
    }

    /** Why a server was busy for longer than it was open. */
    private void beyondOne() {
        for (MetricResult m : result.metricsOf("utilisation_")) {
            if (m.value() > 1) {
                wrap(
                        INDENT,
                        INDENT,
                        m.name() + " " + Numbers.fixed(m.value(), 2)
                                + ": above 1, since services that have begun run on past closing time (overrun: finish),"
                                + " when no open time is counted");
            }
        }
    }

    private void waiting(TextTable table, String stage, MetricResult wait) {
        Optional<MetricResult> percentile = result.findMetric("wait_" + stage + "_p95_min");
        table.row(
                label(stage),
                Numbers.fixed(wait.value(), MetricText.decimals(wait, 1)),
                MetricText.interval(wait, 1),
                percentile.map(m -> MetricText.percentile(m, 1)).orElse(Numbers.NO_DATA),
                Numbers.fixed(mean("queue_" + stage), 2),
                Numbers.fixed(
                        result.findMetric("queue_" + stage + "_max")
                                .map(MetricResult::max)
                                .orElse(Double.NaN),
                        0));
        marks.addAll(wait.marks());
        percentile.ifPresent(m -> marks.addAll(m.marks()));
        String words = MetricText.marks(wait);
        String ofPercentile = percentile.map(MetricText::marks).orElse("");
        if (!words.isEmpty() || !ofPercentile.isEmpty()) {
            table.row(INDENT + words, "", "", ofPercentile, "", "");
        }
    }

    /** Who is left out of the waits because they wait still. */
    private void unfinished() {
        List<String> still = new ArrayList<>();
        for (String stage : STAGES) {
            double waiting = result.unfinished("wait_" + stage + "_min");
            if (waiting > 0) {
                still.add(label(stage) + " " + Numbers.fixed(waiting, waiting < 10 ? 2 : 0));
            }
        }
        if (!still.isEmpty()) {
            wrap(
                    INDENT,
                    INDENT,
                    "still waiting at the end, on average, and not in these waits: " + String.join(", ", still));
        }
    }

    private static String label(String stage) {
        return switch (stage) {
            case "truck" -> "for a truck";
            case "outbound", "return" -> "for the bridge, " + stage;
            default -> "for " + stage;
        };
    }

    private double mean(String metric) {
        return result.findMetric(metric).map(m -> m.estimate().mean()).orElse(Double.NaN);
    }

    private void whereTheTimeGoes() {
        List<MetricResult> states = result.metricsOf("truck_h_per_day.").stream()
                .filter(m -> m.estimate().mean() > 0)
                .sorted(Comparator.comparingDouble(
                        (MetricResult m) -> -m.estimate().mean()))
                .toList();
        int longest = Math.max(4, Math.min(LONGEST_BAR, width - BESIDE_BAR));
        double sum = states.stream().mapToDouble(m -> m.estimate().mean()).sum();
        TextTable table = new TextTable("Where the time goes", "truck-hours a day", "share", "");
        for (MetricResult m : states) {
            double share = m.estimate().mean() / sum;
            String bar = "#".repeat((int) Math.round(share * longest));
            table.row(
                    m.name().substring("truck_h_per_day.".length()),
                    Numbers.fixed(m.estimate().mean(), 1),
                    Numbers.fixed(100 * share, 1) + "%",
                    bar + " ".repeat(longest - bar.length()));
        }
        table(table);
    }

    private void whatLimits() {
        WhatLimits limits = result.limits();
        if (limits == null) {
            return;
        }
        line("");
        WhatLimits.Relaxed named = limits.limiting();
        wrap("What limits: ", INDENT, limits.title() + (named == null ? "" : " (" + named.constraint() + ")"));
        wrap(INDENT, INDENT, limits.reason());
        TextTable table = new TextTable("relaxed alone", "change", "gain", "95% interval, all together");
        for (WhatLimits.Relaxed r : limits.tried()) {
            int decimals = Numbers.decimals(r.gain(), r.halfWidth(), 2);
            String gain = Numbers.fixed(r.gain(), decimals) + " " + limits.unit();
            table.row(r.name(), r.change(), gain, Numbers.halfWidth(r.halfWidth(), decimals));
        }
        if (!table.isEmpty()) {
            table.lines(INDENT, width).forEach(this::line);
        }
        for (WhatLimits.NotTried notTried : limits.notTried()) {
            wrap(INDENT + "not tried: ", INDENT + INDENT, notTried.constraint() + ": " + notTried.reason());
        }
    }

    private void lanes() {
        if (result.lanes().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("Lane, trucks a day", "could pass", "passed", "95% interval");
        for (LanePassage lane : result.lanes()) {
            table.row(
                    lane.direction(),
                    Numbers.fixed(lane.couldPass(), 1),
                    Numbers.fixed(lane.passed().mean(), MetricText.decimals(lane.passed(), 1)),
                    MetricText.interval(lane.passed(), 2));
        }
        table(table);
        for (String basis :
                result.lanes().stream().map(LanePassage::basis).distinct().toList()) {
            if (!basis.isEmpty()) {
                wrap(INDENT, INDENT, "could pass: " + basis);
            }
        }
    }

    private void observed() {
        TextTable table = new TextTable(
                "Observed and simulated",
                "observed",
                "simulated",
                "error",
                "95% interval",
                "RMSE",
                "MAPE",
                "in 95% band");
        for (ObservedFit fit : result.observed()) {
            Estimate error = fit.error();
            String period = fit.isHourly() ? "hour" : "day";
            table.row(
                    fit.what().replace('_', ' ') + ", " + count(fit.periods().size(), period),
                    Numbers.fixed(fit.meanObserved(), 1),
                    Numbers.fixed(fit.meanSimulated(), 1),
                    Numbers.fixed(error.mean(), MetricText.decimals(error, 1)),
                    MetricText.interval(error, 1),
                    Numbers.fixed(fit.rootMeanSquaredError(), 1),
                    percent(fit.meanAbsolutePercentageError()),
                    percent(fit.shareInside()));
        }
        table(table);
        if (!result.observed().isEmpty()) {
            wrap(
                    INDENT,
                    INDENT,
                    "error: simulated less observed, a "
                            + (result.observed().get(0).isHourly() ? "hour" : "day")
                            + ", with its interval over replications; RMSE, MAPE: of the simulated mean; in 95% band:"
                            + " share of the observed between the 2.5% and 97.5% points of the simulated");
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? Numbers.NO_DATA : Numbers.fixed(100 * share, 0) + "%";
    }

    /** What the marks mean that stand beside numbers. */
    private void marks() {
        marks.remove(Mark.LOWER_BOUND);
        if (!marks.isEmpty()) {
            line("");
        }
        for (Mark mark : marks) {
            wrap("", INDENT, mark.label() + ": " + mark.explanation());
        }
    }

    private void warnings() {
        if (!result.warnings().isEmpty()) {
            line("");
        }
        for (String warning : result.warnings()) {
            wrap("warning: ", "         ", warning);
        }
    }

    private void table(TextTable table) {
        if (!table.isEmpty()) {
            line("");
            List<String> lines = table.lines("", width);
            line(lines.get(0));
            lines.subList(1, lines.size()).forEach(this::line);
        }
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** Breaks a text at spaces. */
    private void wrap(String first, String next, String text) {
        TextLines.wrapped(first, next, text, width).forEach(this::line);
    }

    /** A word in the plural unless there is one of it. */
    static String count(long n, String word) {
        return String.format(Locale.ROOT, "%d %s%s", n, word, n == 1 ? "" : "s");
    }
}
