package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Standing;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.experiment.WithBest;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.Matters;
import org.bridgeconvoy.words.MetricLabel;
import org.jspecify.annotations.Nullable;

/**
 * Words for verdicts and standings, which text, files, pages and charts share. {@link Verdict} and {@link Standing}
 * decide; this class only names.
 */
public final class Verdicts {

    /** Heads the lines of {@link #best(List, Matters)}. */
    public static final String BEST = "Best of them (multiple comparison with the best, 95%):";

    private Verdicts() {}

    /** {@code larger}, {@code smaller}, {@code equal} or {@code undecided}. */
    public static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** {@code better} or {@code worse} where one end of the metric is better, else as {@link #word(Verdict)}. */
    static String word(Verdict verdict, @Nullable Goal goal) {
        if (goal == null || !differs(verdict)) {
            return word(verdict);
        }
        return (goal == Goal.MAXIMUM) == (verdict == Verdict.LARGER) ? "better" : "worse";
    }

    /** {@code best}, {@code may be best}, {@code not best} or {@code undecided}. */
    public static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The meaning of a dot in a chart's legend. */
    public static String legend(Verdict verdict) {
        return switch (verdict) {
            case LARGER, SMALLER -> "differs";
            case EQUAL -> "equal";
            case UNDECIDED -> "undecided: the interval holds 0";
        };
    }

    /** {@code " (undecided)"} or {@code " (equal)"} to follow a difference that is not shown; empty for a shown one. */
    public static String unlessDifferent(Verdict verdict) {
        return differs(verdict) ? "" : " (" + word(verdict) + ")";
    }

    /** {@code " (unsure: skewed)"} to follow a difference that carries a mark; empty for one that does not. */
    public static String unsure(PairedDifference difference) {
        return unsure(List.of(difference));
    }

    private static String unsure(List<PairedDifference> differences) {
        return differences.stream()
                .flatMap(d -> Mark.of(d).stream())
                .findFirst()
                .map(mark -> " (" + mark.label() + ")")
                .orElse("");
    }

    /** Whether the verdict is a shown difference. */
    public static boolean differs(Verdict verdict) {
        return verdict == Verdict.LARGER || verdict == Verdict.SMALLER;
    }

    /** What {@code equal} means: agreement in every replication, or a difference too small to matter. */
    public static String equal(Matters matters) {
        return matters.isGiven()
                ? "Equal, as far as it matters (" + matters.text() + ")"
                : "Equal in every replication";
    }

    /**
     * Lines that name the best scenario in metrics, or those that may be best, the scenarios first: {@code a, b may be: most tonnes delivered a
     * day; least hours of a trip}. A metric of which a difference carries a mark is on a line that says so. Metrics with the same outcome share a line. Left out are metrics without a better direction and those of
     * which nothing is decided.
     *
     * @param matters the least difference that matters; scenarios that differ by less from the best of the others are equal
     */
    public static List<String> best(List<ComparisonResult.Row> rows, Matters matters) {
        Map<String, List<String>> metrics = new LinkedHashMap<>();
        for (ComparisonResult.Row row : rows) {
            Goal goal = row.goal();
            String who = best(row, matters);
            if (goal != null && !who.isEmpty()) {
                metrics.computeIfAbsent(who + unsure(row.differences()), each -> new ArrayList<>())
                        .add((goal == Goal.MAXIMUM ? "most " : "least ") + MetricLabel.of(row.metric()));
            }
        }
        return metrics.entrySet().stream()
                .map(line -> line.getKey() + ": " + String.join("; ", line.getValue()))
                .toList();
    }

    /** Who is best in a metric, or may be; empty if nothing is decided. */
    private static String best(ComparisonResult.Row row, Matters matters) {
        List<String> alike = alike(row, matters);
        if (alike.size() > 1) {
            return String.join(", ", alike) + ", equal as far as it matters (" + matters.text() + ")";
        }
        List<String> best = names(row, Standing.BEST);
        if (best.isEmpty()) {
            List<String> may = names(row, Standing.MAY_BE_BEST);
            return may.isEmpty() ? "" : String.join(", ", may) + " may be";
        }
        return String.join(", ", best) + (best.size() > 1 ? ", equal in every replication" : "");
    }

    /** The scenarios whose distance from the best of the others is too small to matter. */
    private static List<String> alike(ComparisonResult.Row row, Matters matters) {
        double least =
                matters.share() * Math.abs(row.results().get(0).estimate().mean());
        return row.withBest().stream()
                .filter(w ->
                        least > 0 && Math.max(-w.interval().low(), w.interval().high()) <= least)
                .map(WithBest::variant)
                .toList();
    }

    private static List<String> names(ComparisonResult.Row row, Standing standing) {
        return row.withBest().stream()
                .filter(w -> w.standing() == standing)
                .map(WithBest::variant)
                .collect(Collectors.toList());
    }
}
