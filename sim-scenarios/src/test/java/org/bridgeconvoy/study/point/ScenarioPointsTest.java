package org.bridgeconvoy.study.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.report.PointLog;
import org.bridgeconvoy.report.UnfinishedPoints;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.Wanted;
import org.bridgeconvoy.study.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioPointsTest {

    private static final String FERRY = """
            scenario: small
            start: 2024-10-14
            horizon: 2 d
            bridge: {length: 946 m, speed: 10 km/h, headway: 30 s, control: {actuated: {min-green: 1 min, max-green: 20 min}}}
            fleet: {trucks: 20, payload: 40 t}
            destination: {customs: {servers: 1, time: "exponential(10 min)"}}
            demand: {cement: {load: 40 t, rate: 60 trucks/d}}
            """;
    private static final List<String> METRICS = List.of("delivered_t_per_day", "wait_import_p95_min", "no_such_metric");

    @TempDir
    private Path folder;

    private static OpenScenario open() throws IOException {
        Path file = Files.createTempFile("small", ".yaml");
        Files.writeString(file, FERRY);
        return new ScenarioLoader().open(file.toString());
    }

    private static PointWorlds worlds() throws IOException {
        PointWorlds worlds = new PointWorlds(open(), List.of("fleet.trucks=10"));
        worlds.add(List.of(List.of(), List.of("destination.customs.servers=2", "bridge.headway=45 s")));
        return worlds;
    }

    private static List<PointTask> tasks() {
        return List.of(new PointTask(1, 1, 3), new PointTask(0, 2, 4), new PointTask(1, 4, 5));
    }

    private static List<double[][]> run(RowStore store, int threads) throws IOException {
        try (Workers workers = Workers.of(threads)) {
            return new ScenarioPoints(worlds(), METRICS, 9, workers, store)
                    .counting(new Phases(Progress.NONE, List.of("all")).begin("all", 8))
                    .run(tasks());
        }
    }

    private static String text(List<double[][]> rows) {
        return Arrays.deepToString(rows.toArray(new double[0][][]));
    }

    @Test
    void gives_what_an_experiment_of_each_world_gives() throws IOException {
        List<double[][]> rows = run(RowStore.NONE, 2);

        List<String> sets = List.of("fleet.trucks=10", "destination.customs.servers=2", "bridge.headway=45 s");
        BridgeModel model = new BridgeModel(
                Objects.requireNonNull(open().load(sets).scenario()).config());
        List<ReplicationResult> alone = new Experiment(9, 5).run(model);
        for (int r = 1; r <= 5; r++) {
            double[] row = r <= 3 ? rows.get(0)[r - 1] : rows.get(2)[r - 4];
            assertThat(row)
                    .containsExactly(
                            alone.get(r - 1).metrics().value("delivered_t_per_day"),
                            alone.get(r - 1).metrics().value("wait_import_p95_min"),
                            Double.NaN);
        }
        assertThat(rows.get(1)).hasDimensions(3, 3);
        assertThat(text(run(RowStore.NONE, 1))).isEqualTo(text(rows));
    }

    @Test
    void a_failure_names_the_world_and_its_values() throws IOException {
        try (Workers workers = Workers.of(1)) {
            ScenarioPoints broken = ScenarioPoints.of(worlds(), new Broken(), 1, 9, workers, RowStore.NONE);

            assertThatThrownBy(() -> broken.counting(new Phases(Progress.NONE, List.of("all")).begin("all", 1))
                            .run(List.of(new PointTask(1, 4, 4))))
                    .hasMessage("replication 4 of world 2 (fleet.trucks=10, destination.customs.servers=2,"
                            + " bridge.headway=45 s) failed (seed 9): no");
        }
    }

    /** A model that fails in every replication. */
    private record Broken() implements Wanted<double[]> {

        @Override
        public Model<double[]> model(ConvoyConfig world) {
            return () -> streams -> {
                throw new IllegalStateException("no");
            };
        }

        @Override
        public void write(double[] result, DataOutput out) {}

        @Override
        public double[] read(Supplier<Model<double[]>> model, DataInput in) {
            return new double[0];
        }
    }

    /** Wherever the log is cut off, and with any number of threads, the rest is run and the log is the same again. */
    @Test
    void goes_on_from_a_log_cut_off_anywhere() throws IOException {
        List<double[][]> whole;
        try (PointLog log = PointLog.open(folder, "sensitivity", "work", METRICS)) {
            whole = run(log, 2);
        }
        Path file = folder.resolve(PointLog.NAME);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, StandardCharsets.UTF_8).lines()).hasSize(2 + 8);
        for (int cut : new int[] {0, 30, 140, 200, bytes.length - 3, bytes.length}) {
            Files.write(file, Arrays.copyOf(bytes, Math.min(cut, bytes.length)));
            try (PointLog log = PointLog.open(folder, "sensitivity", "work", METRICS)) {
                assertThat(text(run(log, 1))).isEqualTo(text(whole));
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
    }

    @Test
    void a_line_that_was_damaged_is_run_again() throws IOException {
        try (PointLog log = PointLog.open(folder, "sensitivity", "work", METRICS)) {
            run(log, 1);
        }
        Path file = folder.resolve(PointLog.NAME);
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged = bytes.clone();
        damaged[damaged.length - 12] ^= 1;
        Files.write(file, damaged);
        try (PointLog log = PointLog.open(folder, "sensitivity", "work", METRICS)) {
            run(log, 1);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void points_of_other_work_are_refused_until_their_command_has_ended() throws IOException {
        try (PointLog log = PointLog.open(folder, "sensitivity", "work", METRICS)) {
            run(log, 1);
        }
        assertThat(UnfinishedPoints.in(folder)).contains("sensitivity");
        assertThat(UnfinishedPoints.areForeign(folder, "sensitivity", "work")).isFalse();
        assertThatThrownBy(() -> PointLog.open(folder, "sensitivity", "other work", METRICS))
                .hasMessageContaining("holds points of other work");
        assertThatThrownBy(() -> PointLog.open(folder, "optimise", "work", METRICS))
                .isInstanceOf(IOException.class);

        String sum = PointLog.sums(folder).get(PointLog.NAME);
        Files.writeString(
                folder.resolve("sensitivity.json"), "{\"files\": {\"" + PointLog.NAME + "\": \"" + sum + "\"}}");

        assertThat(UnfinishedPoints.in(folder)).isEmpty();
        PointLog.open(folder, "optimise", "work", METRICS).close();
    }

    /** Replications 2 of world 2 and 4 of world 1 are stored, and a row of fewer numbers, as of other metrics, for 3 of world 1. */
    @Test
    void runs_and_saves_what_is_not_stored_and_nothing_else() throws IOException {
        List<double[][]> whole = run(RowStore.NONE, 1);
        double[] stored = {1, 2, 3};
        List<String> saved = new ArrayList<>();
        RowStore store = new RowStore() {
            @Override
            public Optional<double[]> take(int point, int replication) {
                return switch (point + ":" + replication) {
                    case "1:2", "0:4" -> Optional.of(stored);
                    case "0:3" -> Optional.of(new double[] {1, 2});
                    default -> Optional.empty();
                };
            }

            @Override
            public void save(int point, int replication, double[] row) {
                saved.add(point + ":" + replication);
            }
        };

        List<double[][]> rows = run(store, 1);

        assertThat(saved).containsExactly("1:1", "1:3", "0:2", "0:3", "1:4", "1:5");
        whole.get(0)[1] = stored;
        whole.get(1)[2] = stored;
        assertThat(text(rows)).isEqualTo(text(whole));
    }

    @Test
    void the_plan_of_a_phase_counts_what_is_left_to_run() throws IOException {
        List<String> heard = new ArrayList<>();
        RowStore first = new RowStore() {
            @Override
            public Optional<double[]> take(int point, int replication) {
                return point == 1 && replication < 4 ? Optional.of(new double[3]) : Optional.empty();
            }

            @Override
            public void save(int point, int replication, double[] row) {
                heard.add("saved " + point + ":" + replication);
            }
        };
        try (Workers workers = Workers.of(1)) {
            new ScenarioPoints(worlds(), METRICS, 9, workers, first)
                    .counting(
                            new Phases((phase, done, of) -> heard.add(done + "/" + of), List.of("all")).begin("all", 8))
                    .run(tasks());
        }
        assertThat(heard)
                .containsExactly(
                        "0/8",
                        "0/7",
                        "0/6",
                        "0/5",
                        "1/5",
                        "saved 0:2",
                        "2/5",
                        "saved 0:3",
                        "3/5",
                        "saved 0:4",
                        "4/5",
                        "saved 1:4",
                        "5/5",
                        "saved 1:5");
    }
}
