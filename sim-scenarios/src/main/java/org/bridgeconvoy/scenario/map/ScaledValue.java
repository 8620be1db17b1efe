package org.bridgeconvoy.scenario.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.Numerals;
import org.bridgeconvoy.scenario.key.DistributionArguments;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A value of a file multiplied by a factor, as a file writes it: a plain value, or every outcome of a distribution with its bounds.
 *
 * @param text the value, without data files
 * @param dimension of the value; null for plain numbers
 * @param whole whether the product is rounded to a whole number
 */
record ScaledValue(String text, @Nullable Dimension dimension, boolean whole) implements DoubleFunction<String> {

    private static final Pattern CALL = Pattern.compile("\\s*([A-Za-z-]+)\\s*\\((.*)\\)\\s*", Pattern.DOTALL);

    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("\\s*([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)\\s*(.*?)\\s*");

    /** The product with a factor. */
    @Override
    public String apply(double factor) {
        BigDecimal by = new BigDecimal(factor);
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            return product(text, by);
        }
        String name = call.group(1);
        List<String> names = DistributionArguments.BY_NAME.getOrDefault(name, List.of());
        List<String> arguments = new ArrayList<>();
        String[] given = call.group(2).split(",", -1);
        for (int i = 0; i < given.length; i++) {
            arguments.add(argument(name, i < names.size() ? names.get(i) : "", given[i].strip(), by));
        }
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private String argument(String distribution, String name, String given, BigDecimal by) {
        int equals = given.indexOf('=');
        if (equals >= 0 && distribution.equals("discrete") && !given.startsWith("m")) {
            return product(given.substring(0, equals), by) + given.substring(equals);
        }
        if (equals >= 0) {
            return given.substring(0, equals + 1) + product(given.substring(equals + 1), by);
        }
        boolean hasNoUnit = name.equals("k") || name.equals("shape");
        return hasNoUnit ? given : product(given, by);
    }

    private String product(String quantity, BigDecimal by) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(quantity);
        BigDecimal number;
        String unit;
        if (matcher.matches()) {
            number = new BigDecimal(matcher.group(1));
            unit = matcher.group(2);
        } else {
            number = base(quantity);
            unit = dimension == null ? "" : dimension.base();
        }
        BigDecimal product = number.multiply(by);
        String shown = whole ? product.setScale(0, RoundingMode.HALF_UP).toPlainString() : Numerals.text(product);
        return unit.isEmpty() ? shown : shown + " " + unit;
    }

    /** A duration in ISO-8601 form. */
    private BigDecimal base(String quantity) {
        try {
            return Quantity.parse(quantity, dimension == null ? Dimension.DURATION : dimension)
                    .value();
        } catch (Invalid e) {
            throw new IllegalStateException("a value that was read a moment ago cannot be read: " + e.text(), e);
        }
    }
}
