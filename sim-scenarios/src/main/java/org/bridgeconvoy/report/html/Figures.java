package org.bridgeconvoy.report.html;

import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.report.Verdicts;
import org.bridgeconvoy.study.Controls;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.RoundedNumber;

/** Numbers as a page shows them, rounded to the figures that their intervals support. */
final class Figures {

    /** Stands for a missing value. */
    static final String NONE = "n/a";

    private Figures() {}

    /** {@code 4,120 ± 30}: the half-width to one figure and the mean to the same place; the mean alone without a half-width. */
    static String withInterval(Estimate e) {
        return withInterval(RoundedNumber.of(e.mean(), e.halfWidth95()), number(e.mean()));
    }

    /** A metric with its half-width; for a percentile of all observations {@code 19.9 (19.8 to 20.0)}. */
    static String withInterval(MetricResult metric) {
        if (!metric.isPooled()) {
            return withInterval(metric.shown()) + (metric.isControlled() ? Controls.SIGN : "");
        }
        return Double.isNaN(metric.halfWidth())
                ? number(metric.value())
                : minus(RoundedNumber.withEnds(metric.value(), metric.low(), metric.high()));
    }

    /** Another number to the place of a metric's mean, such as the least that it is the mean of; four figures if the mean has no interval. */
    static String beside(MetricResult metric, double value) {
        return minus(RoundedNumber.of(metric.value(), metric.halfWidth()).at(value));
    }

    private static String withInterval(RoundedNumber number, String alone) {
        return number.halfWidth().equals(NONE) || number.value().equals(NONE)
                ? alone
                : minus(number.value()) + "\u00a0±\u00a0" + number.halfWidth();
    }

    /** A metric with its interval and marks: {@code ≥ 12.3 ± 0.4 (lower bound)}. */
    static String marked(MetricResult metric) {
        String marks = metric.markWords();
        return (metric.isLowerBound() ? "≥ " : "") + withInterval(metric) + (marks.isEmpty() ? "" : " (" + marks + ")");
    }

    /**
     * A difference with its sign and interval; without the interval if there is none; {@code n/a} if the mean is NaN.
     */
    static String gain(double mean, double halfWidth) {
        if (Double.isNaN(mean)) {
            return NONE;
        }
        return (mean > 0 ? "+" : "") + withInterval(RoundedNumber.difference(mean, halfWidth), number(mean));
    }

    /** A paired difference with its verdict unless it is shown, and its mark: {@code −0.21 ± 1.29 (undecided)}. */
    static String difference(PairedDifference d) {
        return gain(d.estimate().mean(), d.halfWidth()) + Verdicts.unlessDifferent(d.verdict()) + Verdicts.unsure(d);
    }

    /** A number with about four significant figures. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        boolean whole = value == Math.rint(value);
        return fixed(value, whole || size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3);
    }

    /** A number with a fixed number of decimals and a typographic minus. */
    static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "no limit" : "-∞";
        }
        return minus(Numbers.fixed(value, decimals));
    }

    /** A number with a typographic minus. */
    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** {@code 4.1%}; one decimal below 10%. */
    static String percent(double share) {
        return Double.isNaN(share) ? NONE : fixed(100 * share, share < 0.0995 ? 1 : 0) + "%";
    }

    /** {@code 35 days}, {@code 1 day}; {@code 8 h} or {@code 1 d 12 h} for a time that is not whole days. */
    static String days(long nanos) {
        long day = 86_400_000_000_000L;
        return nanos > 0 && nanos % day == 0 ? count(nanos / day, "day") : Numbers.span(nanos);
    }

    /** {@code 1 replication}, {@code 30 replications}. */
    static String count(long n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }

    /** Plain text with the signs of a page: ±, ≤ and ≥ for {@code +-}, {@code <=} and {@code >=}. */
    static String signs(String plain) {
        return plain.replace(" +- ", "\u00a0±\u00a0").replace("<= ", "≤ ").replace(">= ", "≥ ");
    }

    /** Plain text as a sentence for the page: a capital first, a full stop last, and the signs of a page. */
    static String sentence(String plain) {
        String text = signs(plain);
        String first = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        return first.endsWith(".") || first.isEmpty() ? first : first + ".";
    }
}
