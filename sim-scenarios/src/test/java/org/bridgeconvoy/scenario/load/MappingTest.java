package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.LEAST;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.and;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.config;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.problems;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration that each key gives, and the one that a missing key gives. */
class MappingTest {

    private static final String TIMETABLE = "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}";

    private static final String STEEL = "  steel: {load: 40 t, rate: 10 trucks/d}";

    @Test
    void what_is_left_out_is_what_the_builders_have_too() {
        ConvoyConfig built = ConvoyConfig.builder()
                .start(LocalDate.of(2024, 9, 2))
                .horizonNanos(2 * Nanos.DAY)
                .bridge(BridgeConfig.builder()
                        .lengthMetres(940.8)
                        .speedMetresPerSecond(20 / 3.6)
                        .control(new Timetable(Hours.daily("08:00-17:00"), Hours.daily("19:00-05:00")))
                        .build())
                .fleet(TruckClass.of(3))
                .demand(CargoStream.builder("steel")
                        .loadTonnes(40)
                        .trucksPerDay(10)
                        .build())
                .origin(BankConfig.of(ZoneOffset.UTC).withHandling(StationConfig.rated(1, 60)))
                .destination(
                        BankConfig.of(ZoneOffset.UTC).withCustoms(StationConfig.timed(1, Distribution.constant(60))))
                .build();

        assertThat(config(and("origin: {loading: {rate: 60 t/h}}\ndestination: {customs: {time: 60 s}}\n")))
                .isEqualTo(built);
    }

    @Test
    void what_is_left_out_has_the_defaults_of_the_contract() {
        Scenario scenario = ScenarioTexts.scenario(LEAST);
        ConvoyConfig config = scenario.config();
        Distribution speed = Distribution.constant(20 / 3.6);

        assertThat(scenario.seed()).isEqualTo(1);
        assertThat(scenario.replications()).isEqualTo(30);
        assertThat(scenario.name()).isEqualTo("least");
        assertThat(scenario.sources()).isEmpty();
        assertThat(config.start()).isEqualTo(LocalDate.of(2024, 9, 2));
        assertThat(config.horizonNanos()).isEqualTo(2 * Nanos.DAY);
        assertThat(config.warmUpNanos()).isZero();
        assertThat(config.bridge())
                .isEqualTo(new BridgeConfig(
                        940.8,
                        speed,
                        speed,
                        0,
                        0,
                        1,
                        Integer.MAX_VALUE,
                        Double.POSITIVE_INFINITY,
                        Double.POSITIVE_INFINITY,
                        List.of(),
                        null,
                        new Timetable(daily(8, 17), daily(19, 29), LastEntry.ENTER)));
        assertThat(config.outboundConvoys()).isNull();
        assertThat(config.returnConvoys()).isNull();
        assertThat(config.fleet())
                .containsExactly(new TruckClass("", 3, Double.POSITIVE_INFINITY, 0, Distribution.constant(0)));
        assertThat(config.origin()).isEqualTo(BankConfig.of(ZoneOffset.UTC));
        assertThat(config.demand())
                .containsExactly(new CargoStream(
                        "steel",
                        0,
                        Distribution.constant(40),
                        new DemandRate.Trucks(10),
                        LocalDate.MIN,
                        LocalDate.MAX,
                        Hours.always(),
                        List.of(),
                        new PoissonArrivals(),
                        0,
                        Double.POSITIVE_INFINITY,
                        List.of(),
                        List.of(),
                        Direction.OUTBOUND));
        assertThat(config.changes()).isEmpty();
    }

    private static Hours daily(int from, int to) {
        return Hours.everyDay(List.of(new DayInterval(from * Nanos.HOUR, to * Nanos.HOUR)));
    }

    private static ControlRule control(String text) {
        return config(with(TIMETABLE, "    " + text)).bridge().control();
    }

    @Test
    void every_control_is_read() {
        assertThat(control("timetable: {outbound: \"08:00-17:00\", return: \"18:00-20:00\", last-entry: clear}"))
                .isEqualTo(new Timetable(daily(8, 17), daily(18, 20), LastEntry.CLEAR));
        assertThat(control("alternate: {outbound: 2 h, return: 1 h}"))
                .isEqualTo(new Alternate(2 * Nanos.HOUR, Nanos.HOUR, Direction.OUTBOUND, Hours.always()));
        assertThat(control("alternate: {outbound: 2 h, return: 1 h, first: return, hours: \"08:00-17:00\"}"))
                .isEqualTo(new Alternate(2 * Nanos.HOUR, Nanos.HOUR, Direction.RETURN, daily(8, 17)));
        assertThat(control("alternate: {outbound: 2 h, return: 1 h, red: 90 s}"))
                .isEqualTo(new Alternate(2 * Nanos.HOUR, Nanos.HOUR, Direction.OUTBOUND, Hours.always())
                        .withRed(90 * Nanos.SECOND));
        assertThat(control("actuated: {min-green: 10 min, max-green: 30 min, extension: 4 s}"))
                .isEqualTo(new Actuated(10 * Nanos.MINUTE, 30 * Nanos.MINUTE).withExtension(4 * Nanos.SECOND));
        assertThat(control("actuated: {min-green: 10 min, max-green: 30 min}"))
                .isEqualTo(new Actuated(10 * Nanos.MINUTE, 30 * Nanos.MINUTE, Hours.always()));
        assertThat(control("batches: {outbound: 5, return: 7, hours: \"08:00-17:00\"}"))
                .isEqualTo(new Batches(5, 7, daily(8, 17)));
    }

    @Test
    void hours_of_both_directions_may_overlap_on_two_lanes() {
        String text = with("  speed: 20 km/h", "  speed: {loaded: 36 km/h, empty: 72 km/h}\n  lanes: 2");

        ConvoyConfig config = config(text, "bridge.control.timetable.return=08:00-17:00");

        assertThat(config.bridge().lanes()).isEqualTo(2);
        assertThat(config.bridge().loadedSpeed()).isEqualTo(Distribution.constant(10));
        assertThat(config.bridge().emptySpeed()).isEqualTo(Distribution.constant(20));
    }

    @Test
    void the_bridge_has_limits_closures_and_breakdowns() {
        BridgeConfig bridge =
                config(with("  length: 940.8 m", """
                          length: 1 km
                          headway: 30 s
                          clearance: 2 min
                          max-trucks: 3
                          max-mass: 120 t
                          max-truck-mass: 50 t
                          closures:
                            - {from: "2024-09-02T06:00", to: 2024-09-03}
                            - {from: 2024-09-03 12:00:30, to: "2024-09-03T24:00"}
                          breakdowns: {probability: 0.01, repair: exponential(20 min)}""".indent(2).stripTrailing())).bridge();

        assertThat(bridge.headwayNanos()).isEqualTo(30 * Nanos.SECOND);
        assertThat(bridge.clearanceNanos()).isEqualTo(2 * Nanos.MINUTE);
        assertThat(bridge.maxTrucks()).isEqualTo(3);
        assertThat(bridge.maxMassTonnes()).isEqualTo(120);
        assertThat(bridge.maxTruckMassTonnes()).isEqualTo(50);
        assertThat(bridge.closures())
                .containsExactly(
                        new Closure(6 * Nanos.HOUR, Nanos.DAY),
                        new Closure(Nanos.DAY + 12 * Nanos.HOUR + 30 * Nanos.SECOND, 2 * Nanos.DAY));
        assertThat(bridge.breakdowns()).isEqualTo(new Breakdowns(0.01, Distribution.exponential(1200)));
    }

    @Test
    void banks_have_clocks_holidays_and_stations() {
        ConvoyConfig config = config(and("""
                        origin:
                          utc-offset: "+08:00"
                          closed: ["2024-10-01..2024-10-07", "2024-10-12"]
                          loading: {servers: 3, rate: 60 t/h}
                          customs: {time: 6 min, hours: "08:00-17:00", overrun: pause}
                        destination:
                          utc-offset: "+09:00"
                        """));

        assertThat(config.origin())
                .isEqualTo(BankConfig.of(ZoneOffset.ofHours(8))
                        .withClosed(List.of(
                                new DateRange(LocalDate.of(2024, 10, 1), LocalDate.of(2024, 10, 7)),
                                new DateRange(LocalDate.of(2024, 10, 12), LocalDate.of(2024, 10, 12))))
                        .withHandling(StationConfig.rated(3, 60))
                        .withCustoms(StationConfig.timed(1, Distribution.constant(360))
                                .withHours(daily(8, 17))
                                .withOverrun(Overrun.PAUSE)));
        assertThat(config.destinationAheadNanos()).isEqualTo(Nanos.HOUR);
    }

    @Test
    void a_bank_has_the_clock_of_a_named_zone() {
        ConvoyConfig config = config(with("start: 2024-09-02", "start: 2025-03-29") + """
                origin: {time-zone: Europe/Warsaw}
                destination: {time-zone: Europe/Minsk}
                consignments: |
                  time,cargo,tonnes
                  2025-03-30T08:00,steel,40
                  2025-03-30T02:30,steel,40
                """);

        assertThat(config.origin().timeZone()).isEqualTo(TimeZone.of("Europe/Warsaw"));
        assertThat(config.destinationAheadNanos()).isEqualTo(2 * Nanos.HOUR);
        // 08:00 of summer is 07:00 of the run's clock; 02:30 is skipped, the clock changes at 02:00.
        assertThat(config.consignments())
                .extracting(Consignment::atNanos)
                .containsExactly(Nanos.DAY + 2 * Nanos.HOUR, Nanos.DAY + 7 * Nanos.HOUR);
        assertThat(config(and("destination: {time-zone: Asia/Seoul}\n"))
                        .origin()
                        .timeZone())
                .isEqualTo(TimeZone.of("Asia/Seoul"));
    }

    @Test
    void a_bank_without_an_offset_keeps_the_clock_of_the_other() {
        ConvoyConfig config = config(and("destination: {utc-offset: \"-03:30\"}\n"));

        assertThat(config.origin().timeZone()).isEqualTo(TimeZone.fixed(ZoneOffset.ofHoursMinutes(-3, -30)));
        assertThat(config.destinationAheadNanos()).isZero();
    }

    @Test
    void convoys_are_released_by_size_wait_or_departures() {
        ConvoyConfig config = config(
                and(
                        "convoys: {outbound: {size: 3, max-wait: 2 h, exclusive: true}, return: {departures: [\"13:00\", \"9:00\"]}}\n"));

        assertThat(config.outboundConvoys()).isEqualTo(new ConvoyRule(3, 2 * Nanos.HOUR, List.of(), true));
        assertThat(config.returnConvoys())
                .isEqualTo(new ConvoyRule(
                        Integer.MAX_VALUE, Long.MAX_VALUE, List.of(9 * Nanos.HOUR, 13 * Nanos.HOUR), false));
    }

    @Test
    void a_fleet_may_have_classes_in_the_order_of_the_file() {
        ConvoyConfig config = config(with(
                "fleet: {trucks: 3}",
                "fleet: {classes: {small: {trucks: 2, payload: 20 t, tare: 9 t}, big: {trucks: 1, turnaround: 1 h}}}"));

        assertThat(config.fleet())
                .containsExactly(
                        new TruckClass("small", 2, 20, 9, Distribution.constant(0)),
                        new TruckClass("big", 1, Double.POSITIVE_INFINITY, 0, Distribution.constant(3600)));
    }

    @Test
    void a_stream_has_priority_dates_hours_profile_arrivals_backlog_and_total() {
        CargoStream stream = stream("""
                  steel:
                    priority: -2
                    load: triangular(30 t, 40 t, 45 t)
                    rate: 4000 t/d
                    from: 2024-09-03
                    until: 2024-09-20
                    hours: "08:00-17:00"
                    arrivals: daily
                    at: "06:00"
                    backlog: 400 t
                    total: 100000 t
                    profile:
                      weekdays: {sat: 0.5, sun: 0}
                      ramp: {from: 1, to: 2, over: 30 d}
                      surge: {start: 3 d, rise: 4 d, peak: 3, half-life: 14 d}""".indent(2).stripTrailing());

        assertThat(stream.priority()).isEqualTo(-2);
        assertThat(stream.loadTonnes()).isEqualTo(Distribution.triangular(30, 40, 45));
        assertThat(stream.rate()).isEqualTo(new DemandRate.Tonnes(4000));
        assertThat(stream.from()).isEqualTo(LocalDate.of(2024, 9, 3));
        assertThat(stream.until()).isEqualTo(LocalDate.of(2024, 9, 20));
        assertThat(stream.arrivals()).isEqualTo(new DailyArrivals(6 * Nanos.HOUR));
        assertThat(stream.backlogTonnes()).isEqualTo(400);
        assertThat(stream.totalTonnes()).isEqualTo(100_000);
        assertThat(stream.profile())
                .containsExactly(
                        new WeekdayFactors(Map.of(DayOfWeek.SATURDAY, 0.5, DayOfWeek.SUNDAY, 0.0)),
                        new Ramp(1, 2, 0, 30 * Nanos.DAY),
                        new Surge(3 * Nanos.DAY, 4 * Nanos.DAY, 3, 14 * Nanos.DAY));
    }

    @Test
    void a_cargo_names_the_classes_of_trucks_that_may_carry_it() {
        String classes = with("fleet: {trucks: 3}", "fleet: {classes: {flat: {trucks: 2}, tanker: {trucks: 1}}}");

        ConvoyConfig config =
                config(classes.replace(STEEL, "  steel: {load: 40 t, backlog: 400 t, classes: [tanker]}"));

        assertThat(config.demand().get(0).classes()).containsExactly("tanker");
        assertThat(ScenarioTexts.problems(
                        classes.replace(STEEL, "  steel: {load: 40 t, backlog: 400 t, classes: [flat, tankr]}")))
                .singleElement()
                .asString()
                .endsWith("demand.steel.classes.1 must be one of fleet.classes (flat or tanker), got 'tankr', did you"
                        + " mean 'tanker'?");
        assertThat(ScenarioTexts.problems(with(STEEL, "  steel: {load: 40 t, backlog: 400 t, classes: [tanker]}")))
                .singleElement()
                .asString()
                .endsWith("demand.steel.classes needs fleet.classes, which this fleet does not have");
    }

    @Test
    void a_rate_an_hour_is_the_rate_while_the_hours_are_open() {
        assertThat(stream("  steel: {load: 40 t, rate: 120 trucks/h}").rate())
                .isEqualTo(new DemandRate.TrucksPerHour(120));
        assertThat(stream("  steel: {load: 40 t, rate: 0.1 t/h}").rate()).isEqualTo(new DemandRate.TonnesPerHour(0.1));
    }

    @Test
    void a_profile_has_factors_within_hours_of_the_clock() {
        String text =
                "  steel: {load: 40 t, rate: 10 trucks/d, profile: {hours: {\"07:00-10:00\": 2, \"22:00-02:00\": 0}}}";

        assertThat(stream(text).hourFactors())
                .containsExactly(
                        new HourFactor(DayInterval.parse("07:00-10:00"), 2),
                        new HourFactor(DayInterval.parse("22:00-02:00"), 0));
        assertThat(ScenarioTexts.problems(with(STEEL, text.replace("07:00-10:00", "01:00-03:00"))))
                .singleElement()
                .asString()
                .endsWith("demand.steel.profile.hours must not overlap, got 01:00-03:00 and 22:00-02:00");
        assertThat(ScenarioTexts.problems(
                        with(STEEL, text.replace("07:00-10:00", "7-10").replace(": 0}", ": -1}"))))
                .hasSize(2);
    }

    private static CargoStream stream(String text) {
        return config(with(STEEL, text)).demand().get(0);
    }

    @Test
    void a_backlog_alone_is_a_demand() {
        CargoStream stream = stream("  steel: {load: 40 t, backlog: 400 t, arrivals: even}");

        assertThat(stream.rate()).isEqualTo(new DemandRate.Trucks(0));
        assertThat(stream.arrivals()).isEqualTo(new EvenArrivals());
    }

    @Test
    void a_series_is_read_by_day_or_date_from_a_file_and_resolved_into_the_text(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("days.csv"), "day,factor\n0,1\n3,2.5\n");
        Files.writeString(folder.resolve("dates.csv"), "date,factor\n2024-09-01,3\n2024-09-05,2.5\n");
        Files.writeString(folder.resolve("unsorted.csv"), "day,factor\n3,1\n0,2.5\n");
        Files.writeString(folder.resolve("columns.csv"), "week,factor\n3,1\n");
        Path file = folder.resolve("case.yaml");
        String line = "  steel: {load: 40 t, rate: 10 trucks/d, profile: {series: days.csv}}";
        Files.writeString(file, with(STEEL, line));

        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load(file.toString(), List.of()).scenario());
        assertThat(factors(scenario)).containsExactly(1.0, 1.0, 1.0, 2.5, 2.5);
        assertThat(scenario.resolvedText()).contains("      series:\n        0: 1\n        3: 2.5\n");
        assertThat(factors(ScenarioTexts.scenario(scenario.resolvedText()))).containsExactly(1.0, 1.0, 1.0, 2.5, 2.5);

        Files.writeString(file, with(STEEL, line.replace("days.csv", "dates.csv")));
        assertThat(factors(Objects.requireNonNull(
                        new ScenarioLoader().load(file.toString(), List.of()).scenario())))
                .containsExactly(3.0, 3.0, 3.0, 2.5, 2.5);

        Files.writeString(file, with(STEEL, line.replace("days.csv", "unsorted.csv")));
        assertThat(new ScenarioLoader().load(file.toString(), List.of()).problems())
                .extracting(Problem::toString)
                .containsExactly(folder + "/unsorted.csv:3:1: day must come after the one before it, got '0'");
        Files.writeString(file, with(STEEL, line.replace("days.csv", "columns.csv")));
        assertThat(new ScenarioLoader().load(file.toString(), List.of()).problems())
                .extracting(Problem::toString)
                .containsExactly(folder + "/columns.csv:1:1: unknown column 'week', known are factor, day, date");
    }

    private static List<Double> factors(Scenario scenario) {
        DayFactor series = scenario.config().demand().get(0).profile().get(0);
        LocalDate start = scenario.config().start();
        return java.util.stream.IntStream.of(0, 1, 2, 3, 9)
                .mapToObj(day -> series.factor(day, start.plusDays(day)))
                .toList();
    }

    @Test
    void changes_are_the_world_with_the_values_set_so_far() {
        ConvoyConfig config = config(and("""
                changes:
                  - at: 12 h
                    set: {bridge.headway: 20 s, fleet.trucks: 5}
                  - at: 1 d
                    set:
                      demand.steel.rate: 20 trucks/d
                      bridge.control: {timetable: null, batches: {outbound: 2, return: 2}}
                """));

        assertThat(config.changes())
                .extracting(ConvoyConfig.Change::atNanos)
                .containsExactly(12 * Nanos.HOUR, Nanos.DAY);
        ConvoyConfig first = config.changes().get(0).world();
        ConvoyConfig second = config.changes().get(1).world();
        assertThat(first.bridge().headwayNanos()).isEqualTo(20 * Nanos.SECOND);
        assertThat(first.trucks()).isEqualTo(5);
        assertThat(first.demand()).isEqualTo(config.demand());
        assertThat(second.bridge().headwayNanos()).isEqualTo(20 * Nanos.SECOND);
        assertThat(second.bridge().control()).isEqualTo(new Batches(2, 2, Hours.always()));
        assertThat(second.demand().get(0).rate()).isEqualTo(new DemandRate.Trucks(20));
    }

    @Test
    void a_list_that_is_not_in_order_of_time_goes_with_changes() {
        ConvoyConfig config = config(and("""
                consignments: |
                  time,cargo,tonnes
                  3 h,late,20
                  1 h,early,20
                changes:
                  - {at: 1 h, set: {bridge.headway: 20 s}}
                """));

        assertThat(config.demand()).extracting(CargoStream::cargo).containsExactly("steel", "early", "late");
        assertThat(config.changes().get(0).world().demand()).isEqualTo(config.demand());
    }

    @Test
    void changes_of_what_cannot_change_are_errors() {
        assertThat(problems(and("changes:\n  - {at: 1 d, set: {horizon: 3 d}}\n")))
                .containsExactly(
                        "border.yaml:13:21: 'horizon' cannot change during a run, only bridge, convoys, fleet, origin,"
                                + " destination, demand, traffic");
        assertThat(problems(and("changes:\n  - {at: 1 d, set: {bridge.headwy: 3 s}}\n")))
                .containsExactly("border.yaml:13:21: unknown path 'bridge.headwy', did you mean 'bridge.headway'?");
        assertThat(problems(and("changes:\n  - {at: 1 d, set: {bridge.headway: 3}}\n")))
                .containsExactly("border.yaml:13:37: bridge.headway needs a unit (ns, us, ms, s, min, h or d), got 3");
        assertThat(problems(and("changes:\n  - {at: 1 d, set: {demand.wool: {load: 1 t, rate: 1 t/d}}}\n")))
                .containsExactly("border.yaml:13:20: a change must not alter the cargoes [steel]");
        assertThat(problems(and(
                        "changes:\n  - {at: 1 d, set: {fleet.trucks: 4}}\n  - {at: 1 d, set: {fleet.trucks: 5}}\n")))
                .containsExactly("border.yaml:14:10: changes.1.at must be later than the change before it, got 1 d");
    }
}
