package org.bridgeconvoy.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleBinaryOperator;

/**
 * A number as people use it: the ± to one figure and the number to the same place, so {@code 4,120 +- 30}; without a ± four figures. Where
 * rounding would hide on which side of a bound the interval lies, it has more figures. In a sentence a count of ten or more with a ± below
 * one has {@code +- 1}.
 */
public final class RoundedNumber {

    /** Figures of a number without an interval. */
    private static final int FIGURES = 4;

    /** Least count that is rounded to a whole number. */
    private static final int WHOLE = 10;

    private static final int MOST_DECIMALS = 9;

    /** Share of its mean below which a half-width is only the rounding of sums, also of a difference of much larger numbers. */
    private static final double ROUNDING = 1e-9;

    /** Stands for the place of a number without a ±. */
    private static final int NO_PLACE = Integer.MIN_VALUE;

    private final double value;
    private final double half;
    /** Decimals; below 0 the zeros before the point. */
    private final int place;

    private RoundedNumber(double value, double half, int place) {
        this.value = value;
        this.half = half;
        this.place = place;
    }

    /** A number with the half-width of its interval; NaN for none. */
    public static RoundedNumber of(double value, double half) {
        return of(value, half, Double.NaN);
    }

    /** A difference, whose rounded interval lies to 0 as the exact one does. */
    public static RoundedNumber difference(double value, double half) {
        return of(value, half, 0);
    }

    private static RoundedNumber of(double value, double half, double bound) {
        if (!Double.isFinite(value) || !Double.isFinite(half) || half <= ROUNDING * Math.abs(value)) {
            return new RoundedNumber(value, half, NO_PLACE);
        }
        return new RoundedNumber(value, half, place(value, half, bound));
    }

    /** The place of the first figure of the half-width, or a finer one that tells on which side of the bound the interval lies. */
    private static int place(double value, double half, double bound) {
        int place = scale(half);
        while (place < MOST_DECIMALS && !agrees(rounded(value, place), rounded(half, place), value, half, bound)) {
            place++;
        }
        return place;
    }

    /** {@code 4,120}; {@code n/a} for no data. */
    public String value() {
        return at(value);
    }

    /** {@code +4,120}: with a plus if it is above 0, also as shown. */
    public String signed() {
        String text = value();
        return (value > 0 && !text.matches("0(\\.0*)?") ? "+" : "") + text;
    }

    /** Another number to the place of this one, such as an end of its interval or the least of what it is the mean of. */
    public String at(double other) {
        return place == NO_PLACE || !Double.isFinite(other) ? alone(other) : Numbers.grouped(rounded(other, place));
    }

    /** {@code 30}; {@code n/a} for none, 0 for no spread. */
    public String halfWidth() {
        return Double.isNaN(half) ? Numbers.NO_DATA : place == NO_PLACE ? "0" : Numbers.grouped(rounded(half, place));
    }

    /** {@code 4,120 +- 30}; the number alone if it has no ±. */
    public String text() {
        return value() + plusMinus();
    }

    /** {@code +4,120 +- 30}: as {@link #text}, with a plus if it is above 0. */
    public String signedText() {
        return signed() + plusMinus();
    }

    private String plusMinus() {
        return Double.isNaN(half) ? "" : " +- " + halfWidth();
    }

    /** Four figures, without zeros behind the point; whole thousands and more are not cut. */
    public static String alone(double value) {
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
    public static String withInterval(double mean, double half, boolean isCount, double bound) {
        if (Double.isNaN(half) || half <= ROUNDING * Math.abs(mean)) {
            return alone(mean);
        }
        if (isCount && scale(half) > 0 && Math.abs(mean) >= WHOLE) {
            BigDecimal whole = new BigDecimal(mean).setScale(0, RoundingMode.HALF_UP);
            if (agrees(whole, BigDecimal.ONE, mean, half, bound)) {
                return text(whole, BigDecimal.ONE);
            }
        }
        int place = place(mean, half, bound);
        return text(rounded(mean, place), rounded(half, place));
    }

    /** A number rounded to the place of the first figure of a half-width beside it; alone if there is none. */
    public static String beside(double value, double half) {
        return of(value, half).value();
    }

    /** A share in percent to one figure, without the sign of percent: {@code 0.6}, {@code 14} from ten on. */
    public static String percent(double share) {
        double percent = 100 * share;
        return plain(new BigDecimal(percent).round(new MathContext(percent < WHOLE ? 1 : 2, RoundingMode.HALF_UP)));
    }

    /** {@code 19.9 (19.8 to 20.0)}, to the place of the first figure of the half-width. */
    public static String withEnds(double value, double low, double high) {
        RoundedNumber number = of(value, (high - low) / 2);
        return number.place == NO_PLACE
                ? number.value()
                : number.value() + " (" + number.at(low) + " to " + number.at(high) + ")";
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
