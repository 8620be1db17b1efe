package org.bridgeconvoy.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.random.Distribution;

/**
 * A model whose total indices are known.
 *
 * @param name what the table calls it
 * @param space its inputs
 * @param outputs names of its outputs
 * @param totals of each output the total index of each input
 * @param replications replications of each world
 * @param runner runs a design; the seed is that of chance
 */
record IndexProblem(
        String name, InputSpace space, List<String> outputs, double[][] totals, int replications, Runner runner) {

    /** Makes the runner of a design. */
    interface Runner {
        PointRunner of(SensitivityDesign design, long seed);
    }

    /** Ishigami and Homma (1990) with a = 7 and b = 0.1; the indices to six digits from their closed form. */
    static IndexProblem ishigami() {
        return function(
                "Ishigami",
                3,
                u -> {
                    double[] x =
                            Arrays.stream(u).map(v -> (2 * v - 1) * Math.PI).toArray();
                    return Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
                },
                0.557576,
                0.442411,
                0.243684);
    }

    /** Sobol's g-function with a = (0, 1, 4.5, 9, 99, 99, 99, 99): with V_i = 1 / (3 (1 + a_i)²), ST_i = V_i Π_{j≠i} (1 + V_j) / (Π (1 + V_j) − 1). */
    static IndexProblem g() {
        double[] a = {0, 1, 4.5, 9, 99, 99, 99, 99};
        double[] part = Arrays.stream(a).map(x -> 1 / (3 * (1 + x) * (1 + x))).toArray();
        double all = Arrays.stream(part).reduce(1, (product, v) -> product * (1 + v));
        return function(
                "g-function",
                a.length,
                u -> {
                    double y = 1;
                    for (int i = 0; i < a.length; i++) {
                        y *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
                    }
                    return y;
                },
                Arrays.stream(part).map(v -> v * all / (1 + v) / (all - 1)).toArray());
    }

    private static IndexProblem function(
            String name, int inputs, ToDoubleFunction<double[]> function, double... totals) {
        List<Input> list = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            list.add(Input.of("x" + (i + 1), Distribution.uniform(0, 1)));
        }
        return new IndexProblem(
                name, new InputSpace(list), List.of("y"), new double[][] {totals}, 1, (design, seed) -> {
                    List<double[]> points = design.points();
                    return tasks -> tasks.stream()
                            .map(task -> new double[][] {{value(function, points.get(task.point()))}})
                            .toList();
                });
    }

    /** The value at a point; inputs at base are in the middle. */
    private static double value(ToDoubleFunction<double[]> function, double[] point) {
        return function.applyAsDouble(
                Arrays.stream(point).map(u -> Double.isNaN(u) ? 0.5 : u).toArray());
    }
}
