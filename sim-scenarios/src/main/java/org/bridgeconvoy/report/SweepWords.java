package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.study.Extremes;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.Met;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.RoundedNumber;

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
        String name = MetricLabel.of(e.metric()) + (e.metric().isPercentile() ? ", of a replication" : "");
        String points = "the " + result.points().size() + " points";
        return switch (e.difference().verdict()) {
            case EQUAL ->
                name + ": equal at " + points
                        + (result.view().matters().isGiven()
                                ? ", as far as it matters ("
                                        + result.view().matters().text() + "): from the least, at "
                                        + at(result, e.least()) + ", to the most, at " + at(result, e.most())
                                        + ", it is " + gain(e) + "."
                                : " in every replication.");
            case UNDECIDED ->
                name + ": no difference shown between " + points + "; from the least, at " + at(result, e.least())
                        + ", to the most, at " + at(result, e.most()) + ", it is " + gain(e) + ".";
            case LARGER, SMALLER ->
                name + ": least, " + mean(result, e.least(), e) + ", at " + at(result, e.least())
                        + others(result, e.notToldFromLeast()) + "; most, " + mean(result, e.most(), e) + ", at "
                        + at(result, e.most()) + others(result, e.notToldFromMost()) + "; the difference is "
                        + gain(e) + ".";
        };
    }

    private static String gain(Extremes e) {
        return number(e).signedText()
                + (e.metric().unit().isEmpty()
                        ? ""
                        : " " + MetricLabel.unit(e.metric().unit()))
                + " (paired, 95% for all pairs of points together)"
                + Verdicts.unsure(e.difference());
    }

    private static RoundedNumber number(Extremes e) {
        return RoundedNumber.difference(
                e.difference().estimate().mean(), e.difference().halfWidth());
    }

    private static String mean(SweepResult result, int point, Extremes e) {
        return result.points()
                .get(point)
                .findMetric(e.metric().name())
                .map(MetricResult::ofReplication)
                .map(m -> MetricText.number(m).value() + (m.isLowerBound() ? " or more" : ""))
                .orElse(Numbers.NO_DATA);
    }

    /** The points that cannot be told apart from an extreme, in brackets; empty for none. */
    private static String others(SweepResult result, List<Integer> points) {
        if (points.isEmpty()) {
            return "";
        }
        String named = points.stream().limit(MOST_NAMED).map(p -> at(result, p)).collect(Collectors.joining(", or "));
        int more = points.size() - MOST_NAMED;
        return " (not told apart from " + named + (more > 0 ? ", or " + more + " more" : "") + ")";
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

    /** How to read the differences from the first point. */
    public static String fromFirst(SweepResult result) {
        return "From point 1: the difference from " + at(result, 0)
                + ", paired by replication; the intervals of a metric hold together with 95%"
                + (result.view().matters().isGiven()
                        ? "; equal: the whole interval lies between -"
                                + result.view().matters().text() + " and +"
                                + result.view().matters().text() + " of its mean there."
                        : ".");
    }

    /**
     * The difference of a point from the first: {@code +120 +- 6}, {@code +3 +- 8 undecided}, {@code +3 +- 2, unsure} if it carries a mark; {@code
     * n/a} if one of them has no data.
     */
    public static String fromFirst(SweepResult result, int point, String metric) {
        Optional<PairedDifference> found = result.fromFirst().stream()
                .filter(each -> each.metric().name().equals(metric))
                .map(each -> each.differences().get(point))
                .filter(difference -> difference.estimate().n() > 0)
                .findFirst();
        return found.map(SweepWords::fromFirst).orElse(Numbers.NO_DATA);
    }

    private static String fromFirst(PairedDifference d) {
        return RoundedNumber.difference(d.estimate().mean(), d.halfWidth()).signedText()
                + (Verdicts.differs(d.verdict()) ? "" : " " + Verdicts.word(d.verdict()))
                + (Mark.of(d).isEmpty() ? "" : ", unsure");
    }

    /** Which points meet the bounds of the view; empty if it has none. */
    public static Optional<String> meeting(SweepResult result) {
        List<SuchThat> bounds = result.view().bounds();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        String all = bounds.stream().map(MetricText::of).collect(Collectors.joining(", "));
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
