package org.bridgeconvoy.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.experiment.sensitivity.VarianceSplit;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;

/**
 * A sensitivity analysis of a function of uniform inputs with normal chance.
 *
 * @param name of the function
 * @param low lower end of every input; the base is 0
 * @param high upper end
 * @param function expected value
 * @param first exact first-order indices
 * @param total exact total indices
 * @param mean exact mean over worlds
 * @param variance exact variance between worlds
 * @param chance standard deviation of the chance
 * @param replications of each world
 */
record Sensitivities(
        String name,
        double low,
        double high,
        ToDoubleFunction<double[]> function,
        double[] first,
        double[] total,
        double mean,
        double variance,
        double chance,
        int replications) {

    private static final int ROWS = 128;
    private static final int BASE = 10;

    /** The bound of the probability of the sum; P(world ≥ 3) follows by the area of a corner, P(world + chance ≥ 3) by integration. */
    private static final double BOUND = 3;

    private static final int STEPS = 2000;

    /** Standard deviation of chance that makes up 0.81/2 of 9 + 0.81/2, 4.3%, just below what is marked. */
    private static final double QUIET = 0.9;

    /** Share of the worlds between the 5th and 95th percentile. */
    private static final double RANGE = 0.9;

    static List<Campaign> all(int repetitions) {
        return List.of(
                ishigami().campaign(repetitions),
                g().campaign(repetitions),
                sum("sum", 4).campaign(repetitions),
                sum("quiet", QUIET).campaign(repetitions));
    }

    /** Ishigami and Homma (1990), a = 7, b = 0.1. */
    private static Sensitivities ishigami() {
        double a = 7;
        double b = 0.1;
        double pi4 = Math.pow(Math.PI, 4);
        double v1 = 0.5 * Math.pow(1 + b * pi4 / 5, 2);
        double v2 = a * a / 8;
        double v13 = b * b * pi4 * pi4 * (1 / 18.0 - 1 / 50.0);
        double v = v1 + v2 + v13;
        return new Sensitivities(
                "ishigami",
                -Math.PI,
                Math.PI,
                x -> Math.sin(x[0]) + a * Math.pow(Math.sin(x[1]), 2) + b * Math.pow(x[2], 4) * Math.sin(x[0]),
                new double[] {v1 / v, v2 / v, 0},
                new double[] {(v1 + v13) / v, v2 / v, v13 / v},
                a / 2,
                v,
                3,
                4);
    }

    /** Sobol's g-function of inputs from 0 to 1 with a = 0, 1, 4.5, 99: V_i = 1 / (3 (1 + a_i)²), V = Π (1 + V_i) − 1. */
    private static Sensitivities g() {
        double[] a = {0, 1, 4.5, 99};
        double[] part = Arrays.stream(a).map(x -> 1 / (3 * (1 + x) * (1 + x))).toArray();
        double product = Arrays.stream(part).reduce(1, (p, v) -> p * (1 + v));
        double variance = product - 1;
        return new Sensitivities(
                "g",
                0,
                1,
                x -> {
                    double y = 1;
                    for (int i = 0; i < a.length; i++) {
                        y *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
                    }
                    return y;
                },
                Arrays.stream(part).map(v -> v / variance).toArray(),
                Arrays.stream(part).map(v -> v * product / (1 + v) / variance).toArray(),
                1,
                variance,
                0.5,
                4);
    }

    /** Inputs of variance 1 from −√3 to √3, times 2, √5 and 0. */
    private static Sensitivities sum(String name, double chance) {
        double half = Math.sqrt(3);
        double[] share = {4 / 9.0, 5 / 9.0, 0};
        return new Sensitivities(
                name, -half, half, x -> 2 * x[0] + Math.sqrt(5) * x[1] + 0 * x[2], share, share, 0, 9, chance, 2);
    }

    private Campaign campaign(int repetitions) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < first.length; i++) {
            inputs.add(Input.of("x" + (i + 1), Distribution.uniform(low, high)));
        }
        InputSpace space = new InputSpace(inputs);
        double replication = ofReplication();
        return new Campaign("sensitivity-" + name, repetitions, (seed, sheet) -> {
            SensitivityDesign design = SensitivityDesign.sobol(space, ROWS, replications, BASE, seed);
            SensitivityAnalysis analysis =
                    SensitivityAnalysis.of(design, runner(design, seed)).get(0);
            indices(sheet, analysis.indices());
            split(sheet, analysis.split());
            Estimate base = analysis.base();
            double atBase = function.applyAsDouble(new double[first.length]);
            interval(sheet, "base ±", base.mean(), base.halfWidth95(), atBase);
            ExpectedRange expected = analysis.expected();
            interval(sheet, "mean to expect", expected.mean(), mean);
            tornado(sheet, analysis.tornado(), atBase);
            if (name.equals("sum") || name.equals("quiet")) {
                range(sheet, expected, analysis.worldMeans().length);
                chances(sheet, analysis, replication);
            }
        });
    }

    private void indices(Sheet sheet, List<InputIndices> indices) {
        for (int i = 0; i < first.length; i++) {
            InputIndices index = indices.get(i);
            interval(sheet, "first-order index of x" + (i + 1), index.first(), first[i]);
            interval(sheet, "total index of x" + (i + 1), index.main(), total[i]);
            if (total[i] == 0) {
                sheet.held("x" + (i + 1) + " not said to matter", 0.95, false, !index.matters());
            }
        }
    }

    private void split(Sheet sheet, VarianceSplit split) {
        double noise = chance * chance;
        interval(sheet, "variance by chance", split.chance(), noise);
        interval(sheet, "variance between worlds", split.worlds(), variance);
        interval(sheet, "share of the variance between worlds", split.worldsShare(), variance / (variance + noise));
    }

    private void tornado(Sheet sheet, List<TornadoBar> bars, double atBase) {
        for (TornadoBar bar : bars.subList(0, 1)) {
            for (TornadoBar.End end : bar.ends()) {
                double[] x = new double[first.length];
                x[bar.input()] = end.value();
                PairedDifference d = end.difference();
                String what = "tornado, x" + (bar.input() + 1) + " at its "
                        + (end.value() < (low + high) / 2 ? "5th" : "95th") + " percentile ±";
                interval(sheet, what, d.estimate().mean(), d.halfWidth(), function.applyAsDouble(x) - atBase);
            }
        }
    }

    /** The i-th of n independent worlds has i/(n + 1) of all below it on average, and percentile p of them is the one with number 1 + (n − 1) p. */
    private void range(Sheet sheet, ExpectedRange expected, int worlds) {
        sheet.share(
                "range to expect: worlds in it",
                RANGE * (worlds - 1) / (worlds + 1),
                expected.isShapeUnsure(),
                below(expected.p95()) - below(expected.p5()));
    }

    private void chances(Sheet sheet, SensitivityAnalysis analysis, double replication) {
        IntervalEstimate expected = analysis.chanceOfExpected(y -> y >= BOUND);
        sheet.interval(
                "chance of a bound, expected value",
                0.95,
                analysis.expected().isShapeUnsure(),
                expected.interval95().low(),
                expected.interval95().high(),
                1 - below(BOUND));
        interval(
                sheet,
                "chance of a bound, single replication",
                analysis.chanceOfReplication(y -> y >= BOUND),
                replication);
    }

    /** P(2·x1 + √5·x2 + chance ≥ {@link #BOUND}) of the sum, by the midpoint rule over both. */
    private double ofReplication() {
        int steps = STEPS / 5;
        Distribution noise = Distribution.normal(0, chance);
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double x = 2 * (low + (high - low) * (i + 0.5) / steps);
            for (int j = 0; j < steps; j++) {
                double y = Math.sqrt(5) * (low + (high - low) * (j + 0.5) / steps);
                sum += noise.probabilityBelow(x + y - BOUND);
            }
        }
        return sum / steps / steps;
    }

    /** P(2·x1 + √5·x2 below y) of the sum, by the midpoint rule over x1. */
    private double below(double y) {
        double sum = 0;
        for (int i = 0; i < STEPS; i++) {
            double x = 2 * (low + (high - low) * (i + 0.5) / STEPS);
            sum += Math.min(1, Math.max(0, ((y - x) / Math.sqrt(5) - low) / (high - low)));
        }
        return sum / STEPS;
    }

    private static void interval(Sheet sheet, String what, IntervalEstimate estimate, double truth) {
        sheet.interval(
                what, 0.95, estimate.interval95().low(), estimate.interval95().high(), truth);
    }

    private static void interval(Sheet sheet, String what, double value, double half, double truth) {
        sheet.interval(what, 0.95, value - half, value + half, truth);
    }

    private PointRunner runner(SensitivityDesign design, long seed) {
        List<double[]> points = design.points();
        return tasks -> tasks.stream()
                .map(task -> rows(task, points.get(task.point()), seed))
                .toList();
    }

    private double[][] rows(PointTask task, double[] point, long seed) {
        double expected = function.applyAsDouble(
                Arrays.stream(point).map(v -> Double.isNaN(v) ? 0 : v).toArray());
        double[][] rows = new double[task.replications()][];
        for (int r = 0; r < rows.length; r++) {
            double z = Streams.of(seed, task.first() + r).stream("chance " + task.point())
                    .nextGaussian();
            rows[r] = new double[] {expected + chance * z};
        }
        return rows;
    }
}
