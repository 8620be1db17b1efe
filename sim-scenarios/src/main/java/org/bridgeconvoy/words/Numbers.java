package org.bridgeconvoy.words;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as text, the same digits on every JVM. {@code Double.toString} gives other digits before JDK 19 than since,
 * and {@code String.format} uses it; so neither serves for text that must be equal byte by byte.
 */
public final class Numbers {

    /** Stands for a missing value. */
    public static final String NO_DATA = "n/a";

    private static final int MOST_DECIMALS = 15;
    /** Share of its mean below which a half-width is only the rounding of sums. */
    private static final double ROUNDING = 1e-12;

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
     * The exact binary value rounded half up to a number of decimals, with commas between thousands; {@code n/a} for
     * NaN and {@code no bound} for infinity.
     */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return NO_DATA;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "no bound" : "-no bound";
        }
        BigDecimal rounded = rounded(value, decimals);
        return grouped(rounded);
    }

    /**
     * Decimals needed to show that a half-width is not 0, and on which side of 0 the interval lies.
     * {@code 0.00 +- 0.00} becomes {@code 0.0030 +- 0.0040} or {@code 0.0040 +- 0.0030}.
     *
     * @param mean any number; NaN for no data
     * @param halfWidth 0 or more; NaN for no interval
     * @param least fewest decimals
     * @return {@code least} if it suffices, else more, at most 15
     */
    public static int decimals(double mean, double halfWidth, int least) {
        double size = Math.abs(mean);
        double half = halfWidth > ROUNDING * size ? halfWidth : 0;
        if (Double.isNaN(size) || Double.isInfinite(size) || Double.isInfinite(half)) {
            return least;
        }
        if (shows(size, half, least)) {
            return least;
        }
        // Start from two figures of the half-width, or of the mean if there is no spread.
        int decimals = (int) Math.max(least + 1, 1 - Math.floor(StrictMath.log10(half > 0 ? half : size)));
        while (decimals < MOST_DECIMALS && !shows(size, half, decimals)) {
            decimals++;
        }
        return decimals;
    }

    /** Whether the rounded numbers keep a half-width above 0 and the order of mean and half-width. */
    private static boolean shows(double size, double half, int decimals) {
        BigDecimal mean = rounded(size, decimals);
        BigDecimal width = rounded(half, decimals);
        return (half == 0 || width.signum() > 0) && (size > half) == (mean.compareTo(width) > 0);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    /** All digits of a number of no negative scale, with commas between thousands. */
    public static String grouped(BigDecimal value) {
        return grouped(value.signum() == 0 ? value.abs().toPlainString() : value.toPlainString());
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

    /** A number with a plus if it is above 0, even if it rounds to 0. */
    public static String signed(double value, int decimals) {
        return (value > 0 ? "+" : "") + fixed(value, decimals);
    }

    /**
     * A time span in the units that people use, without rounding: {@code 35 d}, {@code 8 h}, {@code 1 d 12 h},
     * {@code 0.5 s}.
     */
    public static String span(long nanos) {
        long[] units = {86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L};
        String[] names = {" d", " h", " min"};
        StringBuilder text = new StringBuilder();
        long rest = nanos;
        for (int i = 0; i < units.length; i++) {
            if (rest >= units[i]) {
                text.append(text.isEmpty() ? "" : " ").append(rest / units[i]).append(names[i]);
                rest %= units[i];
            }
        }
        if (rest > 0 || text.isEmpty()) {
            BigDecimal seconds = BigDecimal.valueOf(rest, 9).stripTrailingZeros();
            text.append(text.isEmpty() ? "" : " ")
                    .append(seconds.toPlainString())
                    .append(" s");
        }
        return text.toString();
    }

    /** Tonnes from milligrams, without rounding and without trailing zeros: {@code 40}, {@code 12.5}. */
    public static String tonnes(long milligrams) {
        return milligrams % 1_000_000_000L == 0
                ? Long.toString(milligrams / 1_000_000_000L)
                : BigDecimal.valueOf(milligrams, 9).stripTrailingZeros().toPlainString();
    }
}
