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
import org.bridgeconvoy.result.Stage;

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
        boolean hasReturnLoads = list.worlds().get(0).hasReturnLoads();
        for (Stage stage : Stage.values()) {
            if (hasReturnLoads || !stage.isOfReturnLoad()) {
                stations.add(stage);
            }
        }
        if (!list.worlds().get(0).ownStages().isEmpty()) {
            list.add("own stages", "the library does not know what of a stage of the modeler's own could be relaxed");
        }
    }

    /** The world with another station in a stage. */
    private static ConvoyConfig with(ConvoyConfig config, Stage stage, StationConfig station) {
        BankConfig origin = config.origin();
        BankConfig destination = config.destination();
        return switch (stage) {
            case LOAD -> config.withBanks(origin.withHandling(station), destination);
            case EXPORT -> config.withBanks(origin.withCustoms(station), destination);
            case IMPORT -> config.withBanks(origin, destination.withCustoms(station));
            case UNLOAD -> config.withBanks(origin, destination.withHandling(station));
            case RETURN_LOAD -> config.withBanks(origin, destination.withReturnHandling(station));
            case RETURN_EXPORT -> config.withBanks(origin, destination.withReturnCustoms(station));
            case RETURN_IMPORT -> config.withBanks(origin.withReturnCustoms(station), destination);
            case RETURN_UNLOAD -> config.withBanks(origin.withReturnHandling(station), destination);
            case TRUCK, OUTBOUND, RETURN -> throw new IllegalArgumentException("no station in the stage " + stage);
        };
    }

    private void add(Stage stage) {
        add(
                stage,
                s -> true,
                ".servers",
                "servers of ",
                StationRelaxations::moreServersText,
                s -> s.withShifts(s.shifts().stream()
                        .map(shift -> new Shift(shift.hours(), Steps.more(shift.servers())))
                        .toList()));
        add(
                stage,
                s -> !longer(s).equals(s),
                ".hours",
                "hours of ",
                s -> "half an hour more at each end",
                StationRelaxations::longer);
        add(
                stage,
                s -> s.service() instanceof ServiceTime.Timed timed
                        && timed.seconds().mean() > 0,
                ".time",
                "time of ",
                s -> "a tenth less",
                StationRelaxations::faster);
        add(
                stage,
                s -> s.service() instanceof ServiceTime.Rated,
                ".rate",
                "rate of ",
                s -> "a tenth more",
                StationRelaxations::faster);
    }

    private void add(
            Stage stage,
            Predicate<StationConfig> exists,
            String setting,
            String name,
            java.util.function.Function<StationConfig, String> change,
            UnaryOperator<StationConfig> relax) {
        Predicate<ConvoyConfig> there = c -> {
            StationConfig station = c.station(stage);
            return station != null && exists.test(station);
        };
        list.firstWith(there)
                .map(world -> world.station(stage))
                .ifPresent(first -> list.add(
                        stage.key() + setting,
                        name + stage.text(),
                        change.apply(first),
                        c -> relaxed(c, stage, exists, relax)));
    }

    /** The world with a station relaxed; unchanged if it has no such station or the station lacks the constraint. */
    private static ConvoyConfig relaxed(
            ConvoyConfig config, Stage stage, Predicate<StationConfig> exists, UnaryOperator<StationConfig> relax) {
        StationConfig station = config.station(stage);
        return station != null && exists.test(station) ? with(config, stage, relax.apply(station)) : config;
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
