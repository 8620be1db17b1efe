package org.bridgeconvoy.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * Error of total indices on the points of {@link SensitivityDesign#sobol} and on pseudo-random points, with one estimator: the root of the mean square over
 * repetitions and inputs. The table says how many model runs the Sobol points need for the error of the pseudo-random ones, by interpolation between the
 * logarithms of runs and errors.
 */
public final class IndexErrors {
    private static final int FEWEST_ROWS = 8;

    private final IndexProblem problem;
    private final int repetitions;
    /** Rows of the design: {@value #FEWEST_ROWS}, and each time twice as many. */
    private final int[] rows;

    private final double[][] sobol;
    private final double[][] random;

    private IndexErrors(IndexProblem problem, int repetitions, int mostRows) {
        this.problem = problem;
        this.repetitions = repetitions;
        rows = IntStream.iterate(FEWEST_ROWS, n -> n <= mostRows, n -> 2 * n).toArray();
        sobol = new double[problem.outputs().size()][rows.length];
        random = new double[problem.outputs().size()][rows.length];
    }

    /**
     * Measures and prints.
     *
     * @param args {@code functions REPETITIONS}, {@code day-and-night REPETITIONS} or {@code truth ROWS}
     */
    public static void main(String[] args) {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            int number = Integer.parseInt(args[1]);
            switch (args[0]) {
                case "functions" -> {
                    System.out.print(table(IndexProblem.ishigami(), number, 512));
                    System.out.print(table(IndexProblem.g(), number, 512));
                }
                case "day-and-night" ->
                    System.out.print(table(new BridgeIndices(executor, threads).problem(), number, 64));
                case "truth" -> new BridgeIndices(executor, threads).print(number, System.out);
                default -> throw new IllegalArgumentException("functions, day-and-night or truth, got " + args[0]);
            }
        } finally {
            executor.shutdown();
        }
    }

    /** Measures a problem. */
    static String table(IndexProblem problem, int repetitions, int mostRows) {
        IndexErrors errors = new IndexErrors(problem, repetitions, mostRows);
        for (int seed = 1; seed <= repetitions; seed++) {
            errors.repeat(seed);
        }
        return errors.table();
    }

    private void repeat(long seed) {
        double[][] cube = cube(seed);
        add(seed, sobol, n -> SensitivityDesign.sobol(problem.space(), n, problem.replications(), 1, seed));
        add(
                seed,
                random,
                n -> SensitivityDesign.crossed(
                        problem.space(), Arrays.copyOf(cube, n), problem.replications(), 1, seed));
    }

    private double[][] cube(long seed) {
        RandomStream stream = Streams.of(seed, 1).stream("points");
        double[][] cube = new double[rows[rows.length - 1]][2 * problem.space().size()];
        for (double[] row : cube) {
            Arrays.setAll(row, i -> stream.nextDouble());
        }
        return cube;
    }

    /** Adds the squared errors; the runs of a small design are the first of a large one. */
    private void add(long seed, double[][] squares, IntFunction<SensitivityDesign> designs) {
        SensitivityDesign largest = designs.apply(rows[rows.length - 1]);
        List<double[][]> results = problem.runner().of(largest, seed).run(largest.tasks());
        for (int n = 0; n < rows.length; n++) {
            SensitivityDesign design = designs.apply(rows[n]);
            List<double[][]> first = results.subList(0, design.tasks().size());
            for (int o = 0; o < squares.length; o++) {
                int output = o;
                for (InputIndices index : SensitivityAnalysis.of(design, first, row -> row[output])
                        .indices()) {
                    double error = index.main().value() - problem.totals()[o][index.input()];
                    squares[o][n] += error * error;
                }
            }
        }
    }

    private String table() {
        StringBuilder text = new StringBuilder();
        for (int o = 0; o < sobol.length; o++) {
            double[] fast = roots(sobol[o]);
            double[] slow = roots(random[o]);
            text.append(String.format(
                    Locale.ROOT,
                    "%s, %s: %d inputs, %d repetitions%n%8s%8s%14s%14s%22s%n",
                    problem.name(),
                    problem.outputs().get(o),
                    problem.space().size(),
                    repetitions,
                    "rows",
                    "runs",
                    "pseudo-random",
                    "Sobol",
                    "Sobol, equal error"));
            for (int n = 0; n < rows.length; n++) {
                double needed = needed(fast, slow[n]);
                text.append(String.format(
                        Locale.ROOT,
                        "%8d%8d%14.5f%14.5f%22s%n",
                        rows[n],
                        rows[n] * worlds(),
                        slow[n],
                        fast[n],
                        Double.isNaN(needed)
                                ? "not in the table"
                                : String.format(Locale.ROOT, "%.0f (%.2f)", needed * worlds(), needed / rows[n])));
            }
        }
        return text.toString();
    }

    /** Model runs of a row. */
    private int worlds() {
        return (problem.space().size() + 2) * problem.replications();
    }

    private double[] roots(double[] squares) {
        return Arrays.stream(squares)
                .map(sum -> Math.sqrt(sum / repetitions / problem.space().size()))
                .toArray();
    }

    /** The rows at which the errors first fall to a value; NaN if that is outside the table. */
    private double needed(double[] errors, double value) {
        for (int n = 1; n < rows.length; n++) {
            if (errors[n - 1] >= value && errors[n] <= value) {
                double way = Math.log(errors[n - 1] / value) / Math.log(errors[n - 1] / errors[n]);
                return rows[n - 1] * Math.pow(rows[n] / (double) rows[n - 1], way);
            }
        }
        return Double.NaN;
    }
}
