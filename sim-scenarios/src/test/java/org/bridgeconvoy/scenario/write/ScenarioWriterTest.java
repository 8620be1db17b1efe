package org.bridgeconvoy.scenario.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A configuration written and read again is equal to the first, or is refused with the parts that no file can hold. */
class ScenarioWriterTest {

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    private static ConvoyConfig read(String text) {
        LoadResult loaded = LOADER.loadText("written.yaml", text, List.of());
        assertThat(loaded.problems()).as(text).isEmpty();
        return Objects.requireNonNull(loaded.scenario()).config();
    }

    private static ConvoyConfig load(String nameOrPath) {
        return Objects.requireNonNull(LOADER.load(nameOrPath, List.of()).scenario())
                .config();
    }

    static Stream<String> scenarios() throws IOException {
        List<String> names = BuiltInScenarios.names();
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "intervals"))) {
            return Stream.concat(names.stream(), files.map(Path::toString).sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void a_scenario_comes_back_equal(String nameOrPath) {
        ConvoyConfig config = load(nameOrPath);
        String text = ScenarioWriter.text("written", config);
        assertThat(read(text)).isEqualTo(config);
        // What is read back is written alike.
        assertThat(ScenarioWriter.text("written", read(text))).isEqualTo(text);
    }

    @Test
    void a_drawn_configuration_comes_back_equal() {
        int read = 0;
        for (long seed = 1; seed <= 100; seed++) {
            ConvoyConfig config = ConfigDraw.draw(seed);
            if (isRefusedAnyway(config)) {
                continue;
            }
            ConvoyConfig back = read(ScenarioWriter.text("drawn " + seed, config));
            assertThat(back.withChanges(List.of())).as("seed " + seed).isEqualTo(config.withChanges(List.of()));
            for (int i = 0; i < config.changes().size(); i++) {
                // Goals and observed numbers of a later world are those of the whole.
                ConvoyConfig later = config.changes().get(i).world().toBuilder()
                        .goals(config.goals())
                        .build();
                assertThat(back.changes().get(i))
                        .as("seed " + seed)
                        .isEqualTo(
                                new ConvoyConfig.Change(config.changes().get(i).atNanos(), later));
            }
            read++;
        }
        assertThat(read).isGreaterThan(50);
    }

    /** What can never work is refused by every door, and is not written. */
    private static boolean isRefusedAnyway(ConvoyConfig config) {
        try {
            new BridgeModel(config, r -> false);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return true;
        }
        return Feasibility.check(config).stream().anyMatch(Feasibility.Finding::fatal);
    }

    @Test
    void the_text_gives_what_differs_from_the_defaults() {
        String text = """
                scenario: least
                start: 2024-09-02
                horizon: 2 d
                bridge:
                  length: 940.8 m
                  speed: 5 m/s
                  control:
                    timetable:
                      outbound: "08:00-17:00"
                      return: "19:00-05:00"
                fleet:
                  trucks: 3
                origin:
                  loading:
                    time: "lognormal(720 s, 300 s, max=3600 s)"
                    hours:
                      mon-fri:
                        - "07:00-12:00"
                        - "13:00-18:00"
                      sun: "09:00-10:00"
                demand:
                  steel:
                    load: 40 t
                    rate: 10 trucks/d
                changes:
                  -
                    at: 30 h
                    set:
                      bridge.control:
                        timetable: null
                        batches:
                          outbound: 2
                          return: 3
                      bridge.headway: 90 s
                """;
        String given = text.replace("2024-09-02", "\"2024-09-02\"");
        assertThat(ScenarioWriter.text("least", read(given)).replace("\"2024-09-02\"", "2024-09-02"))
                .isEqualTo(text);
    }

    @Test
    void a_written_configuration_gives_the_results_of_the_first() {
        ConvoyConfig config = load("day-and-night");
        ConvoyConfig back = read(ScenarioWriter.text("written", config));
        var first = new org.bridgeconvoy.experiment.Experiment(7, 2).run(new BridgeModel(config));
        var second = new org.bridgeconvoy.experiment.Experiment(7, 2).run(new BridgeModel(back));
        for (int r = 0; r < 2; r++) {
            assertThat(second.get(r).metric("delivered_t_per_day"))
                    .isEqualTo(first.get(r).metric("delivered_t_per_day"));
            assertThat(second.get(r).metric("lead_time_h"))
                    .isEqualTo(first.get(r).metric("lead_time_h"));
        }
    }

    @Test
    void parts_of_ones_own_are_named_all_at_once() {
        ConvoyConfig config = load("day-and-night");
        StationConfig loading = Objects.requireNonNull(config.origin().handling());
        ConvoyConfig own = config.toBuilder()
                .bridge(config.bridge().withControl((calendar, horizon) -> {
                    throw new UnsupportedOperationException();
                }))
                .origin(config.origin().withHandling(loading.withDiscipline((truck, seconds) -> -seconds)))
                .demand(List.of(config.demand().get(0).toBuilder()
                        .arrivals((curve, stream) -> {
                            throw new UnsupportedOperationException();
                        })
                        .profile((day, date) -> 1)
                        .loadTonnes(Distribution.pareto(3, 10))
                        .build()))
                .costPerDay(12)
                .build();
        assertThatThrownBy(() -> ScenarioWriter.text("own", own))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no scenario file can say\n")
                .hasMessageContaining("bridge.control: a control of one's own (a lambda in "
                        + ScenarioWriterTest.class.getName() + "), which a file cannot hold")
                .hasMessageContaining("origin.loading: an order of service of one's own")
                .hasMessageContaining(".arrivals: arrivals of one's own")
                .hasMessageContaining(".profile: a factor of one's own")
                .hasMessageContaining(".load: pareto(3, 10) (t), which no text of a file gives exactly")
                .hasMessageContaining("costPerDay: a file gives costs by path");
    }

    @Test
    void what_a_reader_would_refuse_is_refused_in_its_words() {
        ConvoyConfig config = load("day-and-night");
        assertThatThrownBy(() -> ScenarioWriter.text("no/name", config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must consist of letters");
    }
}
