package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.bridgeconvoy.experiment.Estimate;

/**
 * Numbers as text, the same on every JVM: {@code Double.toString} gives other digits before JDK 19 than since, and
 * {@code String.format} builds on it, so neither is used for what must be equal byte by byte.
 */
public final class Numbers {

    /** Stands for a value that there is not. */
    public static final String NO_DATA = "n/a";

    private Numbers() {}

    /** The shortest decimal that reads back as the same double; {@code n/a} for NaN. */
    public static String shortest(double value) {
        if (Double.isNaN(value)) {
            return NO_DATA;
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return NumberOutput.toString(value, true);
    }

    /**
     * A value with a fixed number of decimals, rounded half up from its exact binary value, with commas between the
     * thousands; {@code n/a} for NaN.
     */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NO_DATA;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "no bound" : "-no bound";
        }
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
        return grouped(rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString());
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int i = (point < 0 ? plain.length() : point) - 3; i > first; i -= 3) {
            text.insert(i, ',');
        }
        return text.toString();
    }

    /** Mean and half-width: {@code 103.21 +- 0.31}; only the mean if there is no half-width. */
    public static String interval(double mean, double halfWidth, int decimals) {
        return Double.isNaN(halfWidth)
                ? fixed(mean, decimals)
                : fixed(mean, decimals) + " +- " + fixed(halfWidth, decimals);
    }

    /** An estimate as mean and half-width. */
    public static String interval(Estimate estimate, int decimals) {
        return interval(estimate.mean(), estimate.halfWidth95(), decimals);
    }

    /** Exact tonnes from milligrams, without trailing zeros: {@code 40}, {@code 12.5}. */
    public static String tonnes(long milligrams) {
        return milligrams % 1_000_000_000L == 0
                ? Long.toString(milligrams / 1_000_000_000L)
                : BigDecimal.valueOf(milligrams, 9).stripTrailingZeros().toPlainString();
    }
}
