package org.bridgeconvoy.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.Standing;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.experiment.WithBest;
import org.bridgeconvoy.study.ComparisonResult;

/**
 * Words for verdicts and standings, which text, files, pages and charts share. {@link Verdict} and {@link Standing}
 * decide; this class only names.
 */
public final class Verdicts {

    private Verdicts() {}

    /** {@code larger}, {@code smaller}, {@code equal} or {@code undecided}. */
    public static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** {@code best}, {@code may be best}, {@code not best} or {@code undecided}. */
    public static String word(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The meaning of a dot in a chart's legend. */
    public static String legend(Verdict verdict) {
        return switch (verdict) {
            case LARGER, SMALLER -> "differs";
            case EQUAL -> "equal in every replication";
            case UNDECIDED -> "undecided: the interval holds 0";
        };
    }

    /** {@code " (undecided)"} or {@code " (equal)"} to follow a difference that is not shown; empty for a shown one. */
    public static String unlessDifferent(Verdict verdict) {
        return differs(verdict) ? "" : " (" + word(verdict) + ")";
    }

    /** Whether the verdict is a shown difference. */
    public static boolean differs(Verdict verdict) {
        return verdict == Verdict.LARGER || verdict == Verdict.SMALLER;
    }

    /**
     * A sentence that names the best scenario in a metric, or those that may be best; empty if the metric has no better
     * direction or nothing is decided.
     */
    public static Optional<String> best(ComparisonResult.Row row) {
        Goal goal = row.goal();
        List<String> best = names(row, Standing.BEST);
        List<String> may = names(row, Standing.MAY_BE_BEST);
        if (goal == null || best.isEmpty() && may.isEmpty()) {
            return Optional.empty();
        }
        String in = " in " + row.metric().name() + (goal == Goal.MAXIMUM ? " (most): " : " (least): ");
        String how = " (multiple comparison with the best, 95%)";
        if (best.isEmpty()) {
            return Optional.of("May be best" + in + String.join(", ", may) + how);
        }
        return Optional.of(
                "Best" + in + String.join(", ", best) + (best.size() > 1 ? ", equal in every replication" : "") + how);
    }

    private static List<String> names(ComparisonResult.Row row, Standing standing) {
        return row.withBest().stream()
                .filter(w -> w.standing() == standing)
                .map(WithBest::variant)
                .collect(Collectors.toList());
    }
}
