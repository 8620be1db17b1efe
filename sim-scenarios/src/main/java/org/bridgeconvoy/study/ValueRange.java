package org.bridgeconvoy.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ranges of values such as {@code 2..8}, {@code 100..400/25} and {@code 20 s..60 s/10 s}. */
final class ValueRange {

    private static final String NUMBER = "(-?\\d{1,12}(?:\\.\\d{1,9})?)";
    private static final String UNIT = "\\s*((?:\\p{L}+|%)(?:/\\p{L}+)?)?\\s*";
    private static final Pattern FORM =
            Pattern.compile(NUMBER + UNIT + "\\.\\." + "\\s*" + NUMBER + UNIT + "(?:/\\s*" + NUMBER + UNIT + ")?");

    private static final int MOST = 100_000;

    private ValueRange() {}

    /**
     * The values of a range, both ends included if a step ends there; the text itself if it is no range: a range of dates stays as it is.
     *
     * @throws IllegalArgumentException with a message for people if the range is empty or lacks a step
     */
    static List<String> values(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return List.of(text);
        }
        String unit = unit(form, text);
        BigDecimal from = new BigDecimal(form.group(1));
        BigDecimal to = new BigDecimal(form.group(3));
        boolean whole = unit.isEmpty() && from.scale() <= 0 && to.scale() <= 0;
        if (form.group(5) == null && !whole) {
            throw new IllegalArgumentException("needs a step, such as '" + text + "/10"
                    + (unit.isEmpty() ? "" : " " + unit) + "', got '" + text + "'");
        }
        BigDecimal step = form.group(5) == null ? BigDecimal.ONE : new BigDecimal(form.group(5));
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("needs a step above 0, got '" + text + "'");
        }
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("has an empty range: '" + text + "' begins above its end");
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.add(step)) {
            if (values.size() == MOST) {
                throw new IllegalArgumentException("has more than " + MOST + " values: '" + text + "'");
            }
            values.add(value.toPlainString() + (unit.isEmpty() ? "" : " " + unit));
        }
        return values;
    }

    /** The one unit of both ends and the step; an end or step without one has that of the other end. */
    private static String unit(Matcher form, String text) {
        String unit = "";
        for (int group : new int[] {2, 4, 6}) {
            String given = form.group(group);
            if (given != null && !unit.isEmpty() && !unit.equals(given)) {
                throw new IllegalArgumentException("must have one unit in both ends and the step, got " + unit + " and "
                        + given + " in '" + text + "'");
            }
            unit = given == null ? unit : given;
        }
        return unit;
    }
}
