package org.bridgeconvoy.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes that need the application. The stored output is golden; {@code -Dexamples.store=true} writes it anew. */
class ScenarioRecipesTest {

    @Test
    void a_scenario_file_read_from_Java_says_what_is_stored() throws IOException {
        check("scenario-file.txt", ScenarioRecipes.file());
    }

    @Test
    void a_world_written_as_a_scenario_file_is_the_one_stored_and_comes_back() throws IOException {
        check("written.txt", ScenarioRecipes.write());
    }

    private static void check(String name, String said) throws IOException {
        Path stored = Path.of("src", "test", "resources", "examples", name);
        if (System.getProperty("examples.store") != null) {
            Files.writeString(stored, said);
        }
        assertThat(said).isEqualTo(Files.readString(stored));
    }

    @Test
    void a_chart_of_a_study_is_written(@TempDir Path folder) throws IOException {
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load("day-and-night", List.of()).scenario());
        Path file = folder.resolve("throughput.svg");
        ScenarioRecipes.chart(scenario, file);
        assertThat(Files.readString(file)).contains("<svg").contains("day-and-night");
    }

    @Test
    void charts_of_a_world_without_a_file_show_what_its_replications_say(@TempDir Path folder) throws IOException {
        ConvoyConfig world = Objects.requireNonNull(
                        new ScenarioLoader().load("day-and-night", List.of()).scenario())
                .config();

        ScenarioRecipes.ownCharts(world, folder);

        assertThat(Files.readString(folder.resolve("queue.svg"))).contains("my bridge, 3 replications");
        assertThat(Files.readAllBytes(folder.resolve("throughput.pdf"))).startsWith("%PDF".getBytes(UTF_8));
        BufferedImage image = ImageIO.read(folder.resolve("time-space.png").toFile());
        // 240 mm at 300 dpi are 240 / 25.4 * 300 = 2834.6 pixels.
        assertThat(image.getWidth()).isEqualTo(2835);
    }

    @Test
    void a_run_without_trips_has_the_charts_that_need_none(@TempDir Path folder) throws IOException {
        ConvoyConfig world = Objects.requireNonNull(
                        new ScenarioLoader().load("day-and-night", List.of()).scenario())
                .config();
        List<ReplicationResult> results = new Experiment(1, 2).run(new BridgeModel(world, r -> false));
        RunData run = RunData.of("bare", world.start(), world.horizonNanos(), world.warmUpNanos(), Double.NaN, results);

        ScenarioRecipes.everyChart(run, folder);

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("throughput.svg", "states.svg", "backlog.svg");
        }
        // The chart says what the replications say.
        double mean = results.stream()
                .mapToDouble(r -> r.metric("delivered_t_per_day"))
                .average()
                .orElseThrow();
        assertThat(Objects.requireNonNull(run.metrics().get("delivered_t_per_day"))
                        .mean())
                .isCloseTo(mean, within(1e-9));
    }
}
