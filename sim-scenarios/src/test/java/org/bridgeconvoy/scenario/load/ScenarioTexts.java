package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;

/** Small scenario files for tests. */
final class ScenarioTexts {

    /** The smallest valid scenario file. */
    static final String LEAST = """
            scenario: least
            start: 2024-09-02
            horizon: 2 d
            bridge:
              length: 940.8 m
              speed: 20 km/h
              control:
                timetable: {outbound: "08:00-17:00", return: "19:00-05:00"}
            fleet: {trucks: 3}
            demand:
              steel: {load: 40 t, rate: 10 trucks/d}
            """;

    private ScenarioTexts() {}

    static LoadResult load(String text, String... sets) {
        return new ScenarioLoader().loadText("border.yaml", text, List.of(sets));
    }

    static Scenario scenario(String text, String... sets) {
        LoadResult loaded = load(text, sets);
        assertThat(loaded.problems()).isEmpty();
        return Objects.requireNonNull(loaded.scenario());
    }

    static ConvoyConfig config(String text, String... sets) {
        return scenario(text, sets).config();
    }

    static List<String> problems(String text, String... sets) {
        LoadResult loaded = load(text, sets);
        assertThat(loaded.scenario() == null).isEqualTo(!loaded.problems().isEmpty());
        return loaded.problems().stream().map(Problem::toString).toList();
    }

    /** The least file with one of its lines replaced by others. */
    static String with(String line, String replacement) {
        assertThat(LEAST).contains(line + "\n");
        return LEAST.replace(line + "\n", replacement + "\n");
    }

    /** The least file with more lines at its end. */
    static String and(String lines) {
        return LEAST + lines;
    }
}
