package org.bridgeconvoy.words;

import java.util.Arrays;
import java.util.Locale;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.TruckState;

/**
 * What metrics are called in text for people: the words of the catalogue, with the unit where these do not say it. The names of files stand
 * only where someone types them, and in files.
 */
public final class MetricLabel {

    private static final String A_DAY = " a day";

    private MetricLabel() {}

    /** {@code tonnes delivered a day}, {@code cost a day (CNY)}. */
    public static String of(Metric metric) {
        return of(metric, metric.unit());
    }

    /** The label of a metric in a unit of its own, such as that of a currency. */
    public static String of(Metric metric, String unit) {
        String words = metric.text();
        String said = unit(unit);
        if (said.isEmpty() || says(words, said)) {
            return words;
        }
        boolean isADay = words.contains(A_DAY) && said.endsWith(A_DAY);
        return words + " (" + (isADay ? said.substring(0, said.length() - A_DAY.length()) : said) + ")";
    }

    /** The label of the metric of a name; the name if there is no such metric. */
    public static String of(String name) {
        return Metric.find(name).map(MetricLabel::of).orElse(name);
    }

    /** The label of the metric of a name in a unit of its own. */
    public static String of(String name, String unit) {
        return Metric.find(name).map(metric -> of(metric, unit)).orElse(name);
    }

    /** A number with what it is of: {@code 4,120 +- 30 tonnes delivered a day}, {@code cost a day: 12,000 CNY}. */
    public static String with(String number, String name, String unit) {
        String words = Metric.find(name).map(Metric::text).orElse(name);
        String said = unit(unit);
        if (!said.isEmpty() && !said.equals("a day") && says(words, said)) {
            return number + " " + words;
        }
        boolean isADay = words.contains(A_DAY) && (" " + said).endsWith(A_DAY);
        String rest = isADay ? said.substring(0, Math.max(0, said.length() - A_DAY.length())) : said;
        return words + ": " + number + (rest.isEmpty() ? "" : " " + rest);
    }

    /** A state of trucks: {@code export customs: station closed}; its name in files if there is no such state. */
    public static String state(String name) {
        return Arrays.stream(TruckState.values())
                .filter(state -> state.label().equals(name))
                .findFirst()
                .map(MetricLabel::state)
                .orElse(name);
    }

    private static String state(TruckState state) {
        boolean waits = state.activity() != Activity.SERVED && state.activity() != Activity.IDLE;
        return state.where() + (waits ? ": " + state.activity().text() : "");
    }

    /** Whether words for a number say what is counted, as {@code hours of a trip} do. */
    public static boolean says(String words, String unit) {
        return Arrays.asList(words.toLowerCase(Locale.ROOT).split("[^\\w]+", -1))
                .contains(unit.split(" ", 2)[0]);
    }

    /** A unit in words: {@code t/d} is {@code tonnes a day}. */
    public static String unit(String unit) {
        return switch (unit) {
            case "t" -> "tonnes";
            case "h" -> "hours";
            case "min" -> "minutes";
            case "d" -> "days";
            case "t/d" -> "tonnes a day";
            case "h/d" -> "hours a day";
            case "1/d" -> "a day";
            default -> unit.endsWith("/d") ? unit.substring(0, unit.length() - 2) + A_DAY : unit;
        };
    }
}
