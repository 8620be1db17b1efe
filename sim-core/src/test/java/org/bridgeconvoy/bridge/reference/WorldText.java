package org.bridgeconvoy.bridge.reference;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig.Change;
import org.bridgeconvoy.calendar.Nanos;

/** A world as text that people can read: a line for each part, times in hours, of a later world what is different. */
final class WorldText {

    private static final Pattern INTERVAL = Pattern.compile("DayInterval\\[fromNanos=(\\d+), toNanos=(\\d+)]");
    private static final Pattern EVERY_DAY = Pattern.compile(
            "\\{MONDAY=(.*?), TUESDAY=\\1, WEDNESDAY=\\1, THURSDAY=\\1, FRIDAY=\\1, SATURDAY=\\1, SUNDAY=\\1}");
    private static final Pattern NANOS = Pattern.compile("([a-zA-Z]*)Nanos=(-?\\d+)");

    private WorldText() {}

    static String of(ConvoyConfig world) {
        StringBuilder text = new StringBuilder();
        parts(text, "", world, null);
        for (Change change : world.changes()) {
            text.append("from ").append(seconds(change.atNanos())).append(" on:\n");
            parts(text, "  ", change.world(), world);
        }
        return text.toString();
    }

    /** The components of a record that differ from those of another, those of records in it one by one. */
    private static void parts(StringBuilder text, String indent, Record whole, Record before) {
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
            Object value = value(part, whole);
            Object old = before == null ? null : value(part, before);
            if (value == null || part.getName().equals("changes") || (before != null && Objects.equals(value, old))) {
                continue;
            }
            if (value.getClass().getSimpleName().matches("BridgeConfig|BankConfig")) {
                text.append(indent).append(part.getName()).append(":\n");
                parts(text, indent + "  ", (Record) value, (Record) old);
            } else if (!value.toString().equals("[]")) {
                text.append(indent).append(part.getName()).append(": ");
                text.append(readable(value.toString())).append('\n');
            }
        }
    }

    private static Object value(RecordComponent part, Record whole) {
        try {
            return part.getAccessor().invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String readable(String text) {
        String short1 = INTERVAL.matcher(text)
                .replaceAll(m -> clock(Long.parseLong(m.group(1))) + "-" + clock(Long.parseLong(m.group(2))));
        String short2 = EVERY_DAY.matcher(short1).replaceAll(m -> Matcher.quoteReplacement(m.group(1)));
        return NANOS.matcher(short2)
                .replaceAll(m -> m.group(1) + "=" + seconds(Long.parseLong(m.group(2))))
                .replaceAll(", discipline=[^\\]]*", "")
                .replaceAll("[a-zA-Z]+=(\\[]|null|Infinity|2147483647|never|[-+]\\d{9}-\\d\\d-\\d\\d)(, )?", "");
    }

    private static String clock(long timeOfDay) {
        return timeOfDay / Nanos.HOUR + ":" + timeOfDay / Nanos.MINUTE % 60;
    }

    private static String seconds(long nanos) {
        return nanos == Long.MAX_VALUE ? "never" : nanos / 1e9 + " s";
    }
}
