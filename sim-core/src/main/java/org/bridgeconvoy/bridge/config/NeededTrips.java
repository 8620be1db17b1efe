package org.bridgeconvoy.bridge.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/** Whether the listed consignments need more trips than the fleet can make by the horizon; a bound, not an estimate. */
final class NeededTrips {

    private static final double SECONDS_PER_HOUR = 3600;

    private NeededTrips() {}

    /** The warning, if there is one. Of several worlds in a run, the best one counts for the whole time. */
    static Optional<String> check(List<ConvoyConfig> worlds) {
        ConvoyConfig first = worlds.get(0);
        List<Consignment> listed = first.consignments().stream()
                .filter(c -> c.atNanos() < first.horizonNanos())
                .toList();
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        double needed = Math.max(trips(listed, first, worlds, false), trips(listed, first, worlds, true));
        double made = worlds.stream()
                .mapToDouble(w -> most(w, listed.get(0).atNanos()))
                .max()
                .orElse(0);
        return needed <= made
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "what is listed needs %,.0f trips, the fleet makes at most about %,.0f by the horizon",
                        needed,
                        Math.ceil(made)));
    }

    /** Trips needed for the listed consignments of one direction: a trip takes at most one load each way. */
    private static double trips(
            List<Consignment> listed, ConvoyConfig first, List<ConvoyConfig> worlds, boolean isReturn) {
        Set<String> cargoes = first.demand().stream()
                .filter(s -> s.isReturn() == isReturn)
                .map(CargoStream::cargo)
                .collect(Collectors.toSet());
        return listed.stream()
                .filter(c -> cargoes.contains(c.cargo()))
                .mapToDouble(c -> trips(c, worlds))
                .sum();
    }

    private static double trips(Consignment row, List<ConvoyConfig> worlds) {
        double carrying = worlds.stream()
                .flatMap(w -> w.demand().stream()
                        .filter(s -> s.cargo().equals(row.cargo()))
                        .map(w::carryingTonnes))
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return carrying > 0 ? Math.ceil(row.tonnes() / carrying) : 1;
    }

    /** Upper bound on the trips from an instant to the horizon: trucks never wait, and the lane is never idle. */
    private static double most(ConvoyConfig world, long from) {
        BridgeConfig bridge = world.bridge();
        long horizon = world.horizonNanos();
        double loaded = bridge.lengthMetres() / bridge.loadedSpeed().mean();
        double empty = bridge.lengthMetres() / bridge.emptySpeed().mean();
        double seconds = Nanos.toSeconds(horizon - from);
        double byTrucks = 0;
        for (TruckClass truckClass : world.fleet()) {
            double carrying = truckClass.carryingTonnes(bridge.maxTruckMassTonnes());
            double cycle =
                    loaded + empty + mean(truckClass.turnaroundSeconds()) + services(world, carrying) + roads(world);
            byTrucks += truckClass.trucks() * Math.ceil(seconds / cycle);
        }
        if (bridge.headwayNanos() == 0) {
            return byTrucks;
        }
        long given = bridge.control()
                .plan(world.bridgeCalendar(), horizon)
                .givenNanos(Direction.OUTBOUND, from, horizon, Nanos.delayOfSeconds(loaded));
        return Math.min(byTrucks, Math.ceil((double) given / bridge.headwayNanos()));
    }

    private static double services(ConvoyConfig world, double carrying) {
        double sum = 0;
        for (BankConfig bank : List.of(world.origin(), world.destination())) {
            for (StationConfig station : bank.stations()) {
                sum += station.service() instanceof ServiceTime.Rated rated
                        ? rated(carrying, rated.tonnesPerHour())
                        : mean(((ServiceTime.Timed) station.service()).seconds());
            }
        }
        return sum;
    }

    /** Time on the roads of both banks, there and back. */
    private static double roads(ConvoyConfig world) {
        double sum = 0;
        for (BankConfig bank : List.of(world.origin(), world.destination())) {
            Distribution road = bank.roadSeconds();
            sum += road == null ? 0 : 2 * mean(road);
        }
        return sum;
    }

    /** Service time of a full truck; 0 if no payload limits it. */
    private static double rated(double tonnes, double perHour) {
        return Double.isInfinite(tonnes) ? 0 : Math.max(0, tonnes) * SECONDS_PER_HOUR / perHour;
    }

    private static double mean(Distribution seconds) {
        return Double.isFinite(seconds.mean()) ? seconds.mean() : 0;
    }
}
