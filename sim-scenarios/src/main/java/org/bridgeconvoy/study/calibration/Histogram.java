package org.bridgeconvoy.study.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.input.Input;

/**
 * How likely the values of an input are, before and after, in bins of equal width. The bins reach over the prior but for its tails, and over the
 * posterior.
 *
 * @param from lower end of the first bin
 * @param until upper end of the last bin
 * @param before probability of each bin as it was believed, in percent
 * @param after probability of each bin given what was observed, in percent
 */
public record Histogram(double from, double until, List<Double> before, List<Double> after) {

    private static final int BINS = 40;

    private static final int PRIOR_POINTS = 4000;

    private static final double PERCENT = 100;

    /** The prior is drawn between these probabilities, so that a long tail does not press all else together. */
    private static final double CUT = 0.002;

    /** Copies the lists. */
    public Histogram {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** The histogram of a number. */
    static Histogram of(Input believed, double[] after) {
        double[] before = new double[PRIOR_POINTS];
        Arrays.setAll(before, i -> believed.at((i + 0.5) / PRIOR_POINTS));
        double low = Math.min(believed.at(CUT), Arrays.stream(after).min().orElseThrow());
        double top = Math.max(believed.at(1 - CUT), Arrays.stream(after).max().orElseThrow());
        double high = top > low ? top : low + 1;
        boolean isWhole = believed.kind() == Input.Kind.WHOLE;
        // Bins of whole numbers hold equally many of them.
        double width = isWhole ? Math.ceil((high - low + 1) / BINS) : (high - low) / BINS;
        double from = isWhole ? low - 0.5 : low;
        int bins = isWhole ? (int) Math.ceil((high + 0.5 - from) / width) : BINS;
        double until = from + bins * width;
        return new Histogram(from, until, shares(before, from, until, bins), shares(after, from, until, bins));
    }

    private static List<Double> shares(double[] values, double from, double until, int bins) {
        int[] counts = new int[bins];
        for (double value : values) {
            int bin = (int) Math.floor((value - from) / (until - from) * bins);
            if (bin >= 0 && bin < bins || value == until) {
                counts[Math.min(bin, bins - 1)]++;
            }
        }
        return Stream.iterate(0, i -> i + 1)
                .limit(bins)
                .map(i -> PERCENT * counts[i] / values.length)
                .toList();
    }
}
