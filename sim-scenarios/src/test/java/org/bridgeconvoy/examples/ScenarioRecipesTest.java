package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes that need the application. The stored output is golden; {@code -Dexamples.store=true} writes it anew. */
class ScenarioRecipesTest {

    private static final Path STORED = Path.of("src", "test", "resources", "examples", "scenario-file.txt");

    @Test
    void a_scenario_file_read_from_Java_says_what_is_stored() throws IOException {
        String said = ScenarioRecipes.file();
        if (System.getProperty("examples.store") != null) {
            Files.writeString(STORED, said);
        }
        assertThat(said).isEqualTo(Files.readString(STORED));
    }

    @Test
    void a_chart_of_a_study_is_written(@TempDir Path folder) throws IOException {
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load("day-and-night", List.of()).scenario());
        Path file = folder.resolve("throughput.svg");
        ScenarioRecipes.chart(scenario, file);
        assertThat(Files.readString(file)).contains("<svg").contains("day-and-night");
    }
}
