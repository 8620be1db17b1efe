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
 * The words for what is larger, equal, undecided or best, the same in text, files, pages and charts. What is so is decided by
 * {@link Verdict} and {@link Standing} alone.
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

    /** What a dot of a chart stands for, in its legend. */
    public static String legend(Verdict verdict) {
        return switch (verdict) {
            case LARGER, SMALLER -> "differs";
            case EQUAL -> "equal in every replication";
            case UNDECIDED -> "undecided: the interval holds 0";
        };
    }

    /** {@code " (undecided)"} or {@code " (equal)"} behind a difference that is not one; empty for one that is. */
    public static String unlessDifferent(Verdict verdict) {
        return differs(verdict) ? "" : " (" + word(verdict) + ")";
    }

    /** Whether a difference is shown. */
    public static boolean differs(Verdict verdict) {
        return verdict == Verdict.LARGER || verdict == Verdict.SMALLER;
    }

    /** Which scenario is the best in a metric, or which may be; empty if that cannot be asked or answered. */
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
