package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.experiment.point.PointException;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.report.CsvFiles;
import org.bridgeconvoy.report.JsonSummary;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: one thread of this machine. The cluster here sends everything as bytes, in an order of its own. */
class ClusterRunnerTest {

    @TempDir
    private Path directory;

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    private final List<Integer> order = new ArrayList<>();

    private static Scenario scenario(String name, String... sets) {
        LoadResult loaded = LOADER.load(name, List.of(sets));
        return Objects.requireNonNull(loaded.scenario(), () -> String.valueOf(loaded.problems()));
    }

    /** Runs the last piece first, after a way through bytes. */
    private void backwards(List<Piece<?>> pieces, PieceFiles files, Cluster.Taker taker) {
        for (int i = pieces.size() - 1; i >= 0; i--) {
            order.add(i);
            taker.take(i, sent(pieces.get(i)).run(LOADER, sent(files)));
        }
    }

    @SuppressWarnings("unchecked") // The class of what was written.
    private static <T> T sent(T thing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(thing);
            }
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private Workers cluster() {
        return Workers.of(1).with(here -> new ClusterRunner(here, 1, this::backwards, 1e-9, 1e-9));
    }

    private static StudyOptions options(int replications) {
        return new StudyOptions(3, replications, 0, 2, false, true, true, Target.NONE);
    }

    private <T> void isTheSame(Function<Workers, T> work) {
        T alone;
        T spread;
        try (Workers workers = Workers.of(1)) {
            alone = work.apply(workers);
        }
        try (Workers workers = cluster()) {
            spread = work.apply(workers);
        }
        assertThat(spread).isEqualTo(alone);
        assertThat(order).hasSizeGreaterThan(1);
    }

    /** Everything that the files of a run are made of. */
    private static String files(StudyResult result) {
        StringWriter out = new StringWriter();
        try {
            JsonSummary.write(result, Map.of(), out);
            if (result.hasTrucks()) {
                CsvFiles.trips(result, out);
                CsvFiles.daily(result, out);
                CsvFiles.dailyByCargo(result, out);
            }
            CsvFiles.traffic(result, out);
            CsvFiles.breakdowns(result, out);
            CsvFiles.observed(result, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    @Test
    void a_run_gives_the_bytes_of_one_thread() {
        Scenario scenario = scenario("day-and-night", "horizon=4 d", "warm-up=1 d");
        isTheSame(workers -> files(Study.run(scenario, options(12), workers, Progress.NONE)));
    }

    @Test
    void breakdowns_vehicles_and_return_loads_travel() throws IOException {
        Path file = directory.resolve("all.yaml");
        Files.writeString(file, """
                scenario: all
                start: 2026-03-02
                horizon: 4 d
                bridge:
                  length: 900 m
                  speed: 20 km/h
                  breakdowns: {probability: 0.05, repair: exponential(20 min)}
                  control: {actuated: {min-green: 2 min, max-green: 20 min}}
                fleet: {trucks: 20, payload: 40 t}
                origin: {road: 10 min, loading: {servers: 3, time: exponential(15 min)}}
                demand:
                  cloth: {load: 20 t, rate: 60 trucks/d}
                  scrap: {load: 15 t, rate: 30 trucks/d, direction: return}
                traffic:
                  cars: {direction: outbound, rate: 100 vehicles/d}
                """);
        Scenario scenario = scenario(file.toString());
        isTheSame(workers -> files(Study.run(scenario, options(6), workers, Progress.NONE)));
    }

    @Test
    void a_run_until_it_is_precise_gives_the_bytes_of_one_thread() {
        Scenario scenario = scenario("day-and-night", "horizon=4 d", "warm-up=1 d");
        Target target = new Target("lead_time_h", 0.2);
        StudyOptions until = new StudyOptions(1, 30, 0, 0, false, false, false, target);
        isTheSame(workers -> files(Study.run(scenario, until, workers, Progress.NONE)));
    }

    @Test
    void a_sweep_gives_the_points_of_one_thread() {
        List<Vary> varied = List.of(Vary.parse("fleet.trucks=20,40,60"));
        List<Scenario> scenarios = Vary.combinations(varied).stream()
                .map(values -> scenario("day-and-night", "horizon=4 d", "warm-up=1 d", "fleet.trucks=" + values.get(0)))
                .toList();
        isTheSame(workers -> Sweep.run(
                        varied, scenarios, 1, 7, Target.NONE, SweepView.USUAL, workers, PointStore.NONE, Progress.NONE)
                .points());
    }

    /** A table too long for a resolved text stays in its file, which travels beside it. */
    @Test
    void a_long_data_file_travels() throws IOException {
        String rows = IntStream.range(0, 12_000)
                .mapToObj(i -> String.format("2026-03-%02dT%02d:%02d:00,cloth,10", 2 + i / 6000, i / 250 % 24, i % 60))
                .collect(Collectors.joining("\n", "time,cargo,tonnes\n", "\n"));
        Files.writeString(directory.resolve("long list.csv"), rows);
        Path file = directory.resolve("long.yaml");
        Files.writeString(file, """
                scenario: long
                start: 2026-03-02
                horizon: 3 d
                bridge: {length: 900 m, speed: 20 km/h, control: {actuated: {min-green: 2 min, max-green: 20 min}}}
                fleet: {trucks: 20, payload: 40 t}
                origin: {loading: {servers: 3, time: exponential(15 min)}}
                consignments: long list.csv
                """);
        Scenario scenario = scenario(file.toString());
        assertThat(scenario.resolvedText()).contains("long list.csv#sha256=");
        PieceFiles files = new PieceFiles();
        files.add(scenario.resolvedText());
        assertThat(sent(files).located(scenario.resolvedText()))
                .doesNotContain("long list.csv")
                .contains("#sha256=");
        StudyOptions plain = new StudyOptions(1, 4, 0, 1, false, false, false, Target.NONE);
        isTheSame(workers -> files(Study.run(scenario, plain, workers, Progress.NONE)));
    }

    /** Fails in replication 4 wherever it runs. */
    private record Poisoned() implements Wanted<double[]> {

        @Override
        public Model<double[]> model(ConvoyConfig world) {
            return () -> streams -> {
                if (streams.replication() == 4) {
                    throw new IllegalStateException("no");
                }
                return new double[] {streams.replication()};
            };
        }

        @Override
        public void write(double[] result, DataOutput out) throws IOException {
            ResultData.writeDoubles(result, out);
        }

        @Override
        public double[] read(Supplier<Model<double[]>> model, DataInput in) throws IOException {
            return ResultData.readDoubles(in);
        }
    }

    @Test
    void a_poisoned_point_is_named_and_the_results_before_it_are_handed_on() {
        Scenario scenario = scenario("day-and-night");
        Model<double[]> model = new Poisoned().model(scenario.config());
        Recipe<double[]> recipe = new Recipe<>(point -> scenario.resolvedText(), new Poisoned());
        List<PointTask> tasks = List.of(new PointTask(7, 1, 3), new PointTask(8, 1, 6));
        List<Double> had = new ArrayList<>();
        try (Workers workers = cluster()) {
            Batch<double[]> many =
                    new Batch<>(5, tasks, point -> model, point -> "world " + point, (done, planned) -> {}, recipe);
            assertThatThrownBy(() -> workers.runner().run(many, (task, r, row) -> had.add(row[0])))
                    .isInstanceOf(PointException.class)
                    .hasMessage("replication 4 of world 8 failed (seed 5): no");
            assertThat(had).containsExactly(1.0, 2.0, 3.0, 1.0, 2.0, 3.0);

            Batch<double[]> one = Batch.of(model, 5, 1, 9, (done, planned) -> {}, recipe);
            assertThatThrownBy(() -> workers.runner().run(one, (task, r, row) -> {}))
                    .isInstanceOf(ReplicationException.class)
                    .hasMessage("replication 4 failed (seed 5): no");
        }
    }

    @Test
    void what_cannot_travel_runs_here() {
        BridgeModel model = new BridgeModel(
                scenario("day-and-night", "horizon=2 d", "warm-up=0 d").config());
        try (Workers workers = cluster()) {
            List<Integer> numbers = new ArrayList<>();
            workers.runner()
                    .run(
                            Batch.of(model, 1, 2, 4, (done, planned) -> {}, null),
                            (task, replication, result) -> numbers.add(result.replication()));
            assertThat(numbers).containsExactly(2, 3, 4);
            assertThat(order).isEmpty();
        }
    }
}
