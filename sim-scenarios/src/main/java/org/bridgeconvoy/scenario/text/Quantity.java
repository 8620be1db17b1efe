package org.bridgeconvoy.scenario.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, read without rounding.
 *
 * @param value number of base units of its dimension
 * @param unit the unit as written; {@code s} for an ISO-8601 duration
 */
public record Quantity(BigDecimal value, String unit) {

    /**
     * A decimal number with an optional exponent. Digits and exponent are bounded so that a short text cannot give a
     * number of millions of digits.
     */
    static final String NUMBER = "[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?";

    private static final Pattern BARE = Pattern.compile(NUMBER);

    private static final Pattern QUANTITY = Pattern.compile("(" + NUMBER + ")\\s*([A-Za-z]+(?:/[A-Za-z]+)?)");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("^\\s*[+-]?\\d+,\\d");

    /** ISO-8601 duration such as {@code PT1H30M}, by its letters; {@link Duration#parse} checks the rest. */
    private static final Pattern ISO = Pattern.compile("[+-]?P[0-9DTHMS.,+-]{2,60}");

    /**
     * Reads a number with a unit of the dimension; a duration may also be in ISO-8601 form.
     *
     * @throws Invalid if the text has no number, no unit or a unit of another dimension
     */
    public static Quantity parse(String text, Dimension dimension) throws Invalid {
        String trimmed = text.strip();
        Matcher matcher = QUANTITY.matcher(trimmed);
        if (matcher.matches()) {
            Dimension.Unit unit = dimension.table().get(matcher.group(2));
            if (unit == null) {
                throw wrong(trimmed, dimension);
            }
            return new Quantity(unit.convert(new BigDecimal(matcher.group(1))), matcher.group(2));
        }
        if (BARE.matcher(trimmed).matches()) {
            throw new Invalid("needs a unit (" + Texts.or(dimension.units()) + "), got " + trimmed);
        }
        if (dimension == Dimension.DURATION && ISO.matcher(trimmed).matches()) {
            return iso(trimmed);
        }
        throw wrong(trimmed, dimension);
    }

    /** Whether a text is a number without a unit. */
    public static boolean isBare(String text) {
        return BARE.matcher(text).matches();
    }

    /** Whether a text is a number, alone or followed by letters that may be a unit. */
    public static boolean isNumeric(String text) {
        return QUANTITY.matcher(text).matches() || BARE.matcher(text).matches();
    }

    private static Quantity iso(String text) throws Invalid {
        try {
            Duration duration = Duration.parse(text);
            BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds())
                    .add(BigDecimal.valueOf(duration.getNano()).movePointLeft(9));
            return new Quantity(seconds, "s");
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(text, Dimension.DURATION);
        }
    }

    private static Invalid wrong(String text, Dimension dimension) {
        return new Invalid("must be " + dimension.article() + " such as '" + dimension.example() + "' ("
                + Texts.or(dimension.units()) + ")" + decimalPoint(text) + ", got " + Texts.shown(text));
    }

    /** The advice for a number with a decimal comma; empty for any other text. */
    private static String decimalPoint(String text) {
        return DECIMAL_COMMA.matcher(text).find() ? " with a decimal point" : "";
    }

    /**
     * The value as the nearest {@code double}.
     *
     * @throws Invalid if the value is beyond the range of a {@code double}
     */
    public double asDouble() throws Invalid {
        return asDouble(value, unit);
    }

    private static double asDouble(BigDecimal value, String unit) throws Invalid {
        double nearest = value.doubleValue();
        if (Double.isInfinite(nearest)) {
            throw new Invalid("is too large, got " + value + " " + unit);
        }
        return nearest;
    }

    /** Reads a number without a unit. */
    static BigDecimal number(String text) throws Invalid {
        String trimmed = text.strip();
        if (!BARE.matcher(trimmed).matches()) {
            throw new Invalid("must be a number" + decimalPoint(text) + ", got " + Texts.shown(text));
        }
        return new BigDecimal(trimmed);
    }

    /**
     * Reads a number without a unit as the nearest {@code double}.
     *
     * @throws Invalid if the text is no number, or beyond the range of a {@code double}
     */
    public static double real(String text) throws Invalid {
        return asDouble(number(text), "");
    }

    /**
     * Reads a whole number; {@code 1e3} and {@code 2.0} are whole.
     *
     * @throws Invalid if the text is no whole number, or has more than 64 bits
     */
    public static long whole(String text) throws Invalid {
        BigDecimal number;
        try {
            number = number(text);
        } catch (Invalid e) {
            throw new Invalid("must be a whole number, got " + Texts.shown(text));
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            throw new Invalid(
                    "must be a whole number" + (whole ? " of at most 64 bits" : "") + ", got " + Texts.shown(text));
        }
    }
}
