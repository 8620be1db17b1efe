package org.bridgeconvoy.report;

import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;

/** How a metric's interval and marks read in plain text. */
final class MetricText {

    private MetricText() {}

    /**
     * The marks beside the metric's name or number. A lower bound is said by "at least" or "or more" and no chance in place of
     * the interval, so neither stands here.
     */
    static String marks(MetricResult metric) {
        return metric.marks().stream()
                .filter(mark -> mark != Mark.LOWER_BOUND && mark != Mark.NO_CHANCE)
                .map(Mark::label)
                .collect(Collectors.joining(", "));
    }

    /** The marks in brackets behind a space; empty if there is none. */
    static String inBrackets(MetricResult metric) {
        String marks = marks(metric);
        return marks.isEmpty() ? "" : " (" + marks + ")";
    }

    /**
     * {@code +- 0.04}; of a percentile of all observations, whose interval is not symmetric, {@code (19.80 to 20.00)}; {@code no
     * chance in it} where the width is 0 for that reason.
     */
    static String interval(MetricResult metric, int decimals) {
        if (metric.marks().contains(Mark.NO_CHANCE)) {
            return Mark.NO_CHANCE.label();
        }
        if (!metric.isPooled()) {
            return interval(metric.estimate(), decimals);
        }
        return Double.isNaN(metric.halfWidth()) ? Numbers.NO_DATA : ends(metric, decimals(metric, decimals));
    }

    static String interval(Estimate estimate, int decimals) {
        return Numbers.halfWidth(estimate.halfWidth95(), decimals(estimate, decimals));
    }

    /** With how many decimals a metric and its interval show what they say; at least so many. */
    static int decimals(MetricResult metric, int least) {
        return Numbers.decimals(metric.value(), metric.halfWidth(), least);
    }

    /** The text of an estimate. */
    static int decimals(Estimate estimate, int least) {
        return Numbers.decimals(estimate.mean(), estimate.halfWidth95(), least);
    }

    private static String ends(MetricResult metric, int decimals) {
        return "(" + Numbers.fixed(metric.low(), decimals) + " to " + Numbers.fixed(metric.high(), decimals) + ")";
    }

    /** {@code 19.9 (19.8 to 20.0)}; the value alone without an interval, or where there is no chance in it. */
    static String percentile(MetricResult metric, int decimals) {
        String value = Numbers.fixed(metric.value(), decimals);
        boolean hasEnds = !Double.isNaN(metric.halfWidth()) && !metric.marks().contains(Mark.NO_CHANCE);
        return hasEnds ? value + " " + ends(metric, decimals) : value;
    }
}
