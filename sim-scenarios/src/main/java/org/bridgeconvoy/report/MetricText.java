package org.bridgeconvoy.report;

import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Controls;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.RoundedNumber;

/** The number, the interval and the marks of a metric as plain text. */
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

    /** The number of a metric, rounded as its interval supports. */
    static RoundedNumber number(MetricResult metric) {
        return RoundedNumber.of(metric.value(), metric.halfWidth());
    }

    /** An estimate, rounded as its interval supports. */
    static RoundedNumber number(Estimate estimate) {
        return RoundedNumber.of(estimate.mean(), estimate.halfWidth95());
    }

    /**
     * {@code +- 0.04}. For a percentile of all observations, whose interval is not symmetric, {@code (19.80 to 20.00)};
     * {@code no chance in it} for a width that is 0 because nothing is random.
     */
    static String interval(MetricResult metric) {
        if (metric.marks().contains(Mark.NO_CHANCE)) {
            return Mark.NO_CHANCE.label();
        }
        if (!metric.isPooled()) {
            return interval(metric.shown()) + (metric.isControlled() ? Controls.SIGN : "");
        }
        return Double.isNaN(metric.halfWidth()) ? Numbers.NO_DATA : ends(metric);
    }

    /** {@code +- 0.04} for an estimate; {@code n/a} without an interval. */
    static String interval(Estimate estimate) {
        return interval(number(estimate));
    }

    /** {@code +- 0.04}; {@code n/a} without an interval. */
    static String interval(RoundedNumber number) {
        String half = number.halfWidth();
        return half.equals(Numbers.NO_DATA) ? half : "+- " + half;
    }

    /** A bound with the label of its metric: {@code outbound trucks an open day >= 150}. */
    static String of(SuchThat bound) {
        return MetricLabel.of(bound.metric())
                + bound.text().substring(bound.metric().length());
    }

    private static String ends(MetricResult metric) {
        RoundedNumber number = number(metric);
        return "(" + number.at(metric.low()) + " to " + number.at(metric.high()) + ")";
    }

    /** {@code 19.9 (19.8 to 20.0)}; only the value without an interval, or if nothing is random. */
    static String percentile(MetricResult metric) {
        String value = number(metric).value();
        boolean hasEnds = !Double.isNaN(metric.halfWidth()) && !metric.marks().contains(Mark.NO_CHANCE);
        return hasEnds ? value + " " + ends(metric) : value;
    }
}
