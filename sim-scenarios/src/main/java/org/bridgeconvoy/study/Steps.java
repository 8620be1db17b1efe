package org.bridgeconvoy.study;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Size of a relaxation, and the words for it: values change by a tenth, counts by at least one. */
final class Steps {

    private Steps() {}

    /** A tenth more, at least one more; {@link Integer#MAX_VALUE} stays. */
    static int more(int count) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(count + 1L, Math.round(count * (1 + RelaxationList.SHARE))));
    }

    /** A tenth fewer, at least one fewer, but not below 1. */
    static int fewer(int count) {
        return Math.max(1, (int) Math.min(count - 1L, Math.round(count * (1 - RelaxationList.SHARE))));
    }

    /** A tenth less. */
    static long less(long nanos) {
        return nanos - nanos / 10;
    }

    /** A change of a time, in words: {@code 30 s to 27 s}. */
    static String seconds(long from, long to) {
        return seconds(from) + " s to " + seconds(to) + " s";
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
    }

    /** A change of a mass, in words: {@code 100 to 110 t}. */
    static String tonnes(double from, double to) {
        return trimmed(from) + " to " + trimmed(to) + " t";
    }

    /** A value with at most three decimals and no trailing zeros. */
    static String trimmed(double value) {
        return BigDecimal.valueOf(value)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
