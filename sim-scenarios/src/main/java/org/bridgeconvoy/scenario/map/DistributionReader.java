package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.key.DistributionArguments;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.table.SampleTable;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads a quantity or a distribution whose arguments carry their units: {@code lognormal(12 min, 5 min, max=1 h)}. The
 * result is in base units of the dimension.
 */
public final class DistributionReader {

    /** Longest duration of an argument in seconds: 100 years of 365.25 days, as for the horizon. */
    private static final double MAX_SECONDS = 36_525 * 86_400.0;

    /** Largest absolute value of an argument of another dimension, in base units. */
    private static final double MAX_OTHER = 1e12;

    private static final Pattern CALL = Pattern.compile("([A-Za-z][A-Za-z0-9-]*)\\s*\\((.*)\\)", Pattern.DOTALL);

    private static final Pattern NAMED = Pattern.compile("([a-z]+)\\s*=(.*)", Pattern.DOTALL);

    /** Reads a sample file. */
    public interface Samples {
        /** The sample in base units of the dimension. */
        double[] read(String file, Dimension dimension) throws Invalid;
    }

    private final @Nullable Dimension dimension;
    private final Samples samples;
    private final Set<String> units = new LinkedHashSet<>();

    /**
     * A reader of one dimension.
     *
     * @param dimension of the values; null for numbers without a unit
     * @param samples reads the files that {@code empirical()} names
     */
    public DistributionReader(@Nullable Dimension dimension, Samples samples) {
        this.dimension = dimension;
        this.samples = samples;
    }

    /** The units that the texts read so far give. */
    Set<String> units() {
        return units;
    }

    /**
     * Reads a quantity or distribution that is never below 0, in base units; the default of the table if it is missing
     * or wrong.
     */
    static Distribution at(Place place, Dimension dimension) {
        return place.<Distribution>read(text -> notBelowZero(text, place, dimension));
    }

    /**
     * Reads a quantity or distribution that is never below 0, in base units; the fallback if it is missing or wrong.
     */
    static Distribution at(Place place, Dimension dimension, Distribution fallback) {
        return place.read(text -> notBelowZero(text, place, dimension), fallback);
    }

    private static Distribution notBelowZero(String text, Place place, Dimension dimension) throws Invalid {
        Samples samples = (file, of) -> SampleTable.read(file, place, of);
        Distribution read = new DistributionReader(dimension, samples).parse(text);
        if (read.lowerBound() < 0) {
            throw new Invalid("must be >= 0 " + dimension.base() + ", got " + text.strip()
                    + (text.contains("(") ? "; add min=0 " + dimension.base() : ""));
        }
        return read;
    }

    /**
     * The distribution that a text gives, in base units; a quantity is a constant.
     *
     * @throws Invalid if the text is neither, or the arguments do not fit the distribution
     */
    public Distribution parse(String text) throws Invalid {
        String trimmed = text.strip();
        int opened = trimmed.indexOf('(');
        if (opened < 0) {
            if (DistributionArguments.BY_NAME.containsKey(trimmed)) {
                throw new Invalid("lacks the arguments of " + form(trimmed) + ", got " + Texts.shown(text));
            }
            return Distribution.constant(quantity(trimmed, ""));
        }
        Matcher call = CALL.matcher(trimmed);
        if (!call.matches()) {
            throw new Invalid(
                    trimmed.indexOf(')') < 0
                            ? "was cut at a comma by YAML or lacks its ')': put the distribution in quotes, got "
                                    + Texts.shown(text)
                            : "must be one distribution, got " + Texts.shown(text));
        }
        return call(call.group(1), split(call.group(2)));
    }

    /** A distribution by its name, truncated to {@code min} and {@code max} if the arguments give them. */
    private Distribution call(String name, List<String> arguments) throws Invalid {
        if (!DistributionArguments.BY_NAME.containsKey(name)) {
            throw new Invalid("has the unknown distribution " + Texts.shown(name)
                    + Texts.nearest(name, DistributionArguments.BY_NAME.keySet())
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse("; known are " + String.join(", ", DistributionArguments.BY_NAME.keySet())));
        }
        List<String> plain = new ArrayList<>();
        Map<String, Double> bounds = new LinkedHashMap<>();
        for (String argument : arguments) {
            Matcher named = NAMED.matcher(argument.strip());
            if (named.matches()) {
                bound(name, named.group(1), named.group(2), bounds);
            } else {
                plain.add(argument.strip());
            }
        }
        try {
            Distribution made = make(name, plain);
            return bounds.isEmpty()
                    ? made
                    : made.truncated(
                            bounds.getOrDefault("min", Double.NEGATIVE_INFINITY),
                            bounds.getOrDefault("max", Double.POSITIVE_INFINITY));
        } catch (IllegalArgumentException e) {
            throw new Invalid("is not possible" + (dimension == null ? "" : " (values in " + dimension.base() + ")")
                    + ": " + e.getMessage());
        }
    }

    /** Adds one bound of a truncation to {@code bounds}. */
    private void bound(String name, String key, String value, Map<String, Double> bounds) throws Invalid {
        if (!key.equals("min") && !key.equals("max")) {
            throw new Invalid("has the unknown argument '" + key + "' in " + name + "(), known are min and max");
        }
        if (name.equals("constant")) {
            throw new Invalid("must not give " + key + " to a constant");
        }
        if (bounds.put(key, quantity(value, key + " of " + name + "()")) != null) {
            throw new Invalid("gives " + key + " twice in " + name + "()");
        }
    }

    /** A distribution by its name and its arguments without bounds. */
    private Distribution make(String name, List<String> arguments) throws Invalid {
        if (name.equals("discrete")) {
            return discrete(arguments);
        }
        if (name.equals("empirical")) {
            return empirical(arguments);
        }
        List<String> names = DistributionArguments.BY_NAME.getOrDefault(name, List.of());
        if (arguments.size() != names.size() || arguments.contains("")) {
            throw new Invalid("must have the arguments " + form(name) + ", got " + arguments.size() + " of them: "
                    + Texts.shown(name + "(" + String.join(", ", arguments) + ")"));
        }
        double[] x = new double[3];
        for (int i = 0; i < names.size(); i++) {
            String argument = names.get(i);
            x[i] = argument.equals("k") || argument.equals("shape")
                    ? number(arguments.get(i), argument + " of " + name + "()")
                    : quantity(arguments.get(i), argument + " of " + name + "()");
        }
        return switch (name) {
            case "constant" -> Distribution.constant(x[0]);
            case "uniform" -> Distribution.uniform(x[0], x[1]);
            case "triangular" -> Distribution.triangular(x[0], x[1], x[2]);
            case "exponential" -> Distribution.exponential(x[0]);
            case "erlang" -> Distribution.erlang(phases(x[0]), x[1]);
            case "gamma" -> Distribution.gamma(x[0], x[1]);
            case "lognormal" -> Distribution.lognormal(x[0], x[1]);
            case "normal" -> Distribution.normal(x[0], x[1]);
            default -> Distribution.weibull(x[0], x[1]);
        };
    }

    /** The number of phases of an Erlang distribution, from 1 to a million. */
    private static int phases(double k) throws Invalid {
        if (k != Math.rint(k) || k < 1 || k > 1_000_000) {
            throw new Invalid("needs a whole number k >= 1 in erlang(), got " + Texts.number(k));
        }
        return (int) k;
    }

    /** A discrete distribution; its probabilities must add up to 1 within 1e-9. */
    private Distribution discrete(List<String> arguments) throws Invalid {
        double[] values = new double[arguments.size()];
        double[] probabilities = new double[arguments.size()];
        double sum = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String[] pair = arguments.get(i).split("=", -1);
            if (pair.length != 2) {
                throw new Invalid(
                        "must have the arguments " + form("discrete") + ", got " + Texts.shown(arguments.get(i)));
            }
            values[i] = quantity(pair[0], "a value of discrete()");
            probabilities[i] = number(pair[1], "a probability of discrete()");
            sum += probabilities[i];
        }
        if (Math.abs(sum - 1) > 1e-9) {
            throw new Invalid("has probabilities that add up to " + Texts.number(sum) + " in discrete(), not to 1");
        }
        return Distribution.discrete(values, probabilities);
    }

    /** An empirical distribution from a file, or from the values themselves, as a resolved scenario has them. */
    private Distribution empirical(List<String> arguments) throws Invalid {
        String first = arguments.isEmpty() ? "" : arguments.get(0);
        if (first.isEmpty()) {
            throw new Invalid("must have the argument " + form("empirical"));
        }
        if (dimension != null && arguments.size() == 1 && !Quantity.isNumeric(first)) {
            return Distribution.empirical(samples.read(unquoted(first), dimension));
        }
        double[] sample = new double[arguments.size()];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = quantity(arguments.get(i), "a value of empirical()");
        }
        return Distribution.empirical(sample);
    }

    /** The text without a pair of quotes around it. */
    private static String unquoted(String text) {
        char first = text.charAt(0);
        boolean quoted =
                text.length() >= 2 && (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** An argument with its unit; {@code what} names it in messages and may be empty. */
    private double quantity(String text, String what) throws Invalid {
        try {
            if (dimension == null) {
                return Quantity.real(text);
            }
            Quantity read = Quantity.parse(text, dimension);
            units.add(read.unit());
            double value = read.asDouble();
            double limit = dimension == Dimension.DURATION ? MAX_SECONDS : MAX_OTHER;
            if (Math.abs(value) > limit) {
                throw new Invalid("must be at most "
                        + (dimension == Dimension.DURATION ? "100 years" : Texts.number(limit) + " " + dimension.base())
                        + ", got " + Texts.shown(text));
            }
            return value;
        } catch (Invalid e) {
            throw what.isEmpty() ? e : new Invalid("has a wrong " + what + ": it " + e.text());
        }
    }

    /** An argument without a unit; {@code what} names it in messages. */
    private static double number(String text, String what) throws Invalid {
        try {
            return Quantity.real(text);
        } catch (Invalid e) {
            throw new Invalid("has a wrong " + what + ": it " + e.text());
        }
    }

    /** A distribution with the names of its arguments: {@code lognormal(mean, sd)}. */
    static String form(String name) {
        return name + "(" + String.join(", ", DistributionArguments.BY_NAME.getOrDefault(name, List.of())) + ")";
    }

    private static List<String> split(String arguments) {
        return arguments.isBlank() ? List.of() : List.of(arguments.split(",", -1));
    }
}
