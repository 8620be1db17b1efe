package org.bridgeconvoy.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What TeaVM's class library lacks and the library uses: {@code build.GapFilter} sends the calls here. Outside the compiled module no one calls
 * this.
 */
public final class Gaps {

    private Gaps() {}

    /** {@link String#lines}. */
    public static Stream<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            lines.add(text.substring(from, end));
            boolean both = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
            from = end + (both ? 2 : 1);
        }
        return lines.stream();
    }

    /** {@link Stream#ofNullable}. */
    public static <T> Stream<T> ofNullable(@Nullable T element) {
        return element == null ? Stream.empty() : Stream.of(element);
    }

    /** {@link String#format(Locale, String, Object...)} with {@code %f}, which TeaVM's lacks; digits after the point, a comma for groups. */
    public static String format(@Nullable Locale locale, String format, Object... arguments) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        int i = 0;
        while (i < format.length()) {
            int end = i + 1;
            if (format.charAt(i) == '%') {
                while (!Character.isLetter(format.charAt(end)) && format.charAt(end) != '%') {
                    end++;
                }
                String form = format.substring(i, ++end);
                out.append(form.equals("%%") ? "%" : formatted(locale, form, arguments[next++]));
            } else {
                out.append(format.charAt(i));
            }
            i = end;
        }
        return out.toString();
    }

    private static String formatted(@Nullable Locale locale, String form, Object argument) {
        if (!form.endsWith("f") || !(argument instanceof Double value) || value.isNaN() || value.isInfinite()) {
            return String.format(locale, form, argument);
        }
        int point = form.indexOf('.');
        int digits = point < 0 ? 6 : Integer.parseInt(form.substring(point + 1, form.length() - 1));
        String text = new BigDecimal(value.toString())
                .setScale(digits, RoundingMode.HALF_UP)
                .toPlainString();
        String signed = value < 0 && !text.startsWith("-") ? "-" + text : text;
        return form.startsWith("%,") ? grouped(signed) : signed;
    }

    private static String grouped(String number) {
        int end = number.indexOf('.') < 0 ? number.length() : number.indexOf('.');
        int start = number.startsWith("-") ? 1 : 0;
        StringBuilder out = new StringBuilder(number);
        for (int at = end - 3; at > start; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }

    /** A view that no one may change; the module's own code changes none, so it is the map itself. */
    public static <K, V> SortedMap<K, V> unmodifiable(SortedMap<K, ? extends V> map) {
        @SuppressWarnings("unchecked")
        SortedMap<K, V> same = (SortedMap<K, V>) map;
        return same;
    }

    /** {@link Math#multiplyHigh}: four products of halves (Hacker's Delight, section 8-2). */
    public static long multiplyHigh(long a, long b) {
        long aLow = a & 0xffffffffL;
        long aHigh = a >> 32;
        long bLow = b & 0xffffffffL;
        long bHigh = b >> 32;
        long middle = aHigh * bLow + (aLow * bLow >>> 32);
        long carry = aLow * bHigh + (middle & 0xffffffffL);
        return aHigh * bHigh + (middle >> 32) + (carry >> 32);
    }

    /** The SHA-256 of a data file: the module reads no files. */
    @SuppressWarnings("DoNotCallSuggester") // Called by no source: calls of another method are sent here.
    public static String sum(byte[] bytes) {
        throw new UnsupportedOperationException("a page reads no data files, got one of " + bytes.length + " bytes");
    }
}
