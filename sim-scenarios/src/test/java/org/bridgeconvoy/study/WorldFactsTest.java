package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;

/** Oracle: days and hours reckoned by hand from the dates of the file. */
class WorldFactsTest {

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    private static final String FILE = """
            scenario: facts
            start: 2024-09-02
            horizon: 10 d
            bridge:
              length: 3 km
              speed: 20 km/h
              closures: [{from: "2024-09-04T12:00", to: "2024-09-06T00:00"}]
              breakdowns: {probability: 0.01, repair: 1 h}
              control: {timetable: {outbound: "08:00-17:00", return: "19:00-05:00"}}
            fleet: {trucks: 3}
            origin: {closed: ["2024-09-03..2024-09-04", "2024-09-10"], loading: {servers: 18, time: 1 h}}
            destination: {customs: {servers: 4, time: 5 min}}
            demand: {steel: {load: 40 t, rate: 10 trucks/d}}
            changes: [{at: 36 h, set: {origin.loading.servers: 9}}]
            """;

    private static Scenario scenario() {
        return Objects.requireNonNull(
                LOADER.loadText("facts.yaml", FILE, List.of()).scenario());
    }

    @Test
    void facts_are_those_of_the_scenario() {
        WorldFacts facts = WorldFacts.of(scenario().config());

        assertThat(facts.bridgeLengthMetres()).isEqualTo(3000);
        assertThat(facts.canBreakDown()).isTrue();
        assertThat(facts.holidays()).containsExactly(new WorldFacts.Span(1, 3), new WorldFacts.Span(8, 9));
        assertThat(facts.closures()).containsExactly(new WorldFacts.Span(2.5, 4));
        assertThat(facts.changes()).containsExactly(1.5);
        assertThat(facts.servers())
                .as("a number that changes is not one number")
                .isEqualTo(Map.of(Stage.IMPORT, 4));
    }

    @Test
    void servers_are_those_of_every_station_that_has_one_number() {
        String file = FILE.replace(
                        "loading: {servers: 18, time: 1 h}",
                        "import: {servers: 2, time: 6 min}, unloading: {servers: 8, time: 30 min},"
                                + " loading: {time: 1 h, shifts: [{hours: \"08:00-16:00\", servers: 2},"
                                + " {hours: \"16:00-24:00\", servers: 1}]}")
                .replace(
                        "customs: {servers: 4, time: 5 min}",
                        "loading: {servers: 7, time: 45 min}, export: {servers: 3, time: 7 min},"
                                + " customs: {time: 5 min, shifts: [{hours: \"08:00-16:00\", servers: 5}]}")
                .replace("demand: {", "demand: {shirts: {load: 6 t, rate: 1 trucks/d, direction: return}, ")
                .replace("changes: [{at: 36 h, set: {origin.loading.servers: 9}}]\n", "");

        ConvoyConfig world = Objects.requireNonNull(
                        LOADER.loadText("facts.yaml", file, List.of()).scenario())
                .config();

        assertThat(WorldFacts.of(world).servers())
                .as("loading has two or one by shifts, unloading is left out")
                .isEqualTo(Map.of(
                        Stage.IMPORT, 5,
                        Stage.RETURN_LOAD, 7,
                        Stage.RETURN_EXPORT, 3,
                        Stage.RETURN_IMPORT, 2,
                        Stage.RETURN_UNLOAD, 8));
    }

    @Test
    void the_text_beside_a_stored_result_gives_the_facts_again() {
        Scenario scenario = scenario();

        WorldFacts told = WorldFacts.ofText(scenario.resolvedText(), LOADER);

        assertThat(told.constraints()).containsKey("fleet.trucks");
        assertThat(told.withConstraints(Map.of())).isEqualTo(WorldFacts.of(scenario.config()));
    }

    @Test
    void a_text_that_is_no_scenario_gives_none() {
        assertThat(WorldFacts.ofText("{", LOADER)).isEqualTo(WorldFacts.NONE);
        assertThat(WorldFacts.ofText("bridge: {length: 3 km}", LOADER)).isEqualTo(WorldFacts.NONE);
    }

    /** 09:00 there is 08:00 here; Tuesday, 3 September, is a holiday there, and the run has two days. */
    @Test
    void servers_on_shift_are_on_the_origins_clock_and_not_on_closed_dates() {
        String file = """
                scenario: shifts
                start: 2024-09-02
                horizon: 2 d
                bridge: {length: 100 m, speed: 10 km/h, control: {alternate: {outbound: 1 h, return: 1 h}}}
                fleet: {trucks: 1}
                origin: {utc-offset: "+08:00"}
                destination:
                  utc-offset: "+09:00"
                  closed: ["2024-09-03"]
                  customs:
                    time: 1 min
                    shifts: [{hours: "09:00-17:00", servers: 3}, {hours: "12:00-14:00", servers: 1}]
                demand: {cloth: {load: 1 t, rate: 1 trucks/d}}
                """;
        long hour = 3_600_000_000_000L;

        assertThat(WorldFacts.ofText(file, LOADER).shifts())
                .containsEntry(
                        Stage.IMPORT,
                        List.of(
                                new WorldFacts.Duty(8 * hour, 16 * hour, 3),
                                new WorldFacts.Duty(11 * hour, 13 * hour, 1)));
    }
}
