package org.bridgeconvoy.report.html;

import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.report.Numbers;
import org.bridgeconvoy.study.MetricResult;

/** Numbers as the page shows them. */
final class Figures {

    static final String NONE = "n/a";

    private Figures() {}

    /** {@code 3,031 ± 13}: the half-width with two figures, the mean to the same place; the mean alone without one. */
    static String withInterval(Estimate e) {
        if (Double.isNaN(e.mean())) {
            return NONE;
        }
        if (Double.isNaN(e.halfWidth95())) {
            return number(e.mean());
        }
        int decimals = decimals(e.halfWidth95(), e.mean());
        return fixed(e.mean(), decimals) + "\u00a0±\u00a0" + fixed(e.halfWidth95(), decimals);
    }

    /** The same of a metric; of a percentile of all observations {@code 19.9 (19.8 to 20.0)}. */
    static String withInterval(MetricResult metric) {
        if (!metric.isPooled()) {
            return withInterval(metric.estimate());
        }
        double halfWidth = metric.halfWidth();
        if (Double.isNaN(halfWidth)) {
            return number(metric.value());
        }
        int decimals = decimals(halfWidth, metric.value());
        return fixed(metric.value(), decimals) + " (" + fixed(metric.low(), decimals) + " to "
                + fixed(metric.high(), decimals) + ")";
    }

    /** The same with what to know before trusting it: {@code ≥ 12.3 ± 0.4 (lower bound)}. */
    static String marked(MetricResult metric) {
        String marks = metric.markWords();
        return (metric.isLowerBound() ? "≥ " : "") + withInterval(metric) + (marks.isEmpty() ? "" : " (" + marks + ")");
    }

    /** A difference with its interval, its sign always shown. */
    static String gain(double mean, double halfWidth) {
        int decimals = decimals(halfWidth, mean);
        String sign = mean > 0 ? "+" : "";
        return sign + fixed(mean, decimals) + "\u00a0±\u00a0" + fixed(halfWidth, decimals);
    }

    private static int decimals(double halfWidth, double mean) {
        double size = halfWidth > 0 ? halfWidth : Math.abs(mean) / 100;
        if (size == 0 || Double.isNaN(size)) {
            return 0;
        }
        return (int) Math.max(0, Math.min(4, 1 - Math.floor(Math.log10(size))));
    }

    /** About four figures. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        boolean whole = value == Math.rint(value);
        return fixed(value, whole || size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3);
    }

    static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "no limit" : "-∞";
        }
        String text = Numbers.fixed(value, decimals);
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }

    /** {@code 4.1%}. */
    static String percent(double share) {
        return Double.isNaN(share) ? NONE : fixed(100 * share, share < 0.0995 ? 1 : 0) + "%";
    }

    static String days(double nanos) {
        double days = nanos / 86_400e9;
        return number(days) + (days == 1 ? " day" : " days");
    }

    static String count(long n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }
}
