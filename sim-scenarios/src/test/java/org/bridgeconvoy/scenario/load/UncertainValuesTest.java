package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.LEAST;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.problems;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.UncertainInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be believed of a value, by its kind. Oracle: section 1 of the contract on decisions. */
class UncertainValuesTest {

    @TempDir
    private Path folder;

    private static String[] all(@Nullable String sets, String uncertain) {
        List<String> all = new ArrayList<>(sets == null ? List.of() : List.of(sets));
        all.add("uncertain=" + uncertain);
        return all.toArray(String[]::new);
    }

    /** A value of the input, what is set for it, and how it is shown. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            | {bridge.length: "uniform(1 km, 2 km)"} | 1.5 | bridge.length=1.5 km | 1.5 km
            | {bridge.length: "uniform(900 m, 1 km)"} | 950 | bridge.length=950 m | 950 m
            | {bridge.speed: "uniform(10 km/h, 20 km/h)"} | 15 | bridge.speed=15 km/h | 15 km/h
            | {fleet.trucks: "uniform(3, 9)"} | 4 | fleet.trucks=4 | 4
            | {demand.steel.rate: "uniform(3 t/d, 9 t/d)"} | 4.5 | demand.steel.rate=4.5 t/d | 4.5 t/d
            | {bridge.lanes: {times: "discrete(1=0.5, 2=0.5)"}} | 2 | bridge.lanes=2 | times 2
            | {bridge.length: {times: "uniform(1, 2)"}} | 1.5 | bridge.length=1411.2 m | times 1.5
            bridge.max-trucks=9 | {bridge.max-trucks: {choices: [null, 4]}} | 0 | bridge.max-trucks=null | null
            origin.loading={rate: 50 t/h} | {origin.loading.rate: "uniform(50 t/h, 60 t/h)"} | 55 | origin.loading.rate=55 t/h | 55 t/h
            traffic={cars: {direction: return, rate: 5 vehicles/d}} | {traffic.cars.rate: "uniform(5 vehicles/h, 6 vehicles/h)"} | 5.5 | traffic.cars.rate=5.5 vehicles/h | 5.5 vehicles/h
            """)
    void a_draw_is_set_and_shown_in_the_unit_of_the_file(
            @Nullable String sets, String uncertain, double value, String set, String shown) {
        UncertainInput input =
                scenario(LEAST, all(sets, uncertain)).uncertain().inputs().get(0);

        assertThat(input.sets(value)).containsExactly(set);
        assertThat(input.shown(value)).isEqualTo(shown);
    }

    @Test
    void choices_may_be_lists_and_maps() {
        String closed = "{origin.closed: {choices: [[2024-09-02], [2024-09-02, 2024-09-03]]}}";
        UncertainInput input = scenario(LEAST, all("origin.closed=[2024-09-04]", closed))
                .uncertain()
                .inputs()
                .get(0);

        assertThat(scenario(LEAST, "origin.closed=[2024-09-04]", input.sets(0).get(0))
                        .config()
                        .origin()
                        .closed())
                .hasSize(1);
        assertThat(scenario(LEAST, "origin.closed=[2024-09-04]", input.sets(1).get(0))
                        .config()
                        .origin()
                        .closed())
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {bridge.control.timetable.outbound: "uniform(1, 2)"} | bridge.control.timetable.outbound cannot be a number: the values of bridge.control.timetable.outbound are none; use {choices: [VALUE, …]}
            {bridge.control.timetable.outbound: {times: 2}} | bridge.control.timetable.outbound.times cannot be a number: the values of bridge.control.timetable.outbound are none; use {choices: [VALUE, …]}
            {bridge.length: {choices: [1 km, 2 km], weights: [1]}} | bridge.length.weights must have one number for each of the 2 choices, got 1
            {bridge.length: {choices: [1 km, 2 km], weights: [0, 0]}} | bridge.length.weights must add up to a finite number above 0, got 0
            {bridge.length: {choices: []}} | bridge.length.choices must have at least one value
            {bridge.length: {choices: [1 km], times: 2}} | bridge.length must have either times or choices, got both
            {bridge.length: {weights: [1]}} | bridge.length must have either times or choices, got neither
            {bridge.length: {times: 2, weights: [1]}} | bridge.length.weights belongs to choices and cannot stand beside times
            {bridge.length: {times: "uniform(-1, 2)"}} | bridge.length.times must be >= 0, got uniform(-1, 2); add min=0
            {fleet.trucks: empirical(trucks.csv)} | fleet.trucks must not name a file of numbers without a unit, got 'empirical(trucks.csv)'
            {demand.steel.rate: "discrete(1 t/d=0.5, 2 trucks/d=0.5)"} | demand.steel.rate must give all its values in one unit, got t/d or trucks/d
            {worlds: "bridge.*\\n1\\n"} | worlds has the column 'bridge.*': a column is one path, without *
            """)
    void another_belief_is_refused(String uncertain, String problem) {
        assertThat(problems(LEAST, all(null, uncertain)))
                .singleElement()
                .asString()
                .startsWith("--set uncertain: uncertain." + problem);
    }

    @Test
    void a_map_cannot_be_multiplied_but_a_value_in_it_can() {
        String speeds = "bridge.speed={loaded: 9 km/h, empty: 10 km/h}";

        assertThat(problems(LEAST, all(speeds, "{bridge.speed: {times: 2}}")))
                .containsExactly("--set uncertain: uncertain.bridge.speed.times cannot multiply a map at bridge.speed;"
                        + " name a value in it");
        assertThat(scenario(LEAST, all(speeds, "{bridge.speed.empty: {times: \"uniform(1, 2)\"}}"))
                        .uncertain()
                        .world(1.5))
                .containsExactly("bridge.speed.empty=15 km/h");
    }

    @Test
    void a_sample_is_read_from_its_file_and_stands_in_the_resolved_text() throws IOException {
        Files.writeString(folder.resolve("seen.csv"), "headway_s\n40\n20\n30\n");
        Path file = Files.writeString(
                folder.resolve("x.yaml"), LEAST + "uncertain: {bridge.headway: \"empirical(seen.csv, max=35 s)\"}\n");

        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load(file.toString(), List.of()).scenario());

        assertThat(scenario.resolvedText()).contains("empirical(20 s, 30 s, 40 s, max=35 s)");
        assertThat(scenario.uncertain().space().world(0.0)).containsExactly(20);
        assertThat(scenario(scenario.resolvedText()).uncertain().space().world(0.5))
                .isEqualTo(scenario.uncertain().space().world(0.5));
    }
}
