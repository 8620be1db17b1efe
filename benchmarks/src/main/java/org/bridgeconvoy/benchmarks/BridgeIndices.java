package org.bridgeconvoy.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.ThreadedPoints;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/**
 * The built-in scenario day-and-night with its eight uncertain inputs, over one week after a day of warm-up instead of four weeks after one, so that many
 * repetitions are possible.
 */
final class BridgeIndices {
    /** What stands for the exact total indices, from {@link #print}. */
    private static final String FILE = "day-and-night-totals.csv";

    private static final List<String> SHORTER = List.of("horizon=8 d", "warm-up=1 d");
    private static final List<String> METRICS = Stream.of(
                    MetricFamily.OUTBOUND_TRUCKS_PER_OPEN_DAY,
                    MetricFamily.DELIVERED_T_PER_DAY,
                    MetricFamily.LEAD_TIME_H)
            .map(MetricFamily::pattern)
            .toList();
    private static final int REPLICATIONS = 2;
    /** Not one of the seeds of the repetitions. */
    private static final long SEED = 1_000_001;

    private final OpenScenario scenario = new ScenarioLoader().open("day-and-night");
    private final UncertainInputs uncertain =
            Objects.requireNonNull(scenario.load(SHORTER).scenario()).uncertain();
    private final ExecutorService executor;
    private final int threads;

    BridgeIndices(ExecutorService executor, int threads) {
        this.executor = executor;
        this.threads = threads;
    }

    IndexProblem problem() {
        return problem(read());
    }

    private IndexProblem problem(double[][] totals) {
        return new IndexProblem("day-and-night", uncertain.space(), METRICS, totals, REPLICATIONS, this::runner);
    }

    private PointRunner runner(SensitivityDesign design, long seed) {
        List<double[]> points = design.points();
        return new ThreadedPoints(seed, point -> model(points.get(point))).on(executor, threads);
    }

    /** The metrics of the world at a point; inputs that are NaN stay at base. */
    private Model<double[]> model(double[] point) {
        List<String> sets = new ArrayList<>(SHORTER);
        for (int i = 0; i < point.length; i++) {
            if (!Double.isNaN(point[i])) {
                sets.addAll(uncertain.inputs().get(i).sets(point[i]));
            }
        }
        BridgeModel model = new BridgeModel(
                Objects.requireNonNull(scenario.world(sets).world(), () -> "not valid: " + OpenScenario.shown(sets)));
        List<String> names = model.metrics().stream().map(Metric::name).toList();
        int[] places = METRICS.stream().mapToInt(names::indexOf).toArray();
        return () -> {
            Replicator<ReplicationResult> replicator = model.newReplicator();
            return streams -> {
                ReplicationResult result = replicator.replicate(streams);
                return Arrays.stream(places)
                        .mapToDouble(place -> result.metrics().value(place))
                        .toArray();
            };
        };
    }

    /** Prints the file of total indices from a long run. */
    void print(int rows, PrintStream out) {
        SensitivityDesign design = SensitivityDesign.sobol(uncertain.space(), rows, REPLICATIONS, 1, SEED);
        List<SensitivityAnalysis> analyses = SensitivityAnalysis.of(design, runner(design, SEED));
        out.println("# total indices of day-and-night over one week, from " + rows
                + " rows: BridgeIndices, command in benchmarks/README.md");
        out.println("metric,input,total");
        for (int o = 0; o < METRICS.size(); o++) {
            for (InputIndices index : analyses.get(o).indices()) {
                out.println(METRICS.get(o) + ","
                        + uncertain.inputs().get(index.input()).path() + ","
                        + index.main().value());
            }
        }
    }

    /** Reads the file; its rows are in the order of the metrics and inputs. */
    private double[][] read() {
        double[][] totals = new double[METRICS.size()][uncertain.inputs().size()];
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BridgeIndices.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8))) {
            List<String> rows = file.lines().skip(2).toList();
            for (String row : rows) {
                String[] cells = row.split(",", -1);
                totals[METRICS.indexOf(cells[0])][input(cells[1])] = Double.parseDouble(cells[2]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return totals;
    }

    private int input(String path) {
        return uncertain.inputs().stream().map(UncertainInput::path).toList().indexOf(path);
    }
}
