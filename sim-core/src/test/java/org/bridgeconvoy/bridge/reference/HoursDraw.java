package org.bridgeconvoy.bridge.reference;

import java.time.DayOfWeek;
import org.bridgeconvoy.calendar.Hours;

/** Hours of all kinds: within a day, in parts, over midnight, by days of the week, touching. */
final class HoursDraw {

    private HoursDraw() {}

    static Hours hours(Dice dice) {
        return dice.oneOf(
                Hours.daily("08:00-17:00"),
                Hours.daily("06:00-22:00"),
                Hours.daily("08:00-12:00", "13:00-17:00"),
                Hours.daily("19:00-05:00"),
                Hours.daily("02:30-03:30", "23:40-01:50"),
                Hours.daily("08:00-09:00", "09:00-12:00", "12:30-20:00"),
                Hours.daily("00:10-23:50"),
                Hours.daily("20:00-20:30", "21:00-02:00"),
                Hours.always().with(DayOfWeek.SUNDAY).with(DayOfWeek.SATURDAY, "10:00-11:30"),
                Hours.daily("07:00-19:00").with(DayOfWeek.SUNDAY).with(DayOfWeek.TUESDAY, "23:00-06:30"),
                Hours.always().with(DayOfWeek.WEDNESDAY, "00:00-12:00"));
    }
}
