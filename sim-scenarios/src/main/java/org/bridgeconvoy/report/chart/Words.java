package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.bridgeconvoy.report.Numbers;

/** Numbers and dates as charts write them. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Words() {}

    /** About three digits, thousands set apart; {@code n/a} for NaN. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        double size = Math.abs(value);
        int digits = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : 2;
        return Numbers.fixed(value, digits);
    }

    /** Minutes in the unit that reads best: {@code 0.5 min}, {@code 73 min}, {@code 3 h 10 min}. */
    static String minutes(double value) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        if (value < 9.95) {
            return Numbers.fixed(value, value == Math.rint(value) ? 0 : 1) + " min";
        }
        long minutes = Math.round(value);
        return minutes < 90
                ? minutes + " min"
                : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    static String date(LocalDate date) {
        return date.format(DATE);
    }

    /** A word in the plural unless there is one of it. */
    static String count(int n, String word) {
        return n + " " + word + (n == 1 ? "" : "s");
    }

    /** A text that takes no more than so many characters. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
