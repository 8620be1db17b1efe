package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Times;
import org.jspecify.annotations.Nullable;

/** Reads the bridge and the convoys. */
final class BridgeMapper {

    /** Most closures of a bridge. */
    private static final int MOST_CLOSURES = 10_000;

    /** Days from the start within which times are told apart; their nanoseconds fit 64 bits. */
    private static final long MOST_DAYS = 100_000;

    private final LocalDate start;

    /** The clock of the origin, which gives the times of closures. */
    private final LocalClock clock;

    BridgeMapper(LocalDate start, LocalClock clock) {
        this.start = start;
        this.clock = clock;
    }

    /** The bridge; null, with a problem added, if it is wrong. */
    @Nullable
    BridgeConfig bridge(Place place) {
        int before = place.reading().problems().count();
        if (!place.checkKeys()) {
            return null;
        }
        double length = place.get("length").quantity(Dimension.LENGTH, false, 1);
        Distribution[] speeds = speeds(place.get("speed"), length);
        long headway = place.get("headway").nanos();
        long clearance = place.get("clearance").nanos();
        int lanes = (int) place.get("lanes").whole(1, 2);
        int maxTrucks = (int) place.get("max-trucks").whole(1, Integer.MAX_VALUE, Integer.MAX_VALUE);
        double maxMass = place.get("max-mass").quantity(Dimension.MASS, false, Double.POSITIVE_INFINITY);
        double maxTruckMass = place.get("max-truck-mass").quantity(Dimension.MASS, false, Double.POSITIVE_INFINITY);
        List<Closure> closures = closures(place.get("closures"));
        Breakdowns breakdowns = breakdowns(place.get("breakdowns"));
        ControlRule control = new ControlMapper(lanes, start).control(place.get("control"));
        return control == null
                ? null
                : place.make(
                        before,
                        () -> BridgeConfig.builder()
                                .lengthMetres(length)
                                .speedMetresPerSecond(speeds[0], speeds[1])
                                .headwayNanos(headway)
                                .clearanceNanos(clearance)
                                .lanes(lanes)
                                .maxTrucks(maxTrucks)
                                .maxMassTonnes(maxMass)
                                .maxTruckMassTonnes(maxTruckMass)
                                .closures(closures)
                                .breakdowns(breakdowns)
                                .control(control)
                                .build());
    }

    /** Speeds of loaded and of empty trucks in m/s; one value in the file gives both. */
    private static Distribution[] speeds(Place place, double length) {
        if (place.isMap() && place.checkKeys()) {
            return new Distribution[] {speed(place.get("loaded"), length), speed(place.get("empty"), length)};
        }
        Distribution both = speed(place, length);
        return new Distribution[] {both, both};
    }

    /**
     * A speed in m/s, above 0 and high enough to cross the bridge within 100 years.
     *
     * @param length length of the bridge in metres
     */
    static Distribution speed(Place place, double length) {
        Distribution fallback = Distribution.constant(1);
        Distribution speed = DistributionReader.at(place, Dimension.SPEED, fallback);
        double least = speed.lowerBound();
        if (speed.probabilityBelow(Double.MIN_NORMAL) > 0 || (least == 0 && speed.upperBound() == 0)) {
            place.problem("must be > 0 m/s, got " + place.text());
        } else if (least > 0 && length / least > ReadingContext.MAX_SECONDS.doubleValue()) {
            place.problem("must let a truck cross within 100 years, got " + place.text());
        }
        return speed;
    }

    private List<Closure> closures(Place place) {
        List<Closure> closures = new ArrayList<>();
        List<Place> items = place.items();
        if (items.size() > MOST_CLOSURES) {
            place.problem("must have at most " + MOST_CLOSURES + " entries, got " + items.size());
            return closures;
        }
        for (Place item : items) {
            if (item.checkKeys()) {
                int before = item.reading().problems().count();
                LocalDateTime begin = item.get("from").read(Times::dateTime, start.atStartOfDay());
                LocalDateTime end = item.get("to").read(Times::dateTime, start.atStartOfDay());
                long from = instant(begin);
                long to = instant(end);
                boolean isOutside = isBeyond(start, begin) && begin.isBefore(end);
                if (item.reading().problems().count() == before && from >= to && !isOutside) {
                    item.get("to")
                            .problem("must be later than " + item.path() + ".from ("
                                    + item.get("from").text() + "), got "
                                    + item.get("to").text());
                } else if (from < to) {
                    closures.add(new Closure(from, to));
                }
            }
        }
        return closures;
    }

    /** Nanoseconds since the start; a time beyond the range of the clock gives the end of this range. */
    private long instant(LocalDateTime time) {
        return clock.firstShowing(nanosSince(start, time));
    }

    /**
     * Nanoseconds from 00:00 of the start date to a local time as the wall clock counts, at most 100,000 days either
     * way.
     */
    static long nanosSince(LocalDate start, LocalDateTime time) {
        long days = ChronoUnit.DAYS.between(start, time.toLocalDate());
        if (isBeyond(start, time)) {
            return days < 0 ? -MOST_DAYS * Nanos.DAY : MOST_DAYS * Nanos.DAY;
        }
        return days * Nanos.DAY + time.toLocalTime().toNanoOfDay();
    }

    /** Whether a time lies further from the start than the clock reaches; no run does. */
    private static boolean isBeyond(LocalDate start, LocalDateTime time) {
        return Math.abs(ChronoUnit.DAYS.between(start, time.toLocalDate())) > MOST_DAYS;
    }

    /** Breakdowns on the bridge; null if the file gives none or, with a problem added, if they are wrong. */
    private static @Nullable Breakdowns breakdowns(Place place) {
        int before = place.reading().problems().count();
        if (!place.isPresent() || !place.checkKeys()) {
            return null;
        }
        double probability = place.get("probability").real(0, 1, 0);
        Distribution repair = DistributionReader.at(place.get("repair"), Dimension.DURATION, Distribution.constant(0));
        return place.make(before, () -> new Breakdowns(probability, repair));
    }

    /** The rule of convoys of a direction; null if the file gives none or, with a problem added, if it is wrong. */
    static @Nullable ConvoyRule convoy(Place place) {
        int before = place.reading().problems().count();
        if (!place.isPresent() || !place.checkKeys()) {
            return null;
        }
        int size = (int) place.get("size").whole(1, ReadingContext.MAX_COUNT, Integer.MAX_VALUE);
        long maxWait = place.get("max-wait").nanos(Long.MAX_VALUE);
        List<Long> departures = new ArrayList<>();
        for (Place item : place.get("departures").items()) {
            departures.add(item.read(Times::timeOfDay, 0L));
        }
        boolean exclusive = place.get("exclusive").flag();
        boolean onlySize = maxWait == Long.MAX_VALUE && departures.isEmpty();
        if (onlySize && size == Integer.MAX_VALUE && place.reading().problems().count() == before) {
            place.problem("needs a size, a max-wait or departures, or no truck ever leaves");
        }
        return place.make(before, () -> new ConvoyRule(size, maxWait, departures, exclusive));
    }
}
