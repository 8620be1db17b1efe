package org.bridgeconvoy.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;

/**
 * Functions of uniform inputs whose Sobol indices are known, with chance added.
 *
 * @param space inputs
 * @param function expected value
 * @param first exact first-order indices
 * @param total exact total indices
 */
record SensitivityModels(InputSpace space, ToDoubleFunction<double[]> function, double[] first, double[] total) {

    /** What is added to the expected value of a point. */
    interface Chance {
        Chance NONE = (streams, point, x) -> 0;

        double draw(Streams streams, int point, double[] x);

        /** Drawn anew at every point. */
        static Chance independent(double sd) {
            return (streams, point, x) -> sd * streams.stream("chance " + point).nextGaussian();
        }

        /** The same draw at all points, weighing more where the first input is large. */
        static Chance common(double sd) {
            return (streams, point, x) ->
                    sd * (1 + x[0]) * streams.stream("chance").nextGaussian();
        }
    }

    /** Ishigami and Homma (1990), a = 7, b = 0.1; indices rounded to four digits. */
    static SensitivityModels ishigami() {
        return new SensitivityModels(
                uniform(3, -Math.PI, Math.PI),
                x -> Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]),
                new double[] {0.3139, 0.4424, 0},
                new double[] {0.5576, 0.4424, 0.2437});
    }

    /** Sobol's g-function: V_i = 1 / (3 (1 + a_i)²), V = Π (1 + V_i) − 1, S_i = V_i / V, ST_i = V_i Π_{j≠i} (1 + V_j) / V. */
    static SensitivityModels g() {
        double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
        double product = 1;
        double[] part = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            part[i] = 1 / (3 * (1 + a[i]) * (1 + a[i]));
            product *= 1 + part[i];
        }
        double variance = product - 1;
        double all = product;
        return new SensitivityModels(
                uniform(a.length, 0, 1),
                x -> {
                    double y = 1;
                    for (int i = 0; i < a.length; i++) {
                        y *= (Math.abs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
                    }
                    return y;
                },
                Arrays.stream(part).map(v -> v / variance).toArray(),
                Arrays.stream(part).map(v -> v * all / (1 + v) / variance).toArray());
    }

    /** Ten inputs with a total index each, and an eleventh with the rest: a sum of inputs of variance 1, each times the root of its index. */
    static SensitivityModels tenWith(double index) {
        double[] indices = new double[11];
        Arrays.fill(indices, index);
        indices[10] = 1 - 10 * index;
        return sum(indices);
    }

    /** A sum of independent inputs of mean 0, each with its variance. */
    static SensitivityModels sum(double... variances) {
        double all = Arrays.stream(variances).sum();
        double[] shares = Arrays.stream(variances).map(v -> v / all).toArray();
        double half = Math.sqrt(3);
        return new SensitivityModels(
                uniform(variances.length, -half, half),
                x -> {
                    double y = 0;
                    for (int i = 0; i < x.length; i++) {
                        y += Math.sqrt(variances[i]) * x[i];
                    }
                    return y;
                },
                shares,
                shares);
    }

    private static InputSpace uniform(int inputs, double low, double high) {
        List<Input> list = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            list.add(Input.of("x" + (i + 1), Distribution.uniform(low, high)));
        }
        return new InputSpace(list);
    }

    SensitivityAnalysis analyse(SensitivityDesign design, Chance chance, long seed) {
        return SensitivityAnalysis.of(design, runner(design, chance, seed)).get(0);
    }

    SensitivityAnalysis analyse(int rows, int replications, Chance chance, long seed) {
        return analyse(SensitivityDesign.sobol(space, rows, replications, 10, seed), chance, seed + 1000);
    }

    /** The base of every input is 0. */
    PointRunner runner(SensitivityDesign design, Chance chance, long seed) {
        List<double[]> points = design.points();
        return tasks -> tasks.stream()
                .map(task -> rows(task, points.get(task.point()), chance, seed))
                .toList();
    }

    private double[][] rows(PointTask task, double[] point, Chance chance, long seed) {
        double[] x = Arrays.stream(point).map(v -> Double.isNaN(v) ? 0 : v).toArray();
        double expected = function.applyAsDouble(x);
        double[][] rows = new double[task.replications()][];
        for (int r = 0; r < rows.length; r++) {
            Streams streams = Streams.of(seed, task.first() + r);
            rows[r] = new double[] {expected + chance.draw(streams, task.point(), x)};
        }
        return rows;
    }
}
