package org.bridgeconvoy.study;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LongerHours;
import org.bridgeconvoy.calendar.Nanos;
import org.jspecify.annotations.Nullable;

/** Relaxations of each station: its servers, hours and service times. */
final class StationRelaxations {

    private static final long HALF_AN_HOUR = 30 * Nanos.MINUTE;

    private final RelaxationList list;

    private StationRelaxations(RelaxationList list) {
        this.list = list;
    }

    /** Adds the relaxations of all stations that the worlds of a list have. */
    static void addTo(RelaxationList list) {
        StationRelaxations stations = new StationRelaxations(list);
        stations.add(new Place("origin.loading", "loading", true, true, false));
        stations.add(new Place("origin.customs", "export customs", true, false, false));
        stations.add(new Place("destination.customs", "import customs", false, false, false));
        stations.add(new Place("destination.unloading", "unloading", false, true, false));
        if (list.worlds().get(0).hasReturnLoads()) {
            stations.add(new Place("destination.loading", "loading for return", false, true, true));
            stations.add(new Place("destination.export", "export customs for return", false, false, true));
            stations.add(new Place("origin.import", "import customs on return", true, false, true));
            stations.add(new Place("origin.unloading", "unloading on return", true, true, true));
        }
        if (!list.worlds().get(0).ownStages().isEmpty()) {
            list.add("own stages", "the library does not know what of a stage of the modeler's own could be relaxed");
        }
    }

    /** Where a station stands. */
    private record Place(String path, String name, boolean atOrigin, boolean handling, boolean onReturn) {

        @Nullable
        StationConfig station(ConvoyConfig config) {
            BankConfig bank = atOrigin ? config.origin() : config.destination();
            if (onReturn) {
                return handling ? bank.returnHandling() : bank.returnCustoms();
            }
            return handling ? bank.handling() : bank.customs();
        }

        private BankConfig changed(BankConfig bank, StationConfig station) {
            if (onReturn) {
                return handling ? bank.withReturnHandling(station) : bank.withReturnCustoms(station);
            }
            return handling ? bank.withHandling(station) : bank.withCustoms(station);
        }

        ConvoyConfig with(ConvoyConfig config, StationConfig station) {
            BankConfig bank = atOrigin ? config.origin() : config.destination();
            BankConfig changed = changed(bank, station);
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
                StationRelaxations::moreServersText,
                s -> s.withShifts(s.shifts().stream()
                        .map(shift -> new Shift(shift.hours(), Steps.more(shift.servers())))
                        .toList()));
        add(
                place,
                s -> !longer(s).equals(s),
                ".hours",
                "hours of ",
                s -> "half an hour more at each end",
                StationRelaxations::longer);
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

    /** The world with a station relaxed; unchanged if it has no such station or the station lacks the constraint. */
    private static ConvoyConfig relaxed(
            ConvoyConfig config, Place place, Predicate<StationConfig> exists, UnaryOperator<StationConfig> relax) {
        StationConfig station = place.station(config);
        return station != null && exists.test(station) ? place.with(config, relax.apply(station)) : config;
    }

    /** Words for more servers: from how many to how many, once for shifts that change alike. */
    private static String moreServersText(StationConfig station) {
        return station.shifts().stream()
                .map(shift -> shift.servers() + " to " + Steps.more(shift.servers()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The station open half an hour more at each end of its hours, over all shifts together. */
    private static StationConfig longer(StationConfig station) {
        List<Hours> longer = LongerHours.extendedAtEnds(
                station.shifts().stream().map(Shift::hours).toList(), HALF_AN_HOUR);
        return station.withShifts(IntStream.range(0, longer.size())
                .mapToObj(i -> new Shift(longer.get(i), station.shifts().get(i).servers()))
                .toList());
    }

    /** The station with service times a tenth shorter, or a rate a tenth higher. */
    private static StationConfig faster(StationConfig station) {
        ServiceTime service = station.service() instanceof ServiceTime.Timed timed
                ? new ServiceTime.Timed(timed.seconds().scaled(1 - RelaxationList.SHARE))
                : new ServiceTime.Rated(
                        ((ServiceTime.Rated) station.service()).tonnesPerHour() * (1 + RelaxationList.SHARE));
        return station.withService(service);
    }
}
