package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.text.Dimension;
import org.jspecify.annotations.Nullable;

/** Reads a station: servers, hours or shifts, service time. */
final class StationMapper {

    /** Most shifts of a station. */
    private static final int MOST_SHIFTS = 100;

    private StationMapper() {}

    /** The station at a place; null if there is none or, with a problem added, if it is wrong. */
    static @Nullable StationConfig station(Place place) {
        int before = place.reading().problems().count();
        if (!place.isPresent() || !place.checkKeys()) {
            return null;
        }
        List<Shift> shifts = place.get("shifts").isPresent() ? shifts(place) : List.of(onlyShift(place));
        Overrun overrun = place.get("overrun").choice().equals("pause") ? Overrun.PAUSE : Overrun.FINISH;
        ServiceTime service = service(place);
        return service == null
                ? null
                : place.make(
                        before,
                        () -> StationConfig.of(1, service).withShifts(shifts).withOverrun(overrun));
    }

    /** The single shift of a station without shifts, from its servers and hours. */
    private static Shift onlyShift(Place station) {
        int servers = (int) station.get("servers").whole(1, ReadingContext.MAX_COUNT);
        return new Shift(HoursReader.read(station.get("hours")), servers);
    }

    /** One of several shifts; without hours it always works. */
    private static Shift shift(Place place) {
        int servers = (int) place.get("servers").whole(1, ReadingContext.MAX_COUNT, 1);
        Place hours = place.get("hours");
        return new Shift(hours.isPresent() ? HoursReader.read(hours) : Hours.always(), servers);
    }

    /** The shifts of a station. Servers and hours beside them are a problem. */
    private static List<Shift> shifts(Place station) {
        for (String key : List.of("servers", "hours")) {
            if (station.get(key).isPresent()) {
                station.get(key)
                        .problem("must not stand beside shifts, each of which has its own " + key + "; '" + key
                                + ": null' removes the value of an extended file");
            }
        }
        Place place = station.get("shifts");
        List<Place> items = place.items();
        List<Shift> shifts = new ArrayList<>();
        if (place.isList() && items.isEmpty()) {
            place.problem("must have at least one shift such as {hours: \"08:00-16:00\", servers: 2}");
        }
        if (items.size() > MOST_SHIFTS) {
            place.problem("must have at most " + MOST_SHIFTS + " entries, got " + items.size());
            return shifts;
        }
        for (Place item : items) {
            if (item.checkKeys()) {
                shifts.add(shift(item));
            }
        }
        return shifts;
    }

    /** The service time, from a time or a rate; null, with a problem added, unless exactly one of them is given. */
    private static @Nullable ServiceTime service(Place place) {
        Place time = place.get("time");
        Place rate = place.get("rate");
        if (time.isPresent() == rate.isPresent()) {
            place.problem("must have either a time or a rate, got " + (time.isPresent() ? "both" : "neither"));
            return null;
        }
        if (rate.isPresent()) {
            double tonnesPerHour = rate.quantity(Dimension.HANDLING_RATE, false, 1);
            return rate.make(place.reading().problems().count(), () -> new ServiceTime.Rated(tonnesPerHour));
        }
        Distribution seconds = DistributionReader.at(time, Dimension.DURATION, Distribution.constant(0));
        return time.make(place.reading().problems().count(), () -> new ServiceTime.Timed(seconds));
    }
}
