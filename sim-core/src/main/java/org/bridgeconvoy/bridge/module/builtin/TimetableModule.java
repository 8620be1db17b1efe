package org.bridgeconvoy.bridge.module.builtin;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;

/** {@code timetable}. */
public final class TimetableModule implements ControlModule {

    private static final long WEEK = 7 * Nanos.DAY;

    /** Made by the service loader. */
    public TimetableModule() {}

    @Override
    public String name() {
        return "timetable";
    }

    @Override
    public String about() {
        return "Each direction has hours of its own.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.hours("outbound", "Hours in which outbound trucks may enter.")
                        .required(),
                Setting.hours("return", "Hours in which return trucks may enter.")
                        .required(),
                Setting.choice(
                                "last-entry",
                                List.of("enter", "clear"),
                                "Whether a truck may enter until the hours end, or only if it also clears the bridge by then.")
                        .withFallback("enter"));
    }

    @Override
    public ControlRule create(Settings settings, int lanes) {
        Hours outbound = settings.hours("outbound");
        Hours inbound = settings.hours("return");
        if (lanes == 1) {
            refuseOverlap(settings, outbound, inbound);
        }
        LastEntry lastEntry = settings.text("last-entry").equals("clear") ? LastEntry.CLEAR : LastEntry.ENTER;
        return new Timetable(outbound, inbound, lastEntry);
    }

    private static void refuseOverlap(Settings settings, Hours outbound, Hours inbound) {
        for (Span out : spans(outbound)) {
            for (Span in : spans(inbound)) {
                if (out.overlaps(in)) {
                    settings.refuse(
                            "return",
                            "overlaps " + settings.where("outbound") + " on the one lane: return " + in + ", outbound "
                                    + out);
                    return;
                }
            }
        }
    }

    /** An interval on the circle of the week. */
    private record Span(DayOfWeek day, DayInterval interval) {

        boolean overlaps(Span other) {
            long from = begin();
            long otherFrom = other.begin();
            return Math.floorMod(otherFrom - from, WEEK) < interval.lengthNanos()
                    || Math.floorMod(from - otherFrom, WEEK) < other.interval.lengthNanos();
        }

        private long begin() {
            return (day.getValue() - 1) * Nanos.DAY + interval.fromNanos();
        }

        @Override
        public String toString() {
            return day.name().substring(0, 3).toLowerCase(Locale.ROOT) + " " + clock(interval.fromNanos()) + "-"
                    + clock(interval.toNanos());
        }

        private static String clock(long nanos) {
            long minutes = (nanos > Nanos.DAY ? nanos - Nanos.DAY : nanos) / Nanos.MINUTE;
            return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
        }
    }

    private static List<Span> spans(Hours hours) {
        List<Span> spans = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            for (DayInterval interval : hours.on(day)) {
                spans.add(new Span(day, interval));
            }
        }
        return spans;
    }
}
