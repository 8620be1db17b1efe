package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.scenario.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was observed is part of each world, and read anew where a value moves its dates. */
class ObservedWorldsTest {

    @TempDir
    private Path directory;

    private static List<Integer> days(OpenScenario scenario, String... sets) {
        return List.copyOf(Objects.requireNonNull(scenario.world(List.of(sets)).world())
                .observed()
                .get(0)
                .counts()
                .keySet());
    }

    private OpenScenario seen() throws IOException {
        Files.writeString(directory.resolve("seen.csv"), "date,outbound_trucks\n2024-09-03,7\n2024-09-05,8\n");
        Path file = Files.writeString(directory.resolve("seen.yaml"), """
                scenario: seen
                start: 2024-09-02
                horizon: 9 d
                bridge: {length: 1 km, speed: 30 km/h, control: {timetable: {outbound: always, return: always}}, lanes: 2}
                fleet: {trucks: 9}
                demand: {cloth: {load: 40 t, rate: 2 trucks/d}}
                observed: seen.csv
                """);
        return new ScenarioLoader().open(file.toString());
    }

    @Test
    void each_world_has_the_numbers_on_the_days_of_its_own_start() throws IOException {
        OpenScenario scenario = seen();

        assertThat(days(scenario)).containsExactly(1, 3);
        assertThat(days(scenario, "fleet.trucks=8")).containsExactly(1, 3);
        assertThat(days(scenario, "start=2024-09-01")).containsExactly(2, 4);
        assertThat(days(scenario, "fleet.trucks=7")).containsExactly(1, 3);
        assertThat(Objects.requireNonNull(
                                scenario.world(List.of("observed=null")).world())
                        .observed())
                .isEmpty();
    }

    @Test
    void a_table_of_what_was_observed_is_read_once_for_all_worlds_on_the_same_dates() throws IOException {
        OpenScenario scenario = seen();
        assertThat(days(scenario)).containsExactly(1, 3);

        Files.delete(directory.resolve("seen.csv"));

        assertThat(days(scenario, "fleet.trucks=8")).containsExactly(1, 3);
        assertThat(scenario.world(List.of("start=2024-09-01")).problems())
                .singleElement()
                .asString()
                .contains("cannot read")
                .contains("seen.csv");
    }

    @Test
    void a_world_with_a_wrong_value_has_its_problem_and_leaves_the_others_as_they_are() throws IOException {
        OpenScenario scenario = seen();

        LoadedWorld wrong = scenario.world(List.of("fleet.trucks=0"));

        assertThat(wrong.world()).isNull();
        assertThat(wrong.problems())
                .extracting(Problem::toString)
                .containsExactly("--set fleet.trucks: fleet.trucks must be >= 1, got 0");
        assertThat(days(scenario, "fleet.trucks=8")).containsExactly(1, 3);
        assertThat(OpenScenario.shown(List.of("fleet.trucks=8", "bridge.lanes=1")))
                .isEqualTo("fleet.trucks=8, bridge.lanes=1");
    }
}
