package org.bridgeconvoy.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Prominence;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Plural;
import org.bridgeconvoy.words.RoundedNumber;

/**
 * A comparison as text for a terminal: the main metrics, their differences, which scenario is best and what is
 * undecided.
 */
public final class TextComparison {

    /** Metrics of which the best is said. */
    private static final Set<MetricFamily> SAID_BEST =
            EnumSet.of(MetricFamily.DELIVERED_T_PER_DAY, MetricFamily.LEAD_TIME_H);

    private TextComparison() {}

    /** The comparison for a terminal of {@link TextLines#USUAL_WIDTH} columns. */
    public static String of(ComparisonResult result) {
        return of(result, TextLines.USUAL_WIDTH);
    }

    /**
     * The comparison as text; lines end with LF.
     *
     * @param width columns of the terminal, to which the table is fitted
     */
    public static String of(ComparisonResult result, int width) {
        StringBuilder out = new StringBuilder();
        String first = result.labels().get(0);
        out.append(String.join(", ", result.labels().subList(1, result.labels().size())))
                .append(" compared with ")
                .append(first)
                .append('\n');
        out.append("  ")
                .append(Plural.count(result.replications(), "replication"))
                .append(" each, seed ")
                .append(result.seed())
                .append(", Bridge Convoy ")
                .append(result.version())
                .append('\n');
        lines(out, "  ", "intervals of differences: " + result.adjustment(), width);
        TextTable table = new TextTable("", "mean", "difference", "interval", "which is");
        result.rows().stream().filter(TextComparison::isMain).forEach(row -> rows(table, result, row));
        out.append('\n');
        table.lines("", width).forEach(line -> out.append(line).append('\n'));
        out.append('\n');
        verdicts(out, result, width);
        result.warnings().forEach(w -> lines(out, "warning: ", w, width));
        return out.toString();
    }

    private static boolean isMain(ComparisonResult.Row row) {
        return row.metric().prominence() != Prominence.DETAIL;
    }

    private static void rows(TextTable table, ComparisonResult result, ComparisonResult.Row row) {
        table.over(label(row));
        for (int i = 0; i < result.labels().size(); i++) {
            String scenario = "  " + result.labels().get(i);
            MetricResult alone = row.results().get(i);
            String mean = MetricText.number(alone.estimate()).value()
                    + (alone.isLowerBound() ? " or more" : "")
                    + MetricText.inBrackets(alone);
            if (i == 0) {
                table.row(scenario, mean, "", "", "");
            } else {
                PairedDifference d = row.differences().get(i - 1);
                RoundedNumber difference = RoundedNumber.difference(d.estimate().mean(), d.halfWidth());
                table.row(
                        scenario,
                        mean,
                        difference.signed(),
                        MetricText.interval(difference),
                        Verdicts.word(d.verdict(), row.goal()) + Verdicts.unsure(d));
            }
        }
    }

    /** Which scenario is best in the headline metrics, and what stays undecided. */
    private static void verdicts(StringBuilder out, ComparisonResult result, int width) {
        List<String> best = Verdicts.best(
                result.rows().stream()
                        .filter(row -> SAID_BEST.contains(row.metric().family()))
                        .toList(),
                result.matters());
        if (!best.isEmpty()) {
            lines(out, "", Verdicts.BEST, width);
            best.forEach(line -> lines(out, "  ", line, width));
        }
        List<ComparisonResult.Row> main =
                result.rows().stream().filter(TextComparison::isMain).toList();
        for (int i = 1; i < result.labels().size(); i++) {
            int of = i - 1;
            String undecided = main.stream()
                    .filter(row -> row.differences().get(of).verdict() == Verdict.UNDECIDED)
                    .map(TextComparison::label)
                    .collect(Collectors.joining("; "));
            if (!undecided.isEmpty()) {
                lines(
                        out,
                        "",
                        "Undecided between " + result.labels().get(i) + " and "
                                + result.labels().get(0) + ": " + undecided
                                + ". More replications would tell"
                                + (result.matters().isGiven() ? "." : "; --matters 1% calls what is too small equal."),
                        width);
            }
        }
    }

    /** What a row is of; a percentile beside a difference is that of a replication. */
    private static String label(ComparisonResult.Row row) {
        return MetricLabel.of(row.metric()) + (row.metric().isPercentile() ? ", of a replication" : "");
    }

    private static void lines(StringBuilder out, String first, String text, int width) {
        TextLines.wrapped(first, "  ", text, width)
                .forEach(line -> out.append(line).append('\n'));
    }
}
