package org.bridgeconvoy.experiment.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The mean of an output in classes of one input's values. Classes hold about equally many worlds; equal values are never parted, so that each value of a
 * choice or of a few whole numbers is a class of its own.
 */
final class ConditionalMeans {
    /** Most classes. */
    private static final int MOST = 10;
    /** Fewest worlds of a class, on average. */
    private static final int FEWEST = 8;

    private ConditionalMeans() {}

    /** The class of each world, numbered from 0 in the order of the values. */
    static int[] classes(double[] input) {
        int n = input.length;
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> input[i]));
        int wanted = Math.max(1, Math.min(MOST, n / FEWEST));
        boolean few = Arrays.stream(input).distinct().limit(wanted + 1L).count() <= wanted;
        int[] classes = new int[n];
        int current = 0;
        int begin = 0;
        for (int k = 1; k < n; k++) {
            boolean changes = input[order[k]] != input[order[k - 1]];
            // The next class begins where its share of the worlds begins, or at the next value of a few.
            if (changes && (few || k >= (long) (current + 1) * n / wanted) && k > begin) {
                current = few ? current + 1 : Math.max(current + 1, (int) ((long) k * wanted / n));
                begin = k;
            }
            classes[order[k]] = current;
        }
        return compact(classes);
    }

    /** Renumbers the classes without gaps. */
    private static int[] compact(int[] classes) {
        int[] distinct = Arrays.stream(classes).distinct().sorted().toArray();
        return Arrays.stream(classes).map(c -> Arrays.binarySearch(distinct, c)).toArray();
    }

    /** The conditional mean over an input: a point for each class with its mean input, mean output and number of worlds. */
    static List<ConditionalMean> of(double[] input, double[] output) {
        int[] classes = classes(input);
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        double[] x = new double[count];
        double[] y = new double[count];
        int[] n = new int[count];
        for (int j = 0; j < input.length; j++) {
            x[classes[j]] += input[j];
            y[classes[j]] += output[j];
            n[classes[j]]++;
        }
        List<ConditionalMean> means = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            means.add(new ConditionalMean(x[c] / n[c], y[c] / n[c], n[c]));
        }
        return means;
    }

    /**
     * Variance of the conditional mean, without the part that the spread within classes adds to the means of classes (analysis of variance).
     *
     * @param counts how often each world counts
     */
    static double variance(int[] classes, double[] output, int[] counts) {
        int count = Arrays.stream(classes).max().orElse(-1) + 1;
        double[] sum = new double[count];
        double[] n = new double[count];
        double all = 0;
        double total = 0;
        for (int j = 0; j < output.length; j++) {
            sum[classes[j]] += counts[j] * output[j];
            n[classes[j]] += counts[j];
            all += counts[j] * output[j];
            total += counts[j];
        }
        double mean = all / total;
        double between = 0;
        double filled = 0;
        for (int c = 0; c < count; c++) {
            if (n[c] > 0) {
                double d = sum[c] / n[c] - mean;
                between += n[c] * d * d;
                filled++;
            }
        }
        double squares = 0;
        for (int j = 0; j < output.length; j++) {
            double d = output[j] - sum[classes[j]] / Math.max(n[classes[j]], 1);
            squares += counts[j] * d * d;
        }
        double meanSquare = total > filled ? squares / (total - filled) : 0;
        return (between - (filled - 1) * meanSquare) / total;
    }
}
