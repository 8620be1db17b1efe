package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;

/** Compares draws of the posterior with the prior, input by input. */
final class Marginals {

    /** The number of slices of equal probability; the prior's quantiles are taken at the middle of each. */
    private static final int SLICES = 2000;

    private Marginals() {}

    /**
     * Each input before and after.
     *
     * @param space the prior
     * @param posterior draws
     * @param first draws of the posterior from one half of the simulations
     * @param second from the other
     */
    static List<Marginal> of(InputSpace space, List<double[]> posterior, List<double[]> first, List<double[]> second) {
        List<Marginal> marginals = new ArrayList<>();
        for (int i = 0; i < space.size(); i++) {
            Input input = space.inputs().get(i);
            double[] before = new double[SLICES];
            for (int k = 0; k < SLICES; k++) {
                before[k] = input.at((k + 0.5) / SLICES);
            }
            double[] after = sorted(posterior, i);
            double[] one = sorted(first, i);
            double[] other = sorted(second, i);
            boolean isChoice = input.kind() == Input.Kind.CHOICE;
            int n = isChoice ? 1 + (int) input.distribution().upperBound() : 0;
            marginals.add(new Marginal(
                    input,
                    quantiles(before),
                    quantiles(after),
                    shares(before, n),
                    shares(after, n),
                    isChoice ? ofSets(before, after, n) : greatestDifference(before, after),
                    isChoice ? ofSets(one, other, n) : greatestDifference(one, other)));
        }
        return marginals;
    }

    private static double[] sorted(List<double[]> worlds, int input) {
        return worlds.stream().mapToDouble(w -> w[input]).sorted().toArray();
    }

    private static List<Double> quantiles(double[] sorted) {
        return Marginal.PROBABILITIES.stream()
                .map(p -> Columns.quantile(sorted, p))
                .toList();
    }

    private static List<Double> shares(double[] values, int choices) {
        double[] shares = new double[choices];
        for (double value : values) {
            if (choices > 0) {
                shares[(int) value]++;
            }
        }
        return Arrays.stream(shares).map(n -> n / values.length).boxed().toList();
    }

    /** Total variation: the greatest difference in the probability of a set. */
    private static double ofSets(double[] a, double[] b, int choices) {
        List<Double> sharesOfA = shares(a, choices);
        List<Double> sharesOfB = shares(b, choices);
        double sum = 0;
        for (int k = 0; k < choices; k++) {
            sum += Math.abs(sharesOfA.get(k) - sharesOfB.get(k));
        }
        return sum / 2;
    }

    /** The statistic of Kolmogorov and Smirnov of two sorted samples. */
    private static double greatestDifference(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double greatest = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return greatest;
    }
}
