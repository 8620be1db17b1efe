package org.bridgeconvoy.scenario.text;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Days of the week as keys of a map: {@code mon}, {@code mon-fri}, {@code sat-mon} (Saturday to Monday). */
public final class Days {

    /** Names of the seven days, Monday first. */
    public static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private Days() {}

    /** Whether a key names a day or a range of days. */
    public static boolean isDayKey(String key) {
        return parse(key).isPresent();
    }

    /**
     * Days that a key names, in order; a range may run over the weekend into Monday. Empty if the key names no days.
     */
    public static Optional<List<DayOfWeek>> parse(String key) {
        String[] ends = key.split("-", -1);
        int first = NAMES.indexOf(ends[0].strip());
        int last = NAMES.indexOf(ends[ends.length - 1].strip());
        if (ends.length > 2 || first < 0 || last < 0) {
            return Optional.empty();
        }
        List<DayOfWeek> days = new ArrayList<>();
        for (int day = first; ; day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
            if (day == last) {
                return Optional.of(days);
            }
        }
    }

    /** Name of a day as files write it. */
    public static String name(DayOfWeek day) {
        return NAMES.get(day.getValue() - 1);
    }
}
