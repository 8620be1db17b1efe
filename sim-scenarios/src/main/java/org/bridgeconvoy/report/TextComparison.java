package org.bridgeconvoy.report;

import java.util.List;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.MetricResult;

/** A comparison for a terminal: the main metrics, what differs, what is best, and what remains undecided. */
public final class TextComparison {

    private static final List<String> MAIN = List.of(
            "outbound_trucks_per_day",
            "delivered_t_per_day",
            "delivered_t_per_day.",
            "lead_time_h",
            "lead_time_h.",
            "cycle_time_h",
            "wait_outbound_min",
            "wait_return_min",
            "undelivered_end_t",
            MetricResult.DAYS_TO_CLEAR);

    private TextComparison() {}

    /** The comparison as text; lines end with LF. */
    public static String of(ComparisonResult result) {
        StringBuilder out = new StringBuilder();
        String first = result.labels().get(0);
        out.append(String.join(", ", result.labels().subList(1, result.labels().size())))
                .append(" compared with ")
                .append(first)
                .append('\n');
        out.append("  ")
                .append(TextSummary.count(result.replications(), "replication"))
                .append(" each, seed ")
                .append(result.seed())
                .append(", Bridge Convoy ")
                .append(result.version())
                .append('\n');
        lines(out, "  ", "intervals of differences: " + result.adjustment());
        TextTable table = new TextTable("Metric", "scenario", "mean", "difference", "interval", "which is");
        result.rows().stream().filter(TextComparison::isMain).forEach(row -> rows(table, result, row));
        out.append('\n');
        table.lines("").forEach(line -> out.append(line).append('\n'));
        out.append('\n');
        verdicts(out, result);
        result.warnings().forEach(w -> lines(out, "warning: ", w));
        return out.toString();
    }

    private static boolean isMain(ComparisonResult.Row row) {
        String name = row.metric().name();
        return !name.endsWith("_p95")
                && MAIN.stream().anyMatch(m -> m.endsWith(".") ? name.startsWith(m) : name.equals(m));
    }

    private static void rows(TextTable table, ComparisonResult result, ComparisonResult.Row row) {
        for (int i = 0; i < result.labels().size(); i++) {
            MetricResult alone = row.results().get(i);
            String mean = Numbers.fixed(alone.estimate().mean(), 2)
                    + (alone.isLowerBound() ? " or more" : "")
                    + MetricText.inBrackets(alone);
            String metric = i > 0 ? "" : row.metric().name();
            if (i == 0) {
                table.row(metric, result.labels().get(0), mean, "", "", "");
            } else {
                PairedDifference d = row.differences().get(i - 1);
                table.row(
                        metric,
                        result.labels().get(i),
                        mean,
                        signed(d.estimate().mean()),
                        Double.isNaN(d.halfWidth()) ? Numbers.NO_DATA : "+- " + Numbers.fixed(d.halfWidth(), 2),
                        ComparisonFiles.word(d));
            }
        }
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Numbers.fixed(value, 2);
    }

    private static void verdicts(StringBuilder out, ComparisonResult result) {
        for (ComparisonResult.Row row : result.rows()) {
            if (row.metric().name().equals("delivered_t_per_day")
                    || row.metric().name().equals("lead_time_h")) {
                best(out, result, row);
            }
        }
        List<ComparisonResult.Row> main =
                result.rows().stream().filter(TextComparison::isMain).toList();
        for (int i = 1; i < result.labels().size(); i++) {
            int of = i - 1;
            String undecided = main.stream()
                    .filter(row -> row.differences().get(of).verdict() == Verdict.UNDECIDED)
                    .map(row -> row.metric().name())
                    .collect(Collectors.joining(", "));
            if (!undecided.isEmpty()) {
                lines(
                        out,
                        "",
                        "Undecided between " + result.labels().get(i) + " and "
                                + result.labels().get(0) + ": " + undecided
                                + "; more replications would tell, or show that it does not matter");
            }
        }
    }

    /** Multiple comparison with the best: who is it, who is not, who may be. */
    private static void best(StringBuilder out, ComparisonResult result, ComparisonResult.Row row) {
        Goal goal = row.goal();
        if (goal == null || row.withBest().stream().anyMatch(i -> Double.isNaN(i.low()))) {
            return;
        }
        StringBuilder may = new StringBuilder();
        for (int i = 0; i < result.labels().size(); i++) {
            Interval interval = row.withBest().get(i);
            boolean excluded = goal == Goal.MAXIMUM ? interval.high() <= 0 : interval.low() >= 0;
            boolean tied = interval.low() == 0 && interval.high() == 0;
            if (!excluded || tied) {
                may.append(may.length() == 0 ? "" : ", ").append(result.labels().get(i));
            }
        }
        String many = may.indexOf(", ") < 0 ? "Best" : "May be best";
        lines(
                out,
                "",
                many + " in " + row.metric().name() + (goal == Goal.MAXIMUM ? " (most)" : " (least)") + ": " + may
                        + " (multiple comparison with the best, 95%)");
    }

    private static void lines(StringBuilder out, String first, String text) {
        TextSummary.wrapped(first, "  ", text).forEach(line -> out.append(line).append('\n'));
    }
}
