package org.bridgeconvoy.study;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How far values are relaxed, and how that reads: by a tenth, counts by at least one. */
final class Steps {

    private Steps() {}

    static int more(int count) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(count + 1L, Math.round(count * (1 + RelaxationList.SHARE))));
    }

    static int fewer(int count) {
        return Math.max(1, (int) Math.min(count - 1L, Math.round(count * (1 - RelaxationList.SHARE))));
    }

    static long less(long nanos) {
        return nanos - nanos / 10;
    }

    static String seconds(long from, long to) {
        return seconds(from) + " s to " + seconds(to) + " s";
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    static String tonnes(double from, double to) {
        return trimmed(from) + " to " + trimmed(to) + " t";
    }

    static String trimmed(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
