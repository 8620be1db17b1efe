package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is believed of values that are not known. Oracle: section 1 of the contract on decisions. */
class UncertainFileTest {

    private static final String BORDER = """
            scenario: border
            start: 2024-09-02
            horizon: 3 d
            bridge:
              length: 940.8 m
              speed: 20 km/h
              headway: 30 s
              control:
                timetable: {outbound: {mon-sat: "08:00-17:00"}, return: "19:00-05:00"}
            fleet: {trucks: 30}
            destination: {customs: {servers: 4, time: "lognormal(7 min, 4 min, max=45 min)"}}
            demand:
              steel: {load: 40 t, rate: 10 trucks/d}
              grain: {load: 20 t, rate: 400 t/d}
            """;

    private static final String CONTRACT = BORDER + """
            uncertain:
              bridge.headway: triangular(20 s, 30 s, 90 s)
              destination.customs.servers: discrete(3=0.2, 4=0.6, 5=0.2)
              destination.customs.time: {times: "triangular(0.7, 1, 1.6)"}
              demand.*.rate: {times: "uniform(0.8, 1.3)"}
              bridge.control.timetable.outbound: {choices: [{mon-sat: "10:00-17:00"}, {mon-sat: "09:00-16:00"}], weights: [2, 1]}
            """;

    @TempDir
    private Path folder;

    private static int servers(ConvoyConfig world) {
        return Objects.requireNonNull(world.destination().customs())
                .shifts()
                .get(0)
                .servers();
    }

    private static Scenario load(Path file) {
        return Objects.requireNonNull(
                new ScenarioLoader().load(file.toString(), List.of()).scenario());
    }

    private static UncertainInputs uncertain(String entries) {
        return ScenarioTexts.scenario(BORDER + "uncertain:\n  " + entries + "\n")
                .uncertain();
    }

    private static List<String> problems(String entries) {
        return ScenarioTexts.problems(BORDER + "uncertain:\n  " + entries + "\n");
    }

    /** At the upper end of each input; the second of the choices. */
    @Test
    void the_example_of_the_contract_gives_five_inputs_and_their_worlds() {
        Scenario scenario = ScenarioTexts.scenario(CONTRACT);
        UncertainInputs uncertain = scenario.uncertain();

        assertThat(uncertain.inputs().stream().map(UncertainInput::path))
                .containsExactly(
                        "bridge.headway",
                        "destination.customs.servers",
                        "destination.customs.time",
                        "demand.*.rate",
                        "bridge.control.timetable.outbound");
        assertThat(uncertain.world(uncertain.space().world(1, 1, 1, 1, 1)))
                .containsExactly(
                        "bridge.headway=90 s",
                        "destination.customs.servers=5",
                        "destination.customs.time=lognormal(11.2 min, 6.4 min, max=72 min)",
                        "demand.steel.rate=13 trucks/d",
                        "demand.grain.rate=520 t/d",
                        "bridge.control.timetable.outbound={mon-sat: \"09:00-16:00\"}");
        // Two to one: the first choice up to u = 2/3.
        assertThat(uncertain.space().inputs().get(4).at(0.66)).isZero();
        assertThat(uncertain.space().inputs().get(4).at(0.67)).isEqualTo(1);
        // The world itself is the base.
        assertThat(scenario.config().bridge().headwayNanos()).isEqualTo(30_000_000_000L);
        assertThat(servers(scenario.config())).isEqualTo(4);
    }

    @Test
    void a_world_is_the_file_with_its_values_set() {
        UncertainInputs uncertain = ScenarioTexts.scenario(CONTRACT).uncertain();
        String[] sets = uncertain.world(45.5, 3, 0.5, 2, 0).toArray(String[]::new);

        ConvoyConfig world = ScenarioTexts.config(CONTRACT, sets);

        assertThat(world.bridge().headwayNanos()).isEqualTo(45_500_000_000L);
        assertThat(servers(world)).isEqualTo(3);
        assertThat(sets[2]).isEqualTo("destination.customs.time=lognormal(3.5 min, 2 min, max=22.5 min)");
        assertThat(sets[3]).isEqualTo("demand.steel.rate=20 trucks/d");
    }

    @ParameterizedTest(name = "{0} times {1} is {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "20 min|1.5|30 min",
                "erlang(3, 10 min)|2|erlang(3, 20 min)",
                "gamma(2.5, 10 min, min=1 min)|2|gamma(2.5, 20 min, min=2 min)",
                "weibull(1.5, 1 h)|0.5|weibull(1.5, 0.5 h)",
                "discrete(5 min=0.25, 10 min=0.75)|3|discrete(15 min=0.25, 30 min=0.75)",
                "exponential(10 min)|1.1|exponential(11 min)",
                "empirical(1 min, 2 min, 4 min)|2|empirical(2 min, 4 min, 8 min)",
                "PT10M|2|1200 s",
            })
    void a_factor_multiplies_a_value_or_every_outcome_with_its_bounds(String time, double factor, String product) {
        String file = BORDER.replace("lognormal(7 min, 4 min, max=45 min)", time)
                + "uncertain: {destination.customs.time: {times: \"uniform(0, 9)\"}}\n";
        UncertainInputs uncertain = ScenarioTexts.scenario(file).uncertain();

        assertThat(uncertain.world(factor)).containsExactly("destination.customs.time=" + product);
    }

    @Test
    void whole_numbers_are_rounded_and_values_stay_in_the_unit_that_they_are_written_in() {
        UncertainInputs uncertain = uncertain("""
                fleet.trucks: uniform(20, 40)
                  destination.customs.servers: {times: "uniform(0.5, 2)"}
                  bridge.speed: uniform(18 km/h, 22 km/h)
                  demand.steel.rate: uniform(0.5 trucks/h, 1 trucks/h)
                """.strip());

        assertThat(uncertain.world(uncertain.space().world(0.128, 0.25, 0.5, 1)))
                .containsExactly(
                        // 22.56; 4 x 0.875 = 3.5
                        "fleet.trucks=23",
                        "destination.customs.servers=4",
                        "bridge.speed=20 km/h",
                        "demand.steel.rate=1 trucks/h");
        assertThat(uncertain.inputs().get(2).shown(19.5)).isEqualTo("19.5 km/h");
        assertThat(uncertain.inputs().get(1).shown(0.875)).isEqualTo("times 0.875");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            value = {
                "bridge.headwayy: uniform(20 s, 30 s)|unknown path 'bridge.headwayy', did you mean 'bridge.headway'?",
                "demand.*.rat: {times: 2}|'demand.*.rat' reaches no value of this scenario",
                "bridge.headway: uniform(20, 30)|bridge.headway has a wrong a of uniform(): it needs a unit (ns, us, ms, s, min, h or d), got 20",
                "bridge.headway: uniform(20 t, 30 t)|must be a duration such as '30 s'",
                "bridge.headway: 'normal(30 s, 10 s)'|which is not possible: bridge.headway must be >= 0 s, got -17.5",
                "fleet.trucks: uniform(-5, 5)|uncertain.fleet.trucks allows -5, which is not possible: fleet.trucks must be >= 1",
                "bridge.headway: {times: 'uniform(-1, 1)'}|uncertain.bridge.headway.times must be >= 0, got uniform(-1, 1); add min=0",
                "bridge.headway: {times: 'uniform(1 s, 2 s)'}|it must be a number, got '1 s'",
                "bridge.headway: {times: 2, choices: [30 s]}|must have either times or choices, got both",
                "bridge.headway: {}|must have either times or choices, got neither",
                "bridge.headway: {times: 2, weights: [1]}|belongs to choices and cannot stand beside times",
                "bridge.headway: {choices: [20 s, 30 s], weights: [1]}|must have one number for each of the 2 choices, got 1",
                "bridge.headway: {choices: [20 s, 30 s], weights: [0, 0]}|must add up to a finite number above 0, got 0",
                "bridge.headway: {choices: [20 s, 30 s], weights: [1, -1]}|uncertain.bridge.headway.weights.1 must be >= 0, got -1",
                "bridge.headway: {choices: [20 s, 30 t]}|uncertain.bridge.headway allows 30 t, which is not possible: bridge.headway must be a duration",
                "bridge.headway: {choices: []}|must have at least one value",
                "bridge.headway: {tims: 2}|unknown key 'uncertain.bridge.headway.tims', did you mean 'times'?",
                "bridge.control: uniform(1, 2)|cannot be a number: the values of bridge.control are none; use {choices: [VALUE, …]}",
                "seed: uniform(1, 2)|'seed' is no input of the model and cannot be uncertain",
                "demand.steel.total: {times: 2}|has nothing to multiply: the scenario gives no value at demand.steel.total",
                "demand.steel.rate: 'uniform(1 trucks/h, 30 trucks/d)'|must give all its values in one unit, got trucks/h or trucks/d",
                "demand.*.rate: 'uniform(1 trucks/d, 2'|was cut at a comma by YAML or lacks its ')'",
            })
    void what_is_wrong_is_told_where_it_stands(String entry, String message) {
        assertThat(problems(entry))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("border.yaml:16:")
                .contains(message);
    }

    @Test
    void two_entries_that_reach_one_place_are_an_error() {
        assertThat(problems("demand.*.rate: {times: 2}\n  demand.steel.rate: 5 trucks/d"))
                .containsExactly("border.yaml:17:3: uncertain: 'demand.steel.rate' is reached by two entries,"
                        + " 'demand.*.rate' and 'demand.steel.rate'");
        assertThat(problems("demand.steel: {choices: [{rate: 5 trucks/d}]}\n  demand.steel.rate: 5 trucks/d"))
                .hasSize(1);
    }

    @Test
    void all_wrong_entries_are_told_at_once() {
        assertThat(problems("bridge.headwayy: 20 s\n  fleet.trucks: uniform(3, 1)\n  demand.*.x: {times: 2}"))
                .hasSize(3);
    }

    @Test
    void what_another_file_or_value_removes_takes_its_belief_with_it() {
        String entries = BORDER + "uncertain: {demand.grain.rate: {times: \"uniform(1, 2)\"}, bridge.headway: 20 s}\n";

        Scenario scenario = ScenarioTexts.scenario(entries, "demand.grain=null");

        assertThat(scenario.uncertain().inputs().stream().map(UncertainInput::path))
                .containsExactly("bridge.headway");
        assertThat(scenario.resolvedText()).doesNotContain("demand.grain.rate");
    }

    @Test
    void the_resolved_text_has_what_is_uncertain_and_only_where_something_is() {
        Scenario scenario = ScenarioTexts.scenario(CONTRACT);

        Scenario again = ScenarioTexts.scenario(scenario.resolvedText());

        assertThat(again.resolvedText()).isEqualTo(scenario.resolvedText());
        double[] world = scenario.uncertain().space().world(0.1, 0.9, 0.3, 0.7, 0.99);
        assertThat(again.uncertain().world(world))
                .isEqualTo(scenario.uncertain().world(world));
        assertThat(ScenarioTexts.scenario(BORDER).resolvedText()).doesNotContain("uncertain");
        assertThat(ScenarioTexts.scenario(BORDER).uncertain().isEmpty()).isTrue();
    }

    @Test
    void a_joint_sample_replaces_what_is_inherited() throws IOException {
        Files.writeString(folder.resolve("border.yaml"), CONTRACT);
        Files.writeString(folder.resolve("rows.csv"), """
                bridge.headway,destination.customs.time,bridge.control.timetable.outbound
                25 s,"lognormal(8 min, 4 min)","{mon-sat: ""10:00-17:00""}"
                40 s,9 min,"09:00-16:00"
                """);
        Path file = folder.resolve("calibrated.yaml");
        Files.writeString(file, "extends: border.yaml\nuncertain: {worlds: rows.csv}\n");

        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load(file.toString(), List.of()).scenario());

        UncertainInputs uncertain = scenario.uncertain();
        assertThat(uncertain.isJoint()).isTrue();
        assertThat(uncertain.inputs()).isEmpty();
        assertThat(uncertain.world(0))
                .containsExactly(
                        "bridge.headway=25 s",
                        "destination.customs.time=lognormal(8 min, 4 min)",
                        "bridge.control.timetable.outbound={mon-sat: \"10:00-17:00\"}");
        assertThat(uncertain.rows()).hasSize(2);
        assertThat(ScenarioTexts.scenario(scenario.resolvedText()).uncertain()).isEqualTo(uncertain);

        Path own = folder.resolve("own.yaml");
        Files.writeString(own, "extends: calibrated.yaml\nuncertain: {bridge.headway: 20 s}\n");
        assertThat(load(own).uncertain().inputs()).hasSize(1);
    }

    @Test
    void a_wrong_joint_sample_is_told() {
        assertThat(problems("worlds: |\n    bridge.headway\n    20 s\n  fleet.trucks: 5"))
                .singleElement()
                .asString()
                .contains("must not stand beside other entries");
        assertThat(problems("worlds: |\n    bridge.headwayy\n    20 s"))
                .singleElement()
                .asString()
                .contains("has a wrong column: unknown path 'bridge.headwayy', did you mean 'bridge.headway'?");
        assertThat(problems("worlds: |\n    bridge.headway,fleet.trucks\n    20 s,\n    20 s,4"))
                .singleElement()
                .asString()
                .contains("fleet.trucks must not be empty");
        assertThat(problems("worlds: |\n    bridge.headway\n    20 t"))
                .singleElement()
                .asString()
                .contains("has a first world that is not possible: bridge.headway must be a duration");
        assertThat(problems("worlds: nowhere.csv")).singleElement().asString().contains("cannot read 'nowhere.csv'");
    }
}
