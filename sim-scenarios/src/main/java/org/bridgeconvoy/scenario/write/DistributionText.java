package org.bridgeconvoy.scenario.write;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.map.DistributionReader;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;

/** Writes a distribution with the units of its arguments: {@code lognormal(720 s, 300 s, max=3600 s)}. */
final class DistributionText {

    private static final Pattern CALL = Pattern.compile("([a-z]+)\\((.*)\\)");

    /** Distributions whose first argument is a number without a unit. */
    private static final List<String> SHAPED = List.of("erlang", "gamma", "weibull");

    /**
     * How often the probabilities of a discrete distribution are tried, since reading divides them by their sum: as they are, with fewer digits,
     * then larger by a little more each time, until all quotients are rounded to the ones wanted.
     */
    private static final int TRIES = 1000;

    private static final int FEWER_DIGITS = 4;
    private static final int ALL_DIGITS = 17;
    private static final double LITTLE = 0x1p-45;

    private final Refusals refusals;

    DistributionText(Refusals refusals) {
        this.refusals = refusals;
    }

    /** The text that reads as a distribution; one that no text gives is refused. */
    String of(Distribution distribution, Dimension dimension, String path) {
        int tries = distribution.written().startsWith("discrete(") ? TRIES : 1;
        for (int attempt = 0; attempt < tries; attempt++) {
            String text = text(distribution, dimension, attempt);
            if (isReadAs(text, dimension, distribution)) {
                return text;
            }
        }
        refusals.add(path, distribution + " (" + dimension.base() + "), which no text of a file gives exactly");
        return "0 " + dimension.base();
    }

    private static boolean isReadAs(String text, Dimension dimension, Distribution distribution) {
        try {
            return new DistributionReader(dimension, (file, of) -> new double[0])
                    .parse(text)
                    .equals(distribution);
        } catch (Invalid e) {
            return false;
        }
    }

    private static String text(Distribution distribution, Dimension dimension, int attempt) {
        Matcher call = CALL.matcher(distribution.written());
        if (!call.matches()) {
            return "";
        }
        String name = call.group(1);
        String unit = " " + dimension.base();
        if (name.equals("constant")) {
            return plain(call.group(2)) + unit;
        }
        List<String> arguments = new ArrayList<>();
        for (String argument : call.group(2).split(", ", -1)) {
            boolean isNumber = arguments.isEmpty() && SHAPED.contains(name);
            int sign = argument.indexOf('=');
            if (name.equals("discrete") && sign > 0) {
                arguments.add(plain(argument.substring(0, sign)) + unit + "="
                        + probability(argument.substring(sign + 1), attempt));
            } else if (sign > 0) {
                arguments.add(argument.substring(0, sign + 1) + plain(argument.substring(sign + 1)) + unit);
            } else {
                arguments.add(plain(argument) + (isNumber ? "" : unit));
            }
        }
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private static String plain(String number) {
        try {
            return Values.quantity(Double.parseDouble(number), "").strip();
        } catch (NumberFormatException e) {
            // Of a distribution that files do not have; reading it will say so.
            return number;
        }
    }

    private static String probability(String number, int attempt) {
        if (attempt < FEWER_DIGITS) {
            return new BigDecimal(number)
                    .round(new MathContext(ALL_DIGITS - attempt))
                    .toString();
        }
        return Double.toString(Double.parseDouble(number) * (1 + attempt * LITTLE));
    }
}
