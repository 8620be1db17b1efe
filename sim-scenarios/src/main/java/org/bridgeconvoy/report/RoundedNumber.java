package org.bridgeconvoy.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleBinaryOperator;

/**
 * Rounds a number for a sentence: the ± to one figure and the number to the same place, so {@code 4,120 +- 30}. A count of ten or more
 * with a ± below one has {@code +- 1}. Where rounding would hide on which side of a bound the interval lies, it has more figures.
 */
final class RoundedNumber {

    /** Figures of a number without an interval. */
    private static final int FIGURES = 4;

    /** Least count that is rounded to a whole number. */
    private static final int WHOLE = 10;

    private static final int MOST_DECIMALS = 9;

    /** Share of its mean below which a half-width is only the rounding of sums. */
    private static final double ROUNDING = 1e-12;

    private RoundedNumber() {}

    /** Four figures, without zeros behind the point; whole thousands and more are not cut. */
    static String alone(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Numbers.fixed(value, 0);
        }
        BigDecimal exact = new BigDecimal(value);
        int decimals = FIGURES - exact.precision() + exact.scale();
        return plain(exact.setScale(Math.max(0, Math.min(decimals, MOST_DECIMALS)), RoundingMode.HALF_UP));
    }

    /**
     * {@code 7.89 +- 0.08}.
     *
     * @param half half-width of its interval; NaN for none
     * @param isCount whether it counts things, of which people think in whole numbers
     * @param bound number on whose sides the rounded interval must lie as the exact one does; NaN for none
     */
    static String withInterval(double mean, double half, boolean isCount, double bound) {
        if (Double.isNaN(half) || half <= ROUNDING * Math.abs(mean)) {
            return alone(mean);
        }
        int scale = scale(half);
        if (isCount && scale > 0 && Math.abs(mean) >= WHOLE) {
            BigDecimal whole = new BigDecimal(mean).setScale(0, RoundingMode.HALF_UP);
            if (agrees(whole, BigDecimal.ONE, mean, half, bound)) {
                return text(whole, BigDecimal.ONE);
            }
        }
        BigDecimal rounded = rounded(mean, scale);
        BigDecimal width = rounded(half, scale);
        while (scale < MOST_DECIMALS && !agrees(rounded, width, mean, half, bound)) {
            scale++;
            rounded = rounded(mean, scale);
            width = rounded(half, scale);
        }
        return text(rounded, width);
    }

    /** A number rounded to the place of the first figure of a half-width beside it; alone if there is none. */
    static String beside(double value, double half) {
        boolean isAlone = Double.isNaN(half) || half <= ROUNDING * Math.abs(value) || !Double.isFinite(value);
        return isAlone ? alone(value) : Numbers.grouped(rounded(value, scale(half)));
    }

    /** A share in percent to one figure, without the sign of percent: {@code 0.6}, {@code 14} from ten on. */
    static String percent(double share) {
        double percent = 100 * share;
        return plain(new BigDecimal(percent).round(new MathContext(percent < WHOLE ? 1 : 2, RoundingMode.HALF_UP)));
    }

    /** {@code 19.9 (19.8 to 20.0)}, to the place of the first figure of the half-width. */
    static String withEnds(double value, double low, double high) {
        double half = (high - low) / 2;
        if (Double.isNaN(half) || half <= ROUNDING * Math.abs(value)) {
            return alone(value);
        }
        int scale = scale(half);
        return Numbers.grouped(rounded(value, scale)) + " (" + Numbers.grouped(rounded(low, scale)) + " to "
                + Numbers.grouped(rounded(high, scale)) + ")";
    }

    /** Whether the rounded interval lies to the bound as the exact one does. */
    private static boolean agrees(BigDecimal mean, BigDecimal width, double exactMean, double exactHalf, double bound) {
        DoubleBinaryOperator side = (m, h) -> bound < m - h ? -1 : bound > m + h ? 1 : 0;
        return Double.isNaN(bound)
                || side.applyAsDouble(mean.doubleValue(), width.doubleValue())
                        == side.applyAsDouble(exactMean, exactHalf);
    }

    /** Place of the first figure: decimals, or below 0 the zeros before the point. */
    private static int scale(double half) {
        return new BigDecimal(half)
                .round(new MathContext(1, RoundingMode.HALF_UP))
                .stripTrailingZeros()
                .scale();
    }

    private static BigDecimal rounded(double value, int scale) {
        BigDecimal rounded = new BigDecimal(value).setScale(scale, RoundingMode.HALF_UP);
        return scale < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
    }

    private static String text(BigDecimal mean, BigDecimal width) {
        return Numbers.grouped(mean) + " +- " + Numbers.grouped(width);
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return Numbers.grouped(stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped);
    }
}
