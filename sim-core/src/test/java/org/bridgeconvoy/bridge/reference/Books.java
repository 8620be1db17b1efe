package org.bridgeconvoy.bridge.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.Nanos;

/** What a run gives: trips, days, truck-hours by state (section 8). */
final class Books {

    /** A cargo on one day, in milligrams. */
    static final class CargoDay {
        long consigned;
        long delivered;
        long backlog;
    }

    /** A row of daily.csv; the masses by cargo. */
    static final class Day {
        int consignedTrucks;
        int outboundTrucks;
        int deliveredTrucks;
        int returnTrucks;
        int awayTrucks;
        final List<CargoDay> cargoes = new ArrayList<>();
    }

    private final ConvoyConfig config;
    final List<Trip> trips = new ArrayList<>();
    final List<Crossing> crossings = new ArrayList<>();

    /** The rows of traffic.csv, "numbered over all names in the order of joining" (section 4). */
    final List<Crossing> vehicles = new ArrayList<>();

    /** What waited and who was at work between the instants at which anything happened. */
    final List<Moment> history = new ArrayList<>();

    /** "The dates in the window on which control and closures let outbound trucks enter at some time." */
    final Set<Long> openDays = new TreeSet<>();

    /** The cargoes of which no more can appear after the horizon. */
    final Set<Integer> over = new HashSet<>();

    final List<Day> days = new ArrayList<>();

    /** Truck-nanoseconds in the window. */
    final Map<String, BigInteger> states = new TreeMap<>();

    Books(ConvoyConfig config) {
        this.config = config;
        for (long begin = 0; begin < config.horizonNanos(); begin += Nanos.DAY) {
            Day day = new Day();
            config.demand().forEach(s -> day.cargoes.add(new CargoDay()));
            days.add(day);
        }
    }

    Day day(long now) {
        return days.get((int) (now / Nanos.DAY));
    }

    /** Truck-time in a state over {@code [from, to)}, as far as it lies in the window. */
    void spend(String state, long from, long to) {
        long time = to - Math.max(from, config.warmUpNanos());
        if (time > 0) {
            states.merge(state, BigInteger.valueOf(time), BigInteger::add);
        }
    }
}
