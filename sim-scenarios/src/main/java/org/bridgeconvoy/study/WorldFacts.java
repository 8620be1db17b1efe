package org.bridgeconvoy.study;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a world that charts show beside its results. Times are days since the start, on the origin's clock.
 *
 * @param bridgeLengthMetres length of the bridge; NaN if not known
 * @param canBreakDown whether trucks may break down on the bridge
 * @param holidays dates on which a bank is closed, each range as a span of whole days
 * @param closures closures of the bridge
 * @param changes times at which the world changes
 * @param servers number of servers of each station where neither changes nor shifts alter it
 * @param shifts when how many servers of a station are on duty, where it has several shifts that no change alters; all spans that are on at an
 *     instant add up
 * @param zoneRules version of the time zone database that the banks' clocks follow; null if their offsets are fixed
 * @param open when a station is open, or the bridge's hours give the lane to a direction; a stage that is always open has no entry
 * @param destinationAheadHours how far the destination's clock is ahead of the origin's at the start, in hours; NaN if not known
 * @param constraints names for people of the constraints that "what limits" may relax, by key; empty but for facts of a stored result
 */
public record WorldFacts(
        double bridgeLengthMetres,
        boolean canBreakDown,
        List<Span> holidays,
        List<Span> closures,
        List<Double> changes,
        Map<Stage, Integer> servers,
        Map<Stage, List<Duty>> shifts,
        @Nullable String zoneRules,
        Map<Stage, List<Span>> open,
        double destinationAheadHours,
        Map<String, String> constraints) {

    /** No facts are known. */
    public static final WorldFacts NONE = new WorldFacts(Double.NaN, false, List.of(), List.of(), List.of(), Map.of());

    /** Facts of a world whose banks have fixed offsets. */
    public WorldFacts(
            double bridgeLengthMetres,
            boolean canBreakDown,
            List<Span> holidays,
            List<Span> closures,
            List<Double> changes,
            Map<Stage, Integer> servers) {
        this(bridgeLengthMetres, canBreakDown, holidays, closures, changes, servers, Map.of(), null);
    }

    /** Facts of a world of whose hours nothing is known. */
    public WorldFacts(
            double bridgeLengthMetres,
            boolean canBreakDown,
            List<Span> holidays,
            List<Span> closures,
            List<Double> changes,
            Map<Stage, Integer> servers,
            Map<Stage, List<Duty>> shifts,
            @Nullable String zoneRules) {
        this(
                bridgeLengthMetres,
                canBreakDown,
                holidays,
                closures,
                changes,
                servers,
                shifts,
                zoneRules,
                Map.of(),
                Double.NaN,
                Map.of());
    }

    /**
     * Servers on duty.
     *
     * @param fromNanos since the start, inclusive, within the run
     * @param untilNanos exclusive, at most the horizon
     * @param servers how many, at least 1
     */
    public record Duty(long fromNanos, long untilNanos, int servers) {}

    /**
     * A span of days.
     *
     * @param from its beginning, in days since the start
     * @param until its end, above the beginning
     */
    public record Span(double from, double until) {}

    /** Copies the collections. */
    public WorldFacts {
        holidays = List.copyOf(holidays);
        closures = List.copyOf(closures);
        changes = List.copyOf(changes);
        servers = Map.copyOf(servers);
        shifts = Map.copyOf(shifts);
        open = Map.copyOf(open);
        constraints = Map.copyOf(constraints);
    }

    /** Facts of a world of which at most the bridge's length is known; NaN for not even that. */
    public static WorldFacts ofLength(double metres) {
        return new WorldFacts(metres, false, List.of(), List.of(), List.of(), Map.of());
    }

    /** The facts of a world. */
    public static WorldFacts of(ConvoyConfig world) {
        List<Span> holidays = new ArrayList<>();
        for (BankConfig bank : List.of(world.origin(), world.destination())) {
            bank.closed().forEach(dates -> holidays.add(holiday(dates, world.start())));
        }
        return new WorldFacts(
                world.bridge().lengthMetres(),
                world.bridge().breakdowns() != null,
                holidays,
                world.bridge().closures().stream()
                        .map(c -> new Span(days(c.fromNanos()), days(c.toNanos())))
                        .toList(),
                world.changes().stream().map(c -> days(c.atNanos())).toList(),
                servers(world),
                shifts(world),
                isAnyZoneNamed(world) ? TimeZone.version() : null,
                OpenTimes.of(world),
                OpenTimes.destinationAheadHours(world),
                Map.of());
    }

    /** A copy with names of the constraints that "what limits" may relax, by key. */
    public WorldFacts withConstraints(Map<String, String> names) {
        return new WorldFacts(
                bridgeLengthMetres,
                canBreakDown,
                holidays,
                closures,
                changes,
                servers,
                shifts,
                zoneRules,
                open,
                destinationAheadHours,
                names);
    }

    /**
     * Facts of a scenario, read from its full text beside a stored result.
     *
     * @return {@link #NONE} if this loader cannot read the text: another version wrote it, or a module is missing
     */
    public static WorldFacts ofText(String resolved, ScenarioLoader loader) {
        Scenario scenario = loader.loadText("scenario", resolved, List.of()).scenario();
        if (scenario == null) {
            return NONE;
        }
        Map<String, String> names = new LinkedHashMap<>();
        Relaxations.of(scenario.config()).found().forEach(r -> names.putIfAbsent(r.constraint(), r.name()));
        return of(scenario.config()).withConstraints(names);
    }

    private static Span holiday(DateRange dates, LocalDate start) {
        return new Span(
                dates.first().toEpochDay() - start.toEpochDay(), dates.last().toEpochDay() - start.toEpochDay() + 1);
    }

    private static double days(long nanos) {
        return nanos / (double) Nanos.DAY;
    }

    private static boolean isAnyZoneNamed(ConvoyConfig world) {
        return world.origin().timeZone().isNamed()
                || world.destination().timeZone().isNamed();
    }

    private static Map<Stage, Integer> servers(ConvoyConfig world) {
        Map<Stage, Integer> servers = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            List<Integer> counts = Stream.concat(
                            Stream.of(world), world.changes().stream().map(ConvoyConfig.Change::world))
                    .map(w -> w.station(stage))
                    .map(WorldFacts::steadyServers)
                    .distinct()
                    .toList();
            if (counts.size() == 1 && counts.get(0) > 0) {
                servers.put(stage, counts.get(0));
            }
        }
        return servers;
    }

    private static Map<Stage, List<Duty>> shifts(ConvoyConfig world) {
        Map<Stage, List<Duty>> shifts = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            StationConfig station = world.station(stage);
            if (station != null && station.shifts().size() > 1 && isSteady(world, stage)) {
                WorkCalendar calendar = stage.isAtOrigin() ? world.originCalendar() : world.destinationCalendar();
                List<Duty> duties = new ArrayList<>();
                for (Shift shift : station.shifts()) {
                    Openings on = calendar.openings(shift.hours(), world.horizonNanos());
                    for (int i = 0; i < on.count(); i++) {
                        long from = Math.max(0, on.start(i));
                        long until = Math.min(world.horizonNanos(), on.end(i));
                        if (from < until) {
                            duties.add(new Duty(from, until, shift.servers()));
                        }
                    }
                }
                shifts.put(stage, List.copyOf(duties));
            }
        }
        return shifts;
    }

    /** Whether no change of the world alters a station or the closed dates of its bank. */
    private static boolean isSteady(ConvoyConfig world, Stage stage) {
        return world.changes().stream()
                .map(ConvoyConfig.Change::world)
                .allMatch(w -> Objects.equals(w.station(stage), world.station(stage))
                        && bank(w, stage).closed().equals(bank(world, stage).closed()));
    }

    private static BankConfig bank(ConvoyConfig world, Stage stage) {
        return stage.isAtOrigin() ? world.origin() : world.destination();
    }

    /** Number of servers of a station; 0 without a station, and if shifts change the number. */
    private static int steadyServers(@Nullable StationConfig station) {
        return station == null || station.shifts().size() > 1
                ? 0
                : station.shifts().get(0).servers();
    }
}
