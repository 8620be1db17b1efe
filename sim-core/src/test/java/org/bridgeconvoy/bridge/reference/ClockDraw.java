package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.bridgeconvoy.calendar.TimeZone;

/**
 * Draws the clocks of both banks and the date of the start. Named zones lie in years that are over, in which all versions of the table
 * of zones agree.
 */
final class ClockDraw {

    /** Dates about which a zone changes its clock. */
    private enum ClockChange {
        /** 02:00 to 03:00. */
        WARSAW_FORWARD("Europe/Warsaw", "2024-03-31"),
        /** 03:00 to 02:00. */
        WARSAW_BACK("Europe/Warsaw", "2024-10-27"),
        NEW_YORK_FORWARD("America/New_York", "2024-03-10"),
        NEW_YORK_BACK("America/New_York", "2024-11-03"),
        /** 00:00 to 01:00: the date has no midnight. */
        HAVANA_FORWARD("America/Havana", "2024-03-10"),
        /** 01:00 to 00:00: midnight comes twice. */
        HAVANA_BACK("America/Havana", "2024-11-03"),
        /** 00:00 to 23:00 of the day before. */
        BEIRUT_BACK("Asia/Beirut", "2021-10-31"),
        /** Half an hour, 02:00 to 01:30. */
        LORD_HOWE_BACK("Australia/Lord_Howe", "2024-04-07"),
        /** For good, 23:30 of the day before to 00:00. */
        PYONGYANG_FORWARD("Asia/Pyongyang", "2018-05-05"),
        /** The date is skipped. */
        APIA_FORWARD("Pacific/Apia", "2011-12-30");

        private final String zone;
        private final LocalDate date;

        ClockChange(String zone, String date) {
            this.zone = zone;
            this.date = LocalDate.parse(date);
        }
    }

    private final LocalDate start;
    private final TimeZone origin;
    private final TimeZone destination;

    ClockDraw(Dice dice) {
        boolean here = dice.has("origin.time-zone");
        boolean there = dice.has("destination.time-zone");
        ClockChange change = dice.oneOf(ClockChange.values());
        start = here || there ? change.date.minusDays(dice.between(0, 2)) : LocalDate.of(2024, 1, dice.between(1, 7));
        if (here) {
            // Where both have one, one of them need not be that of the change.
            origin = TimeZone.of(there ? dice.oneOf(change.zone, change.zone, "Asia/Shanghai") : change.zone);
        } else {
            dice.note("origin.utc-offset");
            origin = TimeZone.fixed(ZoneOffset.of("+08:00"));
        }
        if (there) {
            destination = TimeZone.of(
                    here ? dice.oneOf(change.zone, "Europe/London", "America/New_York", "Asia/Kolkata") : change.zone);
        } else if (dice.has("destination.utc-offset")) {
            destination = TimeZone.fixed(
                    dice.oneOf(ZoneOffset.of("+09:00"), ZoneOffset.of("+05:30"), ZoneOffset.of("-03:00")));
        } else {
            // "A bank that gives neither has the other's." (Section 2)
            destination = origin;
        }
    }

    LocalDate start() {
        return start;
    }

    TimeZone origin() {
        return origin;
    }

    TimeZone destination() {
        return destination;
    }
}
