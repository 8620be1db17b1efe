package org.bridgeconvoy.study.optimum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnWorldsTest {

    private static UncertainInput input(String path, String... places) {
        return new UncertainInput(
                path,
                Input.of(path, Distribution.uniform(0, 1)),
                "",
                List.of(),
                IntStream.range(0, places.length)
                        .mapToObj(i -> new UncertainInput.Target(places[i], value -> Double.toString(value)))
                        .toList());
    }

    private static final UncertainInputs INDEPENDENT = new UncertainInputs(
            List.of(
                    input("fleet.trucks", "fleet.trucks"),
                    input("demand.*.rate", "demand.a.rate", "demand.b.rate"),
                    input("bridge.headway", "bridge.headway")),
            List.of(),
            List.of());

    private static final UncertainInputs JOINT = new UncertainInputs(
            List.of(),
            List.of("fleet.trucks", "demand.a.rate"),
            List.of(List.of("10", "5/d"), List.of("20", "6/d"), List.of("30", "7/d"), List.of("40", "8/d")));

    private static List<String> paths(List<String> sets) {
        return sets.stream().map(set -> set.substring(0, set.indexOf('='))).toList();
    }

    /** A path that is varied covers what is below it, and no path that only begins with the same letters. */
    @ParameterizedTest
    @CsvSource({
        "none, 3, fleet.trucks demand.a.rate demand.b.rate bridge.headway",
        "fleet.trucks, 2, demand.a.rate demand.b.rate bridge.headway",
        "fleet, 2, demand.a.rate demand.b.rate bridge.headway",
        "fleet.truck, 3, fleet.trucks demand.a.rate demand.b.rate bridge.headway",
        "demand.b, 3, fleet.trucks demand.a.rate bridge.headway",
        "demand, 2, fleet.trucks bridge.headway",
    })
    void what_is_varied_is_not_drawn(String varied, int inputs, String drawn) {
        DrawnWorlds worlds = new DrawnWorlds(INDEPENDENT, List.of(varied), 3);

        assertThat(worlds.inputs()).isEqualTo(inputs);
        assertThat(paths(worlds.sets(1))).containsExactly(drawn.split(" "));
    }

    @Test
    void a_world_belongs_to_its_replication_and_the_seed() {
        DrawnWorlds worlds = new DrawnWorlds(INDEPENDENT, List.of("fleet"), 3);

        // What is varied changes none of the draws of the others.
        assertThat(worlds.sets(7))
                .isEqualTo(new DrawnWorlds(INDEPENDENT, List.of(), 3).sets(7).subList(1, 4));
        assertThat(worlds.sets(7)).isNotEqualTo(worlds.sets(8));
        assertThat(worlds.sets(7)).isNotEqualTo(new DrawnWorlds(INDEPENDENT, List.of("fleet"), 4).sets(7));
    }

    /** With replacement: of 400 worlds each of the 4 rows has 100, with a standard deviation of 8.7. */
    @Test
    void of_a_joint_sample_a_world_is_a_row_drawn_at_random() {
        DrawnWorlds worlds = new DrawnWorlds(JOINT, List.of(), 3);

        assertThat(worlds.inputs()).isEqualTo(2);
        assertThat(IntStream.rangeClosed(1, 400)
                        .mapToObj(worlds::sets)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .containsOnlyKeys(
                        List.of("fleet.trucks=10", "demand.a.rate=5/d"),
                        List.of("fleet.trucks=20", "demand.a.rate=6/d"),
                        List.of("fleet.trucks=30", "demand.a.rate=7/d"),
                        List.of("fleet.trucks=40", "demand.a.rate=8/d"))
                .allSatisfy((row, count) -> assertThat(count).isBetween(100L - 35, 100L + 35));
    }

    @Test
    void of_a_joint_sample_a_column_that_is_varied_is_left_out() {
        DrawnWorlds worlds = new DrawnWorlds(JOINT, List.of("demand"), 3);

        assertThat(worlds.inputs()).isEqualTo(1);
        assertThat(worlds.sets(1)).hasSize(1).first().asString().startsWith("fleet.trucks=");
        assertThat(new DrawnWorlds(UncertainInputs.NONE, List.of(), 3).inputs()).isZero();
    }
}
