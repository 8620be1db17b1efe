package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bridgeconvoy.report.Numbers;

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

    /** A time in the units that read best: {@code 0.5 min}, {@code 73 min}, {@code 3 h 10 min}, {@code 7 d 5 h}. */
    static String minutes(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
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
}
