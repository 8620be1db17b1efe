package org.bridgeconvoy.scenario;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as files write them. */
public final class Numerals {

    /** One digit fewer than a double may need: what unit conversions add in the last digit is not shown. */
    private static final MathContext DIGITS = new MathContext(15);

    private Numerals() {}

    /** A finite number in decimal notation with up to 15 significant digits. */
    public static String text(double value) {
        return text(new BigDecimal(value));
    }

    /** A number in decimal notation with up to 15 significant digits. */
    public static String text(BigDecimal value) {
        BigDecimal rounded = value.round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
