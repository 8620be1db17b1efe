package org.bridgeconvoy.study.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointWorldsTest {

    private static final String BRIDGE = """
            scenario: small
            start: 2024-10-14
            horizon: 2 d
            bridge: {length: 946 m, speed: 10 km/h, headway: 30 s, control: {actuated: {min-green: 1 min, max-green: 20 min}}}
            fleet: {trucks: 20, payload: 40 t}
            demand: {cement: {load: 40 t, rate: 60 trucks/d}}
            """;

    @TempDir
    private Path folder;

    private OpenScenario open;

    @BeforeEach
    void open() throws IOException {
        Path file = folder.resolve("small.yaml");
        Files.writeString(file, BRIDGE);
        open = new ScenarioLoader().open(file.toString());
    }

    private static List<List<String>> headways(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(s -> List.of("bridge.headway=" + s + " s"))
                .toList();
    }

    @Test
    void tells_all_problems_of_all_worlds_and_adds_none_of_them() {
        PointWorlds worlds = new PointWorlds(open, List.of("fleet.trucks=10"));
        worlds.add(headways(40, 2));

        assertThatThrownBy(() -> worlds.add(List.of(
                        List.of("bridge.headway=20 s"),
                        List.of("bridge.headway=20", "fleet.trucks=0"),
                        List.of("fleet.truks=3"))))
                .isInstanceOfSatisfying(InvalidWorldsException.class, e -> {
                    assertThat(e.lines()).hasSize(4);
                    assertThat(e.lines().get(0)).startsWith("world 4 (bridge.headway=20, fleet.trucks=0): --set ");
                    assertThat(e.lines().get(1)).startsWith("world 4 (").contains("fleet.trucks must be >= 1, got 0");
                    assertThat(e.lines().get(2))
                            .startsWith("world 5 (fleet.truks=3): ")
                            .contains("did you mean 'fleet.trucks'?");
                    assertThat(e.lines().get(3)).isEqualTo("2 of 3 worlds are no valid scenarios, nothing was run");
                });

        assertThat(worlds.size()).isEqualTo(2);
        assertThat(worlds.add(headways(20, 1))).isEqualTo(2);
        assertThat(worlds.name(2)).isEqualTo("world 3 (fleet.trucks=10, bridge.headway=20 s)");
    }

    @ParameterizedTest
    @CsvSource({
        "20, '20 of 20 worlds are no valid scenarios, nothing was run'",
        "21, '21 of 21 worlds are no valid scenarios (the first 20 above), nothing was run'"
    })
    void of_many_wrong_worlds_the_first_20_are_told(int wrong, String last) {
        PointWorlds worlds = new PointWorlds(open, List.of());

        assertThatThrownBy(() -> worlds.add(headways(-100, wrong)))
                .isInstanceOfSatisfying(InvalidWorldsException.class, e -> {
                    assertThat(e.lines()).hasSize(21).last().isEqualTo(last);
                    assertThat(e.lines().get(19)).startsWith("world 20 (bridge.headway=-81 s): ");
                });
    }

    /** A world is the same whether it was kept or is made anew; how many are kept does not grow, so that memory does not. */
    @Test
    void the_first_2048_worlds_are_kept_and_the_others_made_anew() {
        PointWorlds worlds = new PointWorlds(open, List.of());
        worlds.add(headways(20, 2_040));
        worlds.add(headways(20, 20));

        assertThat(worlds.world(2_047)).isSameAs(worlds.world(2_047));
        assertThat(worlds.world(2_048)).isNotSameAs(worlds.world(2_048));
        assertThat(worlds.world(2_048).bridge()).isEqualTo(worlds.world(8).bridge());
        assertThat(worlds.world(2_059).bridge()).isEqualTo(worlds.world(19).bridge());
    }

    /** A cluster, which has neither the file nor its folder, makes the world of the text. */
    @Test
    void the_text_of_a_world_is_a_scenario_that_gives_it_again() throws IOException {
        PointWorlds worlds = new PointWorlds(open, List.of("fleet.trucks=10"));
        worlds.add(List.of(List.of(), List.of("bridge.headway=45 s", "fleet.payload=30 t")));
        Path alone = Files.writeString(folder.resolve("alone.yaml"), worlds.text(1));

        PointWorlds again = new PointWorlds(new ScenarioLoader().open(alone.toString()), List.of());
        again.add(List.of(List.of()));

        assertThat(again.world(0).bridge()).isEqualTo(worlds.world(1).bridge());
        assertThat(again.world(0).fleet()).isEqualTo(worlds.world(1).fleet());
        assertThat(again.world(0).bridge()).isNotEqualTo(worlds.world(0).bridge());
    }
}
