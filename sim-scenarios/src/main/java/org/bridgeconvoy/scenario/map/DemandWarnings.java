package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Texts;

/**
 * Warns about streams of which nothing, or almost nothing, can appear during the run, and about series of factors that
 * lie outside it.
 */
final class DemandWarnings {

    /** Expected number of truckloads or vehicles below which most replications have none. */
    private static final double HARDLY_ANY = 0.5;

    private final BridgeModel model;
    private final ConvoyConfig world;
    private final Place top;
    /** Number of days of the run, the last one perhaps in part. */
    private final int days;

    DemandWarnings(BridgeModel model, Place top) {
        this.model = model;
        this.world = model.config();
        this.top = top;
        days = (int) ((world.horizonNanos() - 1) / Nanos.DAY) + 1;
    }

    /** Adds the warnings for all streams. */
    void warn() {
        demand();
        traffic();
    }

    private void demand() {
        List<CargoStream> streams = world.demand();
        boolean nothing = true;
        for (int i = 0; i < streams.size(); i++) {
            CargoStream stream = streams.get(i);
            double expected = isBuiltIn(stream.arrivals()) ? model.expectedTruckloads(i) : HARDLY_ANY;
            nothing &= expected == 0;
            Place demand = top.get("demand");
            if (demand.isMap() && demand.get(stream.cargo()).isPresent()) {
                stream(demand.get(stream.cargo()), Accrual.of(stream), expected, "truckload", "is consigned");
            }
        }
        if (nothing && world.hasTrucks()) {
            Place at = top.get(top.get("demand").isPresent() ? "demand" : "consignments");
            warn(at, "nothing is consigned in this run: every count will be 0 and every time n/a");
        }
    }

    private void traffic() {
        List<TrafficStream> streams = world.traffic();
        boolean nothing = true;
        for (int i = 0; i < streams.size(); i++) {
            TrafficStream stream = streams.get(i);
            double expected = isBuiltIn(stream.arrivals()) ? model.expectedVehicles(i) : HARDLY_ANY;
            nothing &= expected == 0;
            stream(top.get("traffic").get(stream.name()), Accrual.of(stream), expected, "vehicle", "appears");
        }
        if (nothing && !world.hasTrucks()) {
            warn(top.get("traffic"), "no vehicle appears in this run: every count will be 0 and every time n/a");
        }
    }

    /**
     * Warns about one stream.
     *
     * @param expected expected number over the run
     * @param one what the stream brings: {@code truckload}
     * @param verb how it appears: {@code is consigned}
     */
    private void stream(Place place, Accrual accrual, double expected, String one, String verb) {
        if (expected == 0) {
            warn(place, "no " + one + " of it " + verb + ": " + reason(accrual, one));
        } else if (expected < HARDLY_ANY) {
            String mean = String.format(Locale.ROOT, "%.2g", expected);
            warn(place, "about " + mean + " " + one + "s are expected over the run: most replications have none");
        }
        series(place.get("profile").get("series"));
    }

    /** Whether the expected number is known: a pattern from outside this library may let anything appear. */
    private static boolean isBuiltIn(ArrivalPattern arrivals) {
        return arrivals instanceof PoissonArrivals
                || arrivals instanceof EvenArrivals
                || arrivals instanceof DailyArrivals;
    }

    private static void warn(Place place, String message) {
        place.reading().problems().warn(place.position(), place.path() + ": " + message);
    }

    /** Why nothing of a stream appears, the first reason that applies. */
    private String reason(Accrual accrual, String one) {
        if (!world.changes().isEmpty()) {
            return "no " + one + " accrues before the horizon, before and after the changes";
        }
        if (!accrual.hasRate()) {
            return "its rate is 0";
        }
        LocalDate last = world.start().plusDays(days - 1L);
        if (accrual.from().isAfter(last) || accrual.until().isBefore(world.start())) {
            return "its dates (from, until) lie outside the run, " + world.start() + " to " + last;
        }
        if (IntStream.range(0, days).noneMatch(day -> accrues(accrual, day))) {
            return "the factors of its profile multiply to 0 on each of its days in the run";
        }
        return IntStream.range(0, days).noneMatch(day -> accrues(accrual, day) && isOpen(accrual, day))
                ? "its hours lie on no day of the run on which its profile is above 0"
                : "less than a whole " + one + " accrues and is released before the horizon";
    }

    /** When a stream accrues: what cargo streams and through traffic have in common. */
    private record Accrual(boolean hasRate, LocalDate from, LocalDate until, Hours hours, List<DayFactor> profile) {

        static Accrual of(CargoStream stream) {
            return new Accrual(stream.isDrawn(), stream.from(), stream.until(), stream.hours(), stream.profile());
        }

        static Accrual of(TrafficStream stream) {
            return new Accrual(stream.vehicles() > 0, stream.from(), stream.until(), stream.hours(), stream.profile());
        }
    }

    /** Whether dates and profile let a stream accrue on a day of the run. */
    private boolean accrues(Accrual accrual, int day) {
        LocalDate date = world.start().plusDays(day);
        if (date.isBefore(accrual.from()) || date.isAfter(accrual.until())) {
            return false;
        }
        for (DayFactor factor : accrual.profile()) {
            if (factor.factor(day, date) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the hours of a stream have an interval on a day that begins before the horizon. */
    private boolean isOpen(Accrual accrual, int day) {
        return accrual.hours().on(world.start().plusDays(day).getDayOfWeek()).stream()
                .anyMatch(interval -> day * Nanos.DAY + interval.fromNanos() < world.horizonNanos());
    }

    /** Warns about a series with no day in the run, which is probably of another year. */
    private void series(Place place) {
        if (!place.isPresent()) {
            return;
        }
        SortedMap<Integer, Double> series = DayNumbers.series(place, world.start());
        if (series.size() > 1 && series.lastKey() < 0) {
            warn(
                    place,
                    "all " + series.size() + " days lie before the start of the run, the last on "
                            + world.start().plusDays(series.lastKey()) + "; its factor, "
                            + Texts.number(series.getOrDefault(series.lastKey(), 1.0))
                            + ", holds throughout");
        } else if (!series.isEmpty() && series.firstKey() >= days) {
            warn(
                    place,
                    "all of its days (" + series.size() + ") lie after the end of the run, the first on "
                            + world.start().plusDays(series.firstKey()) + "; the factor is 1 throughout");
        }
    }
}
