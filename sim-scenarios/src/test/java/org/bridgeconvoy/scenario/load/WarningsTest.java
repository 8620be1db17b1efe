package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.map.Usual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Warnings about values that can be used but are probably not meant. The run of {@link ScenarioTexts#LEAST} is Monday
 * and Tuesday, 2 and 3 September 2024.
 */
class WarningsTest {

    private static final String STEEL = "  steel: {load: 40 t, rate: 10 trucks/d}";

    private static final String ALL =
            "border.yaml:11:3: demand: nothing is consigned in this run: every count will be 0 and every time n/a";

    private static List<String> warnings(String text, String... sets) {
        LoadResult loaded = ScenarioTexts.load(text, sets);
        assertThat(loaded.problems()).isEmpty();
        return loaded.warnings().stream().map(Problem::toString).toList();
    }

    private static String steel(String rest) {
        return ScenarioTexts.with(STEEL, "  steel: {load: 40 t, " + rest + "}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rate: 0 trucks/d | its rate is 0
                    rate: 9 t/d, from: 2024-09-04 | its dates (from, until) lie outside the run, 2024-09-02 to 2024-09-03
                    rate: 9 t/d, until: 2024-09-01 | its dates (from, until) lie outside the run, 2024-09-02 to 2024-09-03
                    rate: 9 t/d, profile: {weekdays: {mon-tue: 0}} | the factors of its profile multiply to 0 on each of its days in the run
                    rate: 9 t/d, profile: {series: {0: 0, 2: 1}} | the factors of its profile multiply to 0 on each of its days in the run
                    rate: 9 t/d, profile: {weekdays: {mon: 0}, series: {1: 0}} | the factors of its profile multiply to 0 on each of its days in the run
                    rate: 9 t/d, hours: {mon: "08:00-10:00"}, profile: {weekdays: {mon: 0}} | its hours lie on no day of the run on which its profile is above 0
                    rate: 9 t/d, hours: {sun: "08:00-10:00"} | its hours lie on no day of the run on which its profile is above 0
                    rate: 0.4 trucks/d, arrivals: even | less than a whole truckload accrues and is released before the horizon
                    'rate: 0.9 trucks/d, arrivals: daily, at: "02:00"' | less than a whole truckload accrues and is released before the horizon
                    """)
    void each_way_to_consign_nothing_is_warned_of_with_its_reason(String stream, String reason) {
        assertThat(warnings(steel(stream)))
                .containsExactly(ALL, "border.yaml:11:10: demand.steel: no truckload of it is consigned: " + reason);
    }

    @Test
    void a_stream_of_which_nothing_comes_is_warned_of_beside_others() {
        assertThat(warnings(
                        ScenarioTexts.and("  grain: {load: 40 t, rate: 9 t/d, profile: {weekdays: {mon-sun: 0}}}\n")))
                .containsExactly(
                        "border.yaml:12:10: demand.grain: no truckload of it is consigned: the factors of its profile"
                                + " multiply to 0 on each of its days in the run");
    }

    private static String cars(String rest) {
        return ScenarioTexts.LEAST + "traffic:\n  cars: {direction: outbound, " + rest + "}\n";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    rate: 0 vehicles/h | its rate is 0
                    rate: 9 vehicles/d, from: 2024-09-04 | its dates (from, until) lie outside the run, 2024-09-02 to 2024-09-03
                    rate: 9 vehicles/h, profile: {weekdays: {mon-tue: 0}} | the factors of its profile multiply to 0 on each of its days in the run
                    rate: 9 vehicles/h, hours: {sun: "08:00-10:00"} | its hours lie on no day of the run on which its profile is above 0
                    rate: 0.4 vehicles/d, arrivals: even | less than a whole vehicle accrues and is released before the horizon
                    """)
    void each_way_to_let_no_vehicle_appear_is_warned_of_with_its_reason(String stream, String reason) {
        assertThat(warnings(cars(stream)))
                .containsExactly("border.yaml:13:9: traffic.cars: no vehicle of it appears: " + reason);
    }

    @Test
    void hardly_any_vehicle_is_warned_of_with_its_mean() {
        // 0.01 vehicles a day over 2 days.
        assertThat(warnings(cars("rate: 0.01 vehicles/d")))
                .containsExactly("border.yaml:13:9: traffic.cars: about 0.020 vehicles are expected over the run: most"
                        + " replications have none");
        assertThat(warnings(
                        cars("rate: 0 vehicles/d") + "changes: [{at: 1 d, set: {traffic.cars.rate: 9 vehicles/d}}]\n"))
                .isEmpty();
    }

    @Test
    void a_run_of_traffic_alone_without_a_vehicle_is_warned_of() {
        String text =
                cars("rate: 0 vehicles/d").replaceFirst("(?m)^fleet:.*\n", "").replaceFirst("(?m)^demand:\n.*\n", "");

        assertThat(warnings(text))
                .containsExactlyInAnyOrder(
                        "border.yaml:10:3: traffic: no vehicle appears in this run: every count will be 0 and every time"
                                + " n/a",
                        "border.yaml:10:9: traffic.cars: no vehicle of it appears: its rate is 0");
    }

    @Test
    void a_rate_that_a_change_sets_counts() {
        assertThat(warnings(steel("rate: 0 trucks/d") + "changes: [{at: 1 d, set: {demand.steel.rate: 9 trucks/d}}]\n"))
                .isEmpty();
        assertThat(warnings(steel("rate: 0 trucks/d") + "changes: [{at: 1 d, set: {fleet.trucks: 9}}]\n"))
                .containsExactly(
                        ALL,
                        "border.yaml:11:10: demand.steel: no truckload of it is consigned: no truckload accrues before"
                                + " the horizon, before and after the changes");
    }

    @Test
    void a_list_past_the_end_consigns_nothing() {
        String text = ScenarioTexts.LEAST.substring(0, ScenarioTexts.LEAST.indexOf("demand:"));

        assertThat(warnings(text + "consignments: |\n  time,cargo,tonnes\n  2025-09-02,a,20\n  48 h,b,20\n"))
                .containsExactly(
                        "border.yaml:10:15: consignments, line 2, column 1: 2 of 2 consignments lie at or after the horizon and"
                                + " do not appear, the first in line 2",
                        "border.yaml:10:15: consignments: nothing is consigned in this run: every count will be 0 and every"
                                + " time n/a");
        assertThat(warnings(text + "consignments: |\n  time,cargo,tonnes\n  47 h,b,20\n"))
                .isEmpty();
    }

    @Test
    void hardly_anything_is_warned_of_with_its_mean() {
        // 0.01 trucks a day over 2 days.
        assertThat(warnings(steel("rate: 0.01 trucks/d")))
                .containsExactly(
                        "border.yaml:11:10: demand.steel: about 0.020 truckloads are expected over the run: most"
                                + " replications have none");
        assertThat(warnings(steel("rate: 0.01 trucks/d, backlog: 1 t"))).isEmpty();
    }

    @Test
    void a_series_of_another_year_is_warned_of() {
        assertThat(warnings(steel("rate: 90 t/d, profile: {series: {\"2025-09-02\": 0, \"2025-09-03\": 2}}")))
                .containsExactly(
                        "border.yaml:11:55: demand.steel.profile.series: all of its days (2) lie after the end of the"
                                + " run, the first on 2025-09-02; the factor is 1 throughout");
        assertThat(warnings(steel("rate: 90 t/d, profile: {series: {\"2023-09-02\": 0, \"2023-09-03\": 2}}")))
                .containsExactly(
                        "border.yaml:11:55: demand.steel.profile.series: all 2 days lie before the start of the run,"
                                + " the last on 2023-09-03; its factor, 2, holds throughout");
    }

    static Stream<List<String>> unusual() {
        return Stream.of(
                List.of(
                        "bridge.speed=500 km/h",
                        "bridge.speed: 500 km/h is more than 130 km/h (no lorry is that fast)"),
                List.of(
                        "bridge.speed={loaded: 0.2 m/s, empty: 20 km/h}",
                        "bridge.speed.loaded: 0.72 km/h is less than 1 km/h (a walker is faster)"),
                List.of(
                        "bridge.speed=uniform(20 km/h, 200 km/h)",
                        "bridge.speed: 200 km/h is more than 130 km/h (no lorry is that fast)"),
                List.of(
                        "bridge.length=940 km",
                        "bridge.length: 940000 m is more than 200000 m (the longest bridge has 165 km)"),
                List.of("bridge.headway=20 ms", "bridge.headway: 0.02 s is less than 1 s (drivers keep more)"),
                List.of(
                        "bridge.headway=20 h",
                        "bridge.headway: 20 h is more than 60 min (trucks are let go at shorter intervals)"),
                List.of(
                        "bridge.clearance=2 d",
                        "bridge.clearance: 2 d is more than 12 h (it takes more than half a day)"),
                List.of(
                        "bridge.max-truck-mass=40000 t",
                        "bridge.max-truck-mass: 40000 t is more than 500 t (no truck reaches it)"),
                List.of(
                        "bridge.max-mass=200000 t",
                        "bridge.max-mass: 200000 t is more than 100000 t (no bridge carries that)"),
                List.of(
                        "bridge.breakdowns={probability: 0.5, repair: 20 min}",
                        "bridge.breakdowns.probability: 0.5 of crossings is more than 0.1 of crossings (more than one truck in ten"
                                + " breaks down on the bridge)"),
                List.of(
                        "bridge.breakdowns={probability: 0.01, repair: 20 ms}",
                        "bridge.breakdowns.repair: 0.02 s is less than 1 s (nothing is repaired so fast)"),
                List.of(
                        "fleet.payload=24500 t",
                        "fleet.payload: 24500 t is more than 200 t (the heaviest road trains weigh 200 t)"),
                List.of("fleet.payload=40 kg", "fleet.payload: 0.04 t is less than 0.1 t (a car carries more)"),
                List.of("fleet.tare=15000 t", "fleet.tare: 15000 t is more than 100 t (no empty truck weighs that)"),
                List.of(
                        "fleet.turnaround=exponential(200 d)",
                        "fleet.turnaround: 200 d is more than 90 d (it takes more than 90 days)"),
                List.of(
                        "fleet.trucks=60000",
                        "fleet.trucks: 60000 trucks is more than 50000 trucks (few companies of the world have as"
                                + " many)"),
                List.of(
                        "demand.steel.load=24500 t",
                        "demand.steel.load: 24500 t is more than 200 t (the heaviest road trains weigh 200 t)"),
                // Of an exponential load of mean 50 t, exp(-4) = 1.8% lies above 200 t; of mean 40 t, exp(-5) = 0.7%.
                List.of(
                        "demand.steel.load=exponential(50 t)",
                        "demand.steel.load: one value in a hundred is more than 200 t (the heaviest road trains weigh 200 t)"),
                List.of(
                        "demand.steel.load=4 kg",
                        "demand.steel.load: 0.004 t is less than 0.01 t (a parcel weighs more)"),
                List.of(
                        "demand.steel.rate=50000 trucks/d",
                        "demand.steel.rate: 50000 trucks/d is more than 43200 trucks/d (that is one every 2 s, which no lane passes)"),
                List.of(
                        "demand.steel.rate=4000000 t/d",
                        "demand.steel.rate: 100000 trucks/d is more than 43200 trucks/d (that is one every 2 s, which no lane passes)"),
                List.of(
                        "origin.loading.time=30 ms",
                        "origin.loading.time: 0.03 s is less than 1 s (nothing is loaded or checked so fast)"),
                List.of(
                        "origin.customs.time=90 d",
                        "origin.customs.time: 90 d is more than 30 d (it takes more than 30 days)"),
                List.of(
                        "destination.unloading={rate: 60000 t/h}",
                        "destination.unloading.rate: 60000 t/h is more than 5000 t/h (only ships are loaded so fast)"),
                List.of(
                        "destination.customs={time: 1 min, servers: 6000}",
                        "destination.customs.servers: 6000 servers is more than 5000 servers (no terminal has as many)"),
                List.of(
                        "convoys.outbound.max-wait=90 d",
                        "convoys.outbound.max-wait: 90 d is more than 30 d (trucks wait for more than" + " 30 days)"));
    }

    @ParameterizedTest
    @MethodSource
    void unusual(List<String> setAndWarning) {
        assertThat(warnings(ScenarioTexts.LEAST, setAndWarning.get(0)))
                .anySatisfy(w -> assertThat(w).endsWith(": " + setAndWarning.get(1) + "; is the unit right?"));
    }

    @Test
    void usual_values_are_not_warned_of() {
        assertThat(warnings(
                        ScenarioTexts.LEAST,
                        "bridge.speed=lognormal(20 km/h, 5 km/h)",
                        "bridge.headway=20 s",
                        "demand.steel.load=exponential(40 t)",
                        "origin.loading.time=exponential(30 min)",
                        "fleet.tare=15 t",
                        "fleet.turnaround=0 s"))
                .isEmpty();
    }

    @Test
    void a_value_that_a_change_sets_is_warned_of_at_the_change() {
        assertThat(warnings(ScenarioTexts.and("changes: [{at: 1 d, set: {bridge.speed: 200 km/h}}]\n")))
                .singleElement()
                .asString()
                .startsWith("border.yaml:12:41: bridge.speed: 200 km/h is more than 130 km/h");
    }

    @Test
    void a_listed_load_that_one_truck_takes_is_warned_of_and_one_that_many_share_is_not() {
        String text = ScenarioTexts.and("consignments: |\n  time,cargo,tonnes\n  1 h,b,20\n  2 h,b,24500\n");

        assertThat(warnings(text))
                .containsExactly(
                        "border.yaml:12:15: consignments, line 3, column 1: 1 of 2 consignments put on one truck more"
                                + " than 200 t (the heaviest road trains weigh 200 t), the first in line 3");
        assertThat(warnings(text, "fleet.payload=40 t")).isEmpty();
    }

    @Test
    void the_documentation_has_every_threshold() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scenario-files.md"));

        assertThat(page)
                .contains(Arrays.stream(Usual.values()).map(Usual::range).toList());
    }
}
