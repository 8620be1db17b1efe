package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bridgeconvoy.report.SensitivityWords;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.RoundedNumber;

/** Numbers and dates as charts write them. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Words() {}

    /** A number with about three digits and commas between thousands; {@code n/a} for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        double size = Math.abs(value);
        int digits = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
        String text = Numbers.fixed(value, digits);
        return digits == 1 && text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A time in the units that read best: {@code under 0.1 min}, {@code 0.5 min}, {@code 73 min}, {@code 3 h 10 min}, {@code 7 d 5 h}. */
    static String minutes(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        if (value > 0 && value < 0.05) {
            return "under 0.1 min";
        }
        if (value < 9.95) {
            return Numbers.fixed(value, value == Math.rint(value) ? 0 : 1) + " min";
        }
        long minutes = Math.round(value);
        if (minutes < 90) {
            return minutes + " min";
        }
        if (minutes < 2880) {
            return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        }
        long hours = Math.round(value / 60);
        return hours / 24 + " d" + (hours % 24 == 0 ? "" : " " + hours % 24 + " h");
    }

    /** A time of day: {@code 08:30}; minutes beyond a day or before it are of another day. */
    static String time(int minutes) {
        int hour = Math.floorMod(Math.floorDiv(minutes, 60), 24);
        int minute = Math.floorMod(minutes, 60);
        return (hour < 10 ? "0" : "") + hour + (minute < 10 ? ":0" : ":") + minute;
    }

    /** A date: {@code 23 September 2024}. */
    static String date(LocalDate date) {
        return date.format(DATE);
    }

    /** {@code 1 replication}, {@code 30 replications}. */
    static String count(int n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }

    /** A text of at most {@code most} characters; a longer one is cut and ends in {@code …}. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    /** What a metric is called, by its name in files; the name if it is of no known metric. */
    static String metric(String name) {
        return Metric.find(name).map(Metric::text).orElse(name);
    }

    /** A label with its unit: {@code tonnes delivered a day, t/d}. */
    static String labelled(String words, String unit) {
        return unit.isEmpty() ? words : words + ", " + unit;
    }

    /** A difference with its interval: {@code +530 ± 60}. */
    static String difference(double mean, double halfWidth) {
        return RoundedNumber.difference(mean, halfWidth).signedText().replace(" +- ", " ± ");
    }

    /** A number with its unit. */
    static String withUnit(String number, String unit) {
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** Label of an axis of an uncertain input: its path with the unit of its values. */
    static String input(String path, String unit) {
        return unit.equals("times") ? path + " (1 = as in the file)" : labelled(path, unit);
    }

    /** The end of a path in at most {@code most} characters, which tells more than its beginning: {@code …timetable.outbound}. */
    static String end(String path, int most) {
        if (path.length() <= most) {
            return path;
        }
        String end = path.substring(path.length() - Math.max(most, 2) + 1);
        int dot = end.indexOf('.');
        return "…" + (dot >= 0 && dot < end.length() / 2 ? end.substring(dot + 1) : end);
    }

    /** A choice for people: what a file writes, without braces and quotes. */
    static String choice(String text) {
        return SensitivityWords.plain(text);
    }
}
