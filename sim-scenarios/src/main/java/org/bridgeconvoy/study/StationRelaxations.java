package org.bridgeconvoy.study;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LongerHours;
import org.bridgeconvoy.calendar.Nanos;
import org.jspecify.annotations.Nullable;

/** The constraints of each station: its servers, hours and times. */
final class StationRelaxations {

    private static final long HALF_AN_HOUR = 30 * Nanos.MINUTE;

    private final RelaxationList list;

    private StationRelaxations(RelaxationList list) {
        this.list = list;
    }

    static void addTo(RelaxationList list) {
        StationRelaxations stations = new StationRelaxations(list);
        stations.add(new Place("origin.loading", "loading", true, true));
        stations.add(new Place("origin.customs", "export customs", true, false));
        stations.add(new Place("destination.customs", "import customs", false, false));
        stations.add(new Place("destination.unloading", "unloading", false, true));
        if (!list.worlds().get(0).ownStages().isEmpty()) {
            list.add("own stages", "the library does not know what of a stage of the modeler's own could be relaxed");
        }
    }

    /** Where a station stands. */
    private record Place(String path, String name, boolean atOrigin, boolean handling) {

        @Nullable
        StationConfig station(ConvoyConfig config) {
            BankConfig bank = atOrigin ? config.origin() : config.destination();
            return handling ? bank.handling() : bank.customs();
        }

        ConvoyConfig with(ConvoyConfig config, StationConfig station) {
            BankConfig bank = atOrigin ? config.origin() : config.destination();
            BankConfig changed = handling ? bank.withHandling(station) : bank.withCustoms(station);
            return atOrigin
                    ? config.withBanks(changed, config.destination())
                    : config.withBanks(config.origin(), changed);
        }
    }

    private void add(Place place) {
        add(
                place,
                s -> true,
                ".servers",
                "servers of ",
                s -> s.servers() + " to " + Steps.more(s.servers()),
                s -> s.withServers(Steps.more(s.servers())));
        add(
                place,
                s -> isRelaxable(s.hours()),
                ".hours",
                "hours of ",
                s -> "half an hour more at each end",
                s -> s.withHours(LongerHours.extended(s.hours(), HALF_AN_HOUR)));
        add(
                place,
                s -> s.service() instanceof ServiceTime.Timed timed
                        && timed.seconds().mean() > 0,
                ".time",
                "time of ",
                s -> "a tenth less",
                StationRelaxations::faster);
        add(
                place,
                s -> s.service() instanceof ServiceTime.Rated,
                ".rate",
                "rate of ",
                s -> "a tenth more",
                StationRelaxations::faster);
    }

    private void add(
            Place place,
            Predicate<StationConfig> exists,
            String setting,
            String name,
            java.util.function.Function<StationConfig, String> change,
            UnaryOperator<StationConfig> relax) {
        Predicate<ConvoyConfig> there = c -> {
            StationConfig station = place.station(c);
            return station != null && exists.test(station);
        };
        list.firstWith(there)
                .map(place::station)
                .ifPresent(first -> list.add(
                        place.path() + setting,
                        name + place.name(),
                        change.apply(first),
                        c -> relaxed(c, place, exists, relax)));
    }

    private static ConvoyConfig relaxed(
            ConvoyConfig config, Place place, Predicate<StationConfig> exists, UnaryOperator<StationConfig> relax) {
        StationConfig station = place.station(config);
        return station != null && exists.test(station) ? place.with(config, relax.apply(station)) : config;
    }

    private static boolean isRelaxable(Hours hours) {
        return !hours.isAlways() && !hours.isNever();
    }

    private static StationConfig faster(StationConfig station) {
        ServiceTime service = station.service() instanceof ServiceTime.Timed timed
                ? new ServiceTime.Timed(timed.seconds().scaled(1 - RelaxationList.SHARE))
                : new ServiceTime.Rated(
                        ((ServiceTime.Rated) station.service()).tonnesPerHour() * (1 + RelaxationList.SHARE));
        return new StationConfig(station.servers(), service, station.hours(), station.overrun(), station.discipline());
    }
}
