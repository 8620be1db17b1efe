package org.bridgeconvoy.report;

import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Controls;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;

/** The interval and the marks of a metric as plain text. */
final class MetricText {

    private MetricText() {}

    /**
     * The marks to show beside a metric's name or number. Leaves out {@link Mark#LOWER_BOUND} and
     * {@link Mark#NO_CHANCE}: the words "at least" and "or more" show the first, and the second stands in place of the
     * interval.
     */
    static String marks(MetricResult metric) {
        return metric.marks().stream()
                .filter(mark -> mark != Mark.LOWER_BOUND && mark != Mark.NO_CHANCE)
                .map(Mark::label)
                .collect(Collectors.joining(", "));
    }

    /** The marks in brackets behind a space; empty for no marks. */
    static String inBrackets(MetricResult metric) {
        String marks = marks(metric);
        return marks.isEmpty() ? "" : " (" + marks + ")";
    }

    /**
     * {@code +- 0.04}. For a percentile of all observations, whose interval is not symmetric, {@code (19.80 to 20.00)};
     * {@code no chance in it} for a width that is 0 because nothing is random.
     */
    static String interval(MetricResult metric, int decimals) {
        if (metric.marks().contains(Mark.NO_CHANCE)) {
            return Mark.NO_CHANCE.label();
        }
        if (!metric.isPooled()) {
            return interval(metric.shown(), decimals) + (metric.isControlled() ? Controls.SIGN : "");
        }
        return Double.isNaN(metric.halfWidth()) ? Numbers.NO_DATA : ends(metric, decimals(metric, decimals));
    }

    /** {@code +- 0.04} for an estimate; {@code n/a} without an interval. */
    static String interval(Estimate estimate, int decimals) {
        return Numbers.halfWidth(estimate.halfWidth95(), decimals(estimate, decimals));
    }

    /** Decimals that a metric and its interval need; see {@link Numbers#decimals}. */
    static int decimals(MetricResult metric, int least) {
        return Numbers.decimals(metric.value(), metric.halfWidth(), least);
    }

    /** Decimals that an estimate and its interval need; see {@link Numbers#decimals}. */
    static int decimals(Estimate estimate, int least) {
        return Numbers.decimals(estimate.mean(), estimate.halfWidth95(), least);
    }

    private static String ends(MetricResult metric, int decimals) {
        return "(" + Numbers.fixed(metric.low(), decimals) + " to " + Numbers.fixed(metric.high(), decimals) + ")";
    }

    /** {@code 19.9 (19.8 to 20.0)}; only the value without an interval, or if nothing is random. */
    static String percentile(MetricResult metric, int decimals) {
        String value = Numbers.fixed(metric.value(), decimals);
        boolean hasEnds = !Double.isNaN(metric.halfWidth()) && !metric.marks().contains(Mark.NO_CHANCE);
        return hasEnds ? value + " " + ends(metric, decimals) : value;
    }
}
