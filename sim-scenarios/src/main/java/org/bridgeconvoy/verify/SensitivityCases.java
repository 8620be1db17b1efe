package org.bridgeconvoy.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.experiment.sensitivity.VarianceSplit;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * Sobol indices and the variance split of models whose answers are known. Tolerances are at least four times the root mean square error, measured over
 * 40 seeds.
 */
final class SensitivityCases {
    private static final String GROUP = "Sensitivity";
    private static final String ISHIGAMI = "Ishigami and Homma 1990, a = 7, b = 0.1";
    private static final String G = "Sobol 1993, a = 0, 1, 4.5, 9, 99, 99, 99, 99: closed form";
    private static final String TOTAL_VARIANCE = "law of total variance";

    private static final int ROWS = 1024;
    private static final int ROWS_OF_INTERVALS = 128;
    private static final int REPETITIONS = 20;

    private static final double[] FIRST = {0.3139, 0.4424, 0};
    private static final double[] TOTAL = {0.5576, 0.4424, 0.2437};
    private static final double[] WEIGHTS = {0, 1, 4.5, 9, 99, 99, 99, 99};

    private final long seed;
    /** Changes the replications of a world: none in earnest, so that a test can show which cases then fail. */
    private final UnaryOperator<double[]> change;

    private final List<Check> checks = new ArrayList<>();

    private SensitivityCases(long seed, UnaryOperator<double[]> change) {
        this.seed = seed;
        this.change = change;
    }

    static List<Check> run(Lab lab) {
        return run(lab.seed(), UnaryOperator.identity());
    }

    /** Runs the cases on changed replications. */
    static List<Check> run(long seed, UnaryOperator<double[]> change) {
        SensitivityCases cases = new SensitivityCases(seed, change);
        cases.ishigami();
        cases.g();
        cases.intervals();
        cases.split();
        cases.queue();
        return cases.checks;
    }

    /** A model: one replication at a point. */
    private interface World {
        double replicate(double[] point, Streams streams);

        static World of(ToDoubleFunction<double[]> function) {
            return (point, streams) -> function.applyAsDouble(point);
        }
    }

    private SensitivityAnalysis analysis(InputSpace space, World world, int rows, int replications, long seed) {
        SensitivityDesign design = SensitivityDesign.sobol(space, rows, replications, 1, seed);
        List<double[]> points = design.points();
        List<double[][]> results = design.tasks().stream()
                .map(task -> {
                    double[] point = Arrays.stream(points.get(task.point()))
                            .map(x -> Double.isNaN(x) ? 0.5 : x)
                            .toArray();
                    double[] values = new double[task.replications()];
                    Arrays.setAll(values, r -> world.replicate(point, Streams.of(seed, task.first() + r)));
                    return Arrays.stream(change.apply(values))
                            .mapToObj(y -> new double[] {y})
                            .toArray(double[][]::new);
                })
                .toList();
        return SensitivityAnalysis.of(design, results, row -> row[0]);
    }

    private static InputSpace uniform(int inputs, double low, double high) {
        List<Input> list = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            list.add(Input.of("x" + (i + 1), Distribution.uniform(low, high)));
        }
        return new InputSpace(list);
    }

    private static double ishigami(double[] x) {
        return Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    private void within(String name, String source, double expected, IntervalEstimate got, double tolerance) {
        checks.add(Check.within(GROUP, name, source, expected, got.value(), tolerance));
    }

    private void ishigami() {
        InputSpace space = uniform(3, -Math.PI, Math.PI);
        List<InputIndices> indices = analysis(space, World.of(SensitivityCases::ishigami), ROWS, 1, seed)
                .indices();
        for (int i = 0; i < FIRST.length; i++) {
            within(
                    "Ishigami, first-order index " + (i + 1),
                    ISHIGAMI,
                    FIRST[i],
                    indices.get(i).first(),
                    0.06);
            within(
                    "Ishigami, total index " + (i + 1),
                    ISHIGAMI,
                    TOTAL[i],
                    indices.get(i).main(),
                    0.05);
        }
        World noisy = (x, streams) ->
                ishigami(x) + 3 * streams.stream("chance " + Arrays.hashCode(x)).nextGaussian();
        within(
                "Ishigami with chance, total index 1",
                ISHIGAMI,
                TOTAL[0],
                analysis(space, noisy, ROWS, 2, seed).indices().get(0).main(),
                0.2);
    }

    private void g() {
        double[] part =
                Arrays.stream(WEIGHTS).map(a -> 1 / (3 * (1 + a) * (1 + a))).toArray();
        double all = Arrays.stream(part).reduce(1, (product, v) -> product * (1 + v));
        World world = World.of(x -> {
            double y = 1;
            for (int i = 0; i < x.length; i++) {
                y *= (Math.abs(4 * x[i] - 2) + WEIGHTS[i]) / (1 + WEIGHTS[i]);
            }
            return y;
        });
        List<InputIndices> indices =
                analysis(uniform(WEIGHTS.length, 0, 1), world, ROWS, 1, seed).indices();
        for (int i = 0; i < 2; i++) {
            double total = part[i] * all / (1 + part[i]) / (all - 1);
            within(
                    "g-function, total index " + (i + 1),
                    G,
                    total,
                    indices.get(i).main(),
                    0.05);
        }
    }

    /** Of the 95% intervals of all indices about 95% must hold the exact one; 90% and 100% still pass. */
    private void intervals() {
        InputSpace space = uniform(3, -Math.PI, Math.PI);
        int held = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            List<InputIndices> indices = analysis(
                            space, World.of(SensitivityCases::ishigami), ROWS_OF_INTERVALS, 1, seed + i)
                    .indices();
            for (InputIndices index : indices) {
                held += index.first().interval95().contains(FIRST[index.input()]) ? 1 : 0;
                held += index.main().interval95().contains(TOTAL[index.input()]) ? 1 : 0;
            }
        }
        int all = 2 * FIRST.length * REPETITIONS;
        checks.add(Check.within(
                GROUP, all + " intervals of Sobol indices, held", "95% intervals", 0.95 * all, held, 0.05 * all));
    }

    /** Two inputs of variance 4 and 5, and chance of variance 16. */
    private void split() {
        double half = Math.sqrt(3);
        World world = (x, streams) -> 2 * x[0]
                + Math.sqrt(5) * x[1]
                + 4 * streams.stream("chance " + Arrays.hashCode(x)).nextGaussian();
        VarianceSplit split =
                analysis(uniform(2, -half, half), world, ROWS, 2, seed).split();
        within("World plus chance, variance of worlds", TOTAL_VARIANCE, 9, split.worlds(), 2);
        within("World plus chance, variance of chance", TOTAL_VARIANCE, 16, split.chance(), 2);
    }

    /**
     * The time in the system of M/M/1 in equilibrium is exponential with mean 1/(1 − λ), λ uniform on [0.3, 0.7]: E(Var) = E[1/(1 − λ)²] and Var(E) = E[1/(1
     * − λ)²] − E[1/(1 − λ)]².
     */
    private void queue() {
        double mean = integral(rate -> 1 / (1 - rate[0]));
        double square = integral(rate -> 1 / ((1 - rate[0]) * (1 - rate[0])));
        World world = (rate, streams) -> timeInSystem(rate[0], streams);
        VarianceSplit split =
                analysis(uniform(1, 0.3, 0.7), world, 2 * ROWS, 4, seed).split();
        String source = TOTAL_VARIANCE + ", Simpson's rule";
        within("M/M/1, rate not known, variance of worlds, s2", source, square - mean * mean, split.worlds(), 0.25);
        within("M/M/1, rate not known, variance of chance, s2", source, square, split.chance(), 0.8);
    }

    /** Mean over a rate uniform on [0.3, 0.7] by Simpson's rule. */
    private static double integral(ToDoubleFunction<double[]> function) {
        int steps = 200;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            int weight = i == 0 || i == steps ? 1 : 2 + 2 * (i % 2);
            sum += weight * function.applyAsDouble(new double[] {0.3 + 0.4 * i / steps});
        }
        return sum / (3 * steps);
    }

    /** The number found at arrival is geometric; the customer stays for their services and its own. */
    private static double timeInSystem(double rate, Streams streams) {
        int found = (int) Math.floor(Math.log(streams.stream("found").nextDouble()) / Math.log(rate));
        RandomStream service = streams.stream("service");
        double time = 0;
        for (int i = 0; i <= found; i++) {
            time += service.nextExponential();
        }
        return time;
    }
}
