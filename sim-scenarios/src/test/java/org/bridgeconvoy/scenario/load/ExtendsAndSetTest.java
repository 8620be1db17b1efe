package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.LEAST;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.and;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.config;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.problems;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtendsAndSetTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private LoadResult load(String name, String... sets) {
        return new ScenarioLoader().load(folder.resolve(name).toString(), List.of(sets));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private Scenario scenario(String name, String... sets) {
        LoadResult loaded = load(name, sets);
        assertThat(loaded.problems()).isEmpty();
        return Objects.requireNonNull(loaded.scenario());
    }

    @Test
    void maps_merge_by_key_lists_replace_and_null_removes() throws IOException {
        write("base/least.yaml", and("""
                        origin:
                          closed: [2024-09-03, 2024-09-04]
                          loading: {servers: 4, time: 1 h}
                          customs: {time: 6 min}
                        """));
        write("middle.yaml", """
                extends: base/least.yaml
                scenario: middle
                origin: {closed: [2024-09-05], loading: {servers: 2}, customs: null}
                bridge: {control: {timetable: null, batches: {outbound: 2, return: 2}}}
                """);
        write(
                "top.yaml",
                "extends: middle.yaml\nscenario: top\ndemand: {steel: {rate: 80 t/d}, wool: {load: 5 t, rate: 1 t/d}}\n");

        Scenario top = scenario("top.yaml");

        ConvoyConfig config = top.config();
        assertThat(top.name()).isEqualTo("top");
        assertThat(config.origin().closed()).hasSize(1);
        assertThat(Objects.requireNonNull(config.origin().handling())
                        .shifts()
                        .get(0)
                        .servers())
                .isEqualTo(2);
        assertThat(config.origin().customs()).isNull();
        assertThat(config.bridge().control()).isEqualTo(new Batches(2, 2, Hours.always()));
        assertThat(config.demand()).extracting(CargoStream::cargo).containsExactly("steel", "wool");
        assertThat(config.demand().get(0).rate()).isEqualTo(new DemandRate.Tonnes(80));
        assertThat(config.demand().get(0).loadTonnes()).isEqualTo(Distribution.constant(40));
        assertThat(top.resolvedText()).doesNotContain("extends").contains("scenario: top");
        assertThat(ScenarioTexts.scenario(top.resolvedText())).isEqualTo(top);
    }

    @Test
    void a_problem_in_a_file_that_is_extended_is_told_at_its_place_there() throws IOException {
        write("base.yaml", LEAST.replace("940.8 m", "940.8"));
        write("top.yaml", "extends: base.yaml\nfleet: {trucks: 0}\n");

        assertThat(load("top.yaml").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        folder.resolve("top.yaml") + ":2:17: fleet.trucks must be >= 1, got 0",
                        folder.resolve("base.yaml") + ":5:11: bridge.length needs a unit (m or km), got 940.8");
    }

    @Test
    void cycles_missing_files_and_unknown_names_are_told_where_they_are_extended() throws IOException {
        write("a.yaml", "extends: b.yaml\n");
        write("b.yaml", "scenario: b\nextends: sub/../a.yaml\n");
        write("gone.yaml", "extends: nowhere.yaml\n");
        write("name.yaml", "extends: day-and-nite\n");
        write("list.yaml", "extends: [a.yaml]\n");

        assertThat(load("a.yaml").problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("b.yaml") + ":2:10: extends itself: " + folder.resolve("a.yaml")
                        + " -> " + folder.resolve("b.yaml") + " -> " + folder.resolve("sub/../a.yaml"));
        assertThat(load("gone.yaml").problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("gone.yaml") + ":1:10: cannot read '" + folder.resolve("nowhere.yaml")
                        + "': there is no such file");
        assertThat(load("name.yaml").problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("name.yaml")
                        + ":1:10: there is no built-in scenario 'day-and-nite', did you mean 'day-and-night'?");
        assertThat(load("list.yaml").problems())
                .extracting(Problem::toString)
                .containsExactly(folder.resolve("list.yaml")
                        + ":1:10: extends must be the name or path of a scenario, got a list");
    }

    @Test
    void a_file_that_is_named_without_its_ending_is_told_by_name() throws IOException {
        write("base.yaml", LEAST);
        write("other", LEAST);
        write("near.yaml", "extends: base\n");
        write("ending.yaml", "extends: other\n");
        write("none.yaml", "extends: \"ba\\0se\"\n");

        assertThat(load("near.yaml").problems())
                .extracting(Problem::message)
                .containsExactly("there is no built-in scenario 'base', did you mean the file 'base.yaml'?");
        assertThat(load("ending.yaml").problems())
                .extracting(Problem::message)
                .containsExactly("the name of a scenario file must end in .yaml");
        assertThat(load("none.yaml").problems())
                .singleElement()
                .asString()
                .contains("none.yaml:1:10: there is no built-in scenario 'ba se'; they are day-and-night, ");
    }

    @Test
    void a_file_of_ten_lines_changes_a_built_in_scenario() throws IOException {
        write("mine.yaml", "extends: day-and-night\nscenario: mine\nfleet: {trucks: 99}\n");

        Scenario mine = scenario("mine.yaml");

        assertThat(mine.config().trucks()).isEqualTo(99);
        assertThat(mine.sources())
                .extracting(Source::path)
                .contains("bridge.length", "fleet.payload")
                .doesNotContain("fleet.trucks");
    }

    @Test
    void a_data_file_is_looked_for_beside_the_file_that_names_it() throws IOException {
        write("base/waits.csv", "min\n5\n");
        write("base/least.yaml", and("origin: {loading: {time: empirical(waits.csv)}}\n"));
        write("top.yaml", "extends: base/least.yaml\nscenario: top\n");

        assertThat(scenario("top.yaml").resolvedText()).contains("empirical(300 s)");
    }

    @Test
    void every_kind_of_value_can_be_set() {
        ConvoyConfig config = config(
                LEAST,
                "bridge.headway=20 s",
                "bridge.control.timetable.outbound={mon-fri: \"08:00-17:00\"}",
                "bridge.control.timetable.last-entry=clear",
                "bridge.max-trucks=4",
                "convoys.outbound.max-wait=10 min",
                "convoys.outbound.exclusive=true",
                "origin.customs={time: \"lognormal(12 min, 5 min)\"}",
                "origin.customs.servers=3",
                "origin.closed=[2024-09-03, 2024-09-05..2024-09-06]",
                "origin.closed.0=2024-09-04",
                "destination.unloading.time=uniform(1 min, 2 min)",
                "start=2024-09-09",
                "warm-up=1 d",
                "demand.steel.profile.weekdays.sat=0.5",
                "demand.wool={load: 3 t, rate: 6 t/d}",
                "demand.wool.priority=2",
                "fleet.trucks=7");

        assertThat(config.bridge().headwayNanos()).isEqualTo(20 * Nanos.SECOND);
        assertThat(config.bridge().maxTrucks()).isEqualTo(4);
        assertThat(Objects.requireNonNull(config.outboundConvoys()).exclusive()).isTrue();
        assertThat(Objects.requireNonNull(config.origin().customs())
                        .shifts()
                        .get(0)
                        .servers())
                .isEqualTo(3);
        assertThat(config.origin().closed())
                .extracting(r -> r.first().getDayOfMonth())
                .containsExactly(4, 5);
        assertThat(config.start()).hasToString("2024-09-09");
        assertThat(config.warmUpNanos()).isEqualTo(Nanos.DAY);
        assertThat(config.demand().get(0).profile()).hasSize(1);
        assertThat(config.demand().get(1).priority()).isEqualTo(2);
        assertThat(config.trucks()).isEqualTo(7);
    }

    @Test
    void null_removes_what_the_file_gives() {
        ConvoyConfig config = config(
                and("convoys: {outbound: {size: 2}}\norigin: {customs: {time: 1 h}}\n"),
                "convoys=null",
                "origin.customs=null");

        assertThat(config.outboundConvoys()).isNull();
        assertThat(config.origin().customs()).isNull();
    }

    @Test
    void a_wrong_value_is_told_with_its_option_instead_of_a_place() {
        assertThat(problems(LEAST, "bridge.headway=20", "fleet.trucks={a: 1}"))
                .containsExactly(
                        "--set bridge.headway: bridge.headway needs a unit (ns, us, ms, s, min, h or d), got 20",
                        "--set fleet.trucks: fleet.trucks must be one value, got a map");
        assertThat(problems(LEAST, "bridge.headway"))
                .containsExactly("--set bridge.headway: must be PATH=VALUE, got" + " 'bridge.headway'");
        assertThat(problems(LEAST, "bridge.headway="))
                .containsExactly("--set bridge.headway: has no value; the value null removes the key");
        assertThat(problems(LEAST, "bridge.headway=\"20 s"))
                .containsExactly(
                        "--set bridge.headway: not valid YAML: while scanning a quoted scalar, found unexpected end of"
                                + " stream");
        assertThat(problems(LEAST, "extends=day-and-night"))
                .containsExactly("--set extends: extends cannot be set, only written in a file");
    }

    @Test
    void each_option_that_sets_a_value_is_read_whatever_is_wrong_with_those_before_it() {
        assertThat(problems(LEAST, "fleet.trucks", "=20 s", "bridge.headwy=20 s", "bridge.lanes=", "fleet.trucks=0"))
                .containsExactlyInAnyOrder(
                        "--set fleet.trucks: must be PATH=VALUE, got 'fleet.trucks'",
                        "--set =20 s: must be PATH=VALUE, got '=20 s'",
                        "--set bridge.headwy: unknown path 'bridge.headwy', did you mean 'bridge.headway'?",
                        "--set bridge.lanes: has no value; the value null removes the key",
                        "--set fleet.trucks: fleet.trucks must be >= 1, got 0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bridge.headwy|bridge.headway",
                "brigde.headway|bridge.headway",
                "bridge.control.timetabel.outbound|bridge.control.timetable.outbound",
                "demand.steal.rate|demand.steel.rate",
                "demand.steel.rte|demand.steel.rate",
                "orign.loading.servers|origin.loading.servers",
                "origin.lading.servers|origin.loading.servers",
                "convoys.outbond|convoys.outbound",
                "warmup|warm-up"
            })
    void a_wrong_path_names_the_nearest_valid_one(String wrongAndRight) {
        String[] paths = wrongAndRight.split("\\|", -1);

        assertThat(problems(LEAST, paths[0] + "=1"))
                .containsExactly(
                        "--set " + paths[0] + ": unknown path '" + paths[0] + "', did you mean '" + paths[1] + "'?");
    }

    @Test
    void a_path_through_a_plain_value_or_beyond_a_list_is_told() {
        assertThat(problems(LEAST, "bridge.speed.loaded=5 km/h"))
                .containsExactly("--set bridge.speed.loaded: 'bridge.speed' is '20 km/h' at border.yaml:6:10 and has no"
                        + " 'loaded'; set 'bridge.speed' itself");
        assertThat(problems(and("origin: {closed: [2024-09-03]}\n"), "origin.closed.1=2024-09-04"))
                .containsExactly(
                        "--set origin.closed.1: 'origin.closed' has 1 elements, numbered from 0; there is no 1");
    }
}
