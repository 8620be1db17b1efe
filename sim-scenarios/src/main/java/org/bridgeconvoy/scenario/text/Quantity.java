package org.bridgeconvoy.scenario.text;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, read exactly.
 *
 * @param value in the base unit of its dimension
 * @param unit as written; {@code s} for an ISO-8601 duration
 */
public record Quantity(BigDecimal value, String unit) {

    /** A number as people write it; the exponent is bounded so that no text grows into a giant. */
    static final String NUMBER = "[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?";

    private static final Pattern BARE = Pattern.compile(NUMBER);

    private static final Pattern QUANTITY = Pattern.compile("(" + NUMBER + ")\\s*([A-Za-z]+(?:/[A-Za-z]+)?)");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("^\\s*[+-]?\\d+,\\d");

    private static final Pattern ISO = Pattern.compile("[+-]?P[0-9DTHMS.,+-]{2,60}");

    /** The quantity that a text gives. */
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

    /** Whether a text is a number, with or without something like a unit. */
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

    /** What to say of a number with a comma in it. */
    private static String decimalPoint(String text) {
        return DECIMAL_COMMA.matcher(text).find() ? " with a decimal point" : "";
    }

    /** The value as the nearest {@code double}. */
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

    /** A plain number. */
    static BigDecimal number(String text) throws Invalid {
        String trimmed = text.strip();
        if (!BARE.matcher(trimmed).matches()) {
            throw new Invalid("must be a number" + decimalPoint(text) + ", got " + Texts.shown(text));
        }
        return new BigDecimal(trimmed);
    }

    /** A plain number as the nearest {@code double}. */
    public static double real(String text) throws Invalid {
        return asDouble(number(text), "");
    }

    /** A whole number. */
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
