package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.and;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.config;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.problems;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.with;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.map.DistributionReader;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of value. Expectations are computed by hand. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "30 s, 30000000000",
        "30s, 30000000000",
        "1.5 min, 90000000000",
        "8 h, 28800000000000",
        "14 d, 1209600000000000",
        "PT8H, 28800000000000",
        "P1DT2H, 93600000000000",
        "2.5 ns, 3",
        "2.4 ns, 2",
        "1e-9 s, 1",
        "0.1 us, 100",
        "7 ms, 7000000",
        "36525 d, 3155760000000000000"
    })
    void durations_are_read_exactly_and_rounded_half_up_to_the_nanosecond(String text, long nanos) throws Invalid {
        assertThat(Nanos.ofSeconds(Quantity.parse(text, Dimension.DURATION).value()))
                .isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "LENGTH, 940.8 m, 940.8",
        "LENGTH, 3.026 km, 3026",
        "SPEED, 36 km/h, 10",
        "SPEED, 10 km/h, 2.7777777777777777",
        "SPEED, 2.5 m/s, 2.5",
        "MASS, 40 t, 40",
        "MASS, 250 kg, 0.25",
        "HANDLING_RATE, 60 t/h, 60",
        "HANDLING_RATE, 1200 t/d, 50",
        "DEMAND_RATE, 100 trucks/d, 100",
        "DEMAND_RATE, 5 trucks/h, 120",
        "DEMAND_RATE, 4000 t/d, 4000"
    })
    void quantities_are_read_in_their_base_unit(Dimension dimension, String text, double value) throws Invalid {
        assertThat(Quantity.parse(text, dimension).asDouble()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "constant(5 min), 300",
        "'uniform(5 min, 7 min)', 360",
        "'triangular(1 min, 2 min, 6 min)', 180",
        "exponential(2 min), 120",
        "'erlang(3, 2 min)', 120",
        "'gamma(2.5, 2 min)', 120",
        "'lognormal(12 min, 5 min)', 720",
        "'normal(10 min, 1 s, min=0 s)', 600",
        "'weibull(1, 1 h)', 3600",
        "'discrete(1 min=0.25, 5 min=0.75)', 240",
        "'empirical(1 min, 2 min, 3 min)', 120",
        "90 s, 90"
    })
    void distributions_of_time_are_in_seconds(String text, double mean) throws Invalid {
        assertThat(time(text).mean()).isCloseTo(mean, within(1e-9 * mean));
    }

    @Test
    void bounds_truncate() throws Invalid {
        Distribution time = time("lognormal(12 min, 5 min, min=2 min, max=1 h)");

        assertThat(time.lowerBound()).isEqualTo(120);
        assertThat(time.upperBound()).isEqualTo(3600);
        assertThatThrownBy(() -> time("uniform(1 min, 2 min, min=1 s, min=2 s)"))
                .hasMessageContaining("gives min twice");
        assertThatThrownBy(() -> time("constant(1 min, max=2 min)")).hasMessage("must not give max to a constant");
        assertThatThrownBy(() -> time("uniform(1 min, 2 min, mid=1 s)"))
                .hasMessage("has the unknown argument 'mid' in uniform(), known are min and max");
        assertThatThrownBy(() -> time("uniform(1 min, 2 min, min=3 min)"))
                .hasMessageStartingWith("is not possible (values in s): ");
    }

    private static Distribution time(String text) throws Invalid {
        DistributionReader.Samples none = (file, dimension) -> {
            throw new Invalid("no file");
        };
        return new DistributionReader(Dimension.DURATION, none).parse(text);
    }

    @Test
    void hours_are_read_in_all_their_forms() {
        assertThat(hours("\"08:00-17:00\"")).isEqualTo(Hours.everyDay(List.of(hour(8, 17))));
        assertThat(hours("[\"08:00-12:00\", \"13:00-17:00\"]"))
                .isEqualTo(Hours.everyDay(List.of(hour(8, 12), hour(13, 17))));
        assertThat(hours("\"19:00-05:00\"")).isEqualTo(Hours.everyDay(List.of(hour(19, 29))));
        assertThat(hours("\"00:00-24:00\"")).isEqualTo(Hours.always());
        assertThat(hours("always")).isEqualTo(Hours.always());
        assertThat(hours("08:30:30-17:00").on(DayOfWeek.MONDAY))
                .containsExactly(
                        new DayInterval(8 * Nanos.HOUR + 30 * Nanos.MINUTE + 30 * Nanos.SECOND, 17 * Nanos.HOUR));
    }

    @Test
    void hours_by_day_leave_days_that_are_not_named_closed() {
        Hours hours = hours("{mon-fri: [\"08:00-12:00\", \"13:00-17:00\"], sat: \"08:00-12:00\", sun: []}");

        assertThat(hours.on(DayOfWeek.MONDAY)).containsExactly(hour(8, 12), hour(13, 17));
        assertThat(hours.on(DayOfWeek.FRIDAY)).containsExactly(hour(8, 12), hour(13, 17));
        assertThat(hours.on(DayOfWeek.SATURDAY)).containsExactly(hour(8, 12));
        assertThat(hours.on(DayOfWeek.SUNDAY)).isEmpty();
        assertThat(hours("{sat-mon: always}").on(DayOfWeek.SUNDAY)).containsExactly(DayInterval.WHOLE_DAY);
        assertThat(hours("{sat-mon: always}").on(DayOfWeek.TUESDAY)).isEmpty();
    }

    private static Hours hours(String text) {
        return loading("time: 1 h, hours: " + text).shifts().get(0).hours();
    }

    private static DayInterval hour(int from, int to) {
        return new DayInterval(from * Nanos.HOUR, to * Nanos.HOUR);
    }

    private static StationConfig loading(String keys) {
        return Objects.requireNonNull(
                config(and("origin: {loading: {" + keys + "}}\n")).origin().handling());
    }

    @Test
    void the_core_schema_keeps_times_and_words_as_text() {
        assertThat(hours("08:00-17:00")).isEqualTo(hours("\"08:00-17:00\""));
        assertThat(config(with("  steel: {load: 40 t, rate: 10 trucks/d}", "  no: {load: 40 t, rate: 10 trucks/d}"))
                        .demand()
                        .get(0)
                        .cargo())
                .isEqualTo("no");
        assertThat(ScenarioTexts.scenario(with("scenario: least", "scenario: 2024"))
                        .name())
                .isEqualTo("2024");
    }

    @Test
    void a_station_takes_a_time_or_a_rate() {
        assertThat(loading("rate: 60 t/h").service()).isEqualTo(new ServiceTime.Rated(60));
        assertThat(loading("time: 30 min").service()).isEqualTo(new ServiceTime.Timed(Distribution.constant(1800)));
    }

    @Test
    void a_station_has_shifts_instead_of_servers_and_hours() {
        assertThat(loading(
                                "time: 1 h, shifts: [{hours: {mon-fri: \"08:00-16:00\"}, servers: 3}, {hours: always, servers: 1}]")
                        .shifts())
                .containsExactly(new Shift(hours("{mon-fri: \"08:00-16:00\"}"), 3), new Shift(Hours.always(), 1));
        assertThat(loading("time: 1 h, servers: 2, hours: \"08:00-16:00\"").shifts())
                .containsExactly(new Shift(hours("\"08:00-16:00\""), 2));
    }

    @Test
    void a_change_sets_one_shift_or_puts_shifts_in_the_place_of_servers() {
        String text = and("""
                origin: {loading: {time: 1 h}, customs: {time: 1 h, shifts: [{hours: always, servers: 4}]}}
                changes:
                  - at: 1 d
                    set:
                      origin.loading.shifts: [{hours: always, servers: 3}, {hours: "08:00-09:00", servers: 1}]
                      origin.customs.shifts.0.servers: 5
                """);

        Scenario scenario = ScenarioTexts.scenario(text);
        ConvoyConfig config = scenario.config();
        // The resolved text, in which defaults stand, says the same.
        assertThat(ScenarioTexts.scenario(scenario.resolvedText()).config()).isEqualTo(config);
        BankConfig later = config.changes().get(0).world().origin();
        assertThat(Objects.requireNonNull(later.handling()).shifts())
                .extracting(Shift::servers)
                .containsExactly(3, 1);
        assertThat(Objects.requireNonNull(later.customs()).shifts())
                .extracting(Shift::servers)
                .containsExactly(5);
    }

    @Test
    void an_empirical_distribution_is_read_from_a_file_beside_the_scenario(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("named.csv"), "time_min\n30\n10\n20\n");
        Files.writeString(folder.resolve("units.csv"), "10 min\n0.5 h\n1200 s\n");
        Files.writeString(folder.resolve("bare.csv"), "time\n10 min\n20\n");
        Path file = folder.resolve("case.yaml");
        Files.writeString(file, and("""
                        origin: {loading: {time: empirical(named.csv)}}
                        destination: {unloading: {time: "empirical(units.csv, max=25 min)"}}
                        """));

        LoadResult loaded = new ScenarioLoader().load(file.toString(), List.of());

        assertThat(loaded.problems()).isEmpty();
        Scenario scenario = Objects.requireNonNull(loaded.scenario());
        StationConfig station =
                Objects.requireNonNull(scenario.config().origin().handling());
        assertThat(station.service())
                .isEqualTo(new ServiceTime.Timed(Distribution.empirical(new double[] {600, 1200, 1800})));
        assertThat(scenario.resolvedText())
                .contains("empirical(600 s, 1200 s, 1800 s)")
                .contains("empirical(600 s, 1200 s, 1800 s, max=25 min)");
        LoadResult again = ScenarioTexts.load(scenario.resolvedText());
        assertThat(Objects.requireNonNull(again.scenario()).config()).isEqualTo(scenario.config());

        assertThat(new ScenarioLoader()
                        .load(file.toString(), List.of("origin.loading.time=empirical(" + folder + "/bare.csv)"))
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        folder + "/bare.csv:3:1: value needs a unit (ns, us, ms, s, min, h or d) or a header that"
                                + " names it, got 20");
        assertThat(problems(and("origin: {loading: {time: empirical(gone.csv)}}\n")))
                .containsExactly(
                        "border.yaml:12:26: origin.loading.time cannot read 'gone.csv': there is no such file");
    }
}
