package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.study.Extremes;
import org.bridgeconvoy.study.Met;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.SweepResult;

/** Sentences about a sweep, which its text and its page share. */
public final class SweepWords {

    /** Most points that a sentence names. */
    private static final int MOST_NAMED = 3;

    private SweepWords() {}

    /**
     * A sentence that says whether a metric differs between points, and where it is least and greatest; empty for a
     * single point.
     */
    public static Optional<String> extremes(SweepResult result, String metric) {
        return result.extremes().stream()
                .filter(e -> e.metric().name().equals(metric))
                .findFirst()
                .map(e -> sentence(result, e));
    }

    private static String sentence(SweepResult result, Extremes e) {
        String name = e.metric().name() + (e.metric().isPercentile() ? ", of a replication," : "");
        String points = "the " + result.points().size() + " points";
        return switch (e.difference().verdict()) {
            case EQUAL -> name + " is equal at " + points + " in every replication.";
            case UNDECIDED ->
                name + ": no difference shown between " + points + "; from the least, at " + at(result, e.least())
                        + ", to the most, at " + at(result, e.most()) + ", it is " + gain(e) + ".";
            case LARGER, SMALLER ->
                name + " is least, " + mean(result, e.least(), e) + ", at " + at(result, e.least())
                        + others(result, e.notToldFromLeast()) + " and most, " + mean(result, e.most(), e) + ", at "
                        + at(result, e.most()) + others(result, e.notToldFromMost()) + ": " + gain(e) + ".";
        };
    }

    private static String gain(Extremes e) {
        double mean = e.difference().estimate().mean();
        double halfWidth = e.difference().halfWidth();
        int decimals = decimals(e);
        return Numbers.signed(mean, decimals)
                + (Double.isNaN(halfWidth) ? "" : " " + Numbers.halfWidth(halfWidth, decimals))
                + (e.metric().unit().isEmpty() ? "" : " " + e.metric().unit())
                + " (paired, 95% for all pairs of points together)";
    }

    private static int decimals(Extremes e) {
        return Numbers.decimals(e.difference().estimate().mean(), e.difference().halfWidth(), 2);
    }

    private static String mean(SweepResult result, int point, Extremes e) {
        return result.points()
                .get(point)
                .findMetric(e.metric().name())
                .map(MetricResult::ofReplication)
                .map(m -> Numbers.fixed(m.value(), decimals(e)) + (m.isLowerBound() ? " or more" : ""))
                .orElse(Numbers.NO_DATA);
    }

    /** The points that cannot be told apart from an extreme, in brackets; empty for none. */
    private static String others(SweepResult result, List<Integer> points) {
        if (points.isEmpty()) {
            return "";
        }
        String named = points.stream().limit(MOST_NAMED).map(p -> at(result, p)).collect(Collectors.joining("; "));
        int more = points.size() - MOST_NAMED;
        return " (not told apart from " + named + (more > 0 ? "; and " + more + " more" : "") + ")";
    }

    /** The values of a point: {@code bridge.headway=20 s, fleet.trucks=40}. */
    private static String at(SweepResult result, int point) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < result.varied().size(); i++) {
            parts.add(result.varied().get(i).path() + "="
                    + result.points().get(point).values().get(i));
        }
        return String.join(", ", parts);
    }

    /** Which points meet the bounds of the view; empty if it has none. */
    public static Optional<String> meeting(SweepResult result) {
        List<SuchThat> bounds = result.view().bounds();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        String all = bounds.stream().map(SuchThat::text).collect(Collectors.joining(", "));
        String unsure = points(result, Met.CANNOT_TELL);
        String met = points(result, Met.YES);
        return Optional.of("Such that " + all + ": " + (met.isEmpty() ? "met by no point for sure" : "met by " + met)
                + (unsure.isEmpty() ? "" : "; cannot be told of " + unsure + ", more replications may tell") + ".");
    }

    private static String points(SweepResult result, Met verdict) {
        List<String> numbers = IntStream.range(0, result.points().size())
                .filter(i -> result.points().get(i).meetsAll() == verdict)
                .mapToObj(i -> Integer.toString(i + 1))
                .toList();
        return numbers.isEmpty() ? "" : (numbers.size() == 1 ? "point " : "points ") + String.join(", ", numbers);
    }
}
