package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.numeric.Fdlibm;

/**
 * What summaries are made from: each number counted (long series in blocks), and of each series its mean, the logarithm of its variance and the
 * correlation of neighbours. Numbers are deviations from what some simulations gave on average, in their standard deviations, and lie within {@link #MOST} of 0.
 */
final class Features {

    /** The most numbers that stand alone; longer observations are averaged in blocks of neighbours. */
    private static final int MOST_ALONE = 300;

    private static final double MOST = 6;

    private static final double LEAST_VARIANCE = 0.01;

    /** First and last number of a series. */
    private record Range(int from, int to) {}

    private final List<Range> series = new ArrayList<>();
    private final List<Range> blocks = new ArrayList<>();
    private final double[] mean;
    private final double[] sd;

    /**
     * Features about some simulations.
     *
     * @param observations which numbers belong together
     * @param simulated at least two rows
     */
    Features(List<Observation> observations, List<double[]> simulated) {
        int n = observations.size();
        int from = 0;
        int length = (n + MOST_ALONE - 1) / MOST_ALONE;
        for (int i = 1; i <= n; i++) {
            if (i == n
                    || !observations
                            .get(i)
                            .series()
                            .equals(observations.get(from).series())) {
                series.add(new Range(from, i));
                for (int b = from; b < i; b += length) {
                    blocks.add(new Range(b, Math.min(b + length, i)));
                }
                from = i;
            }
        }
        mean = new double[n];
        sd = new double[n];
        for (int i = 0; i < n; i++) {
            int column = i;
            double[] values = simulated.stream().mapToDouble(s -> s[column]).toArray();
            mean[i] = Columns.mean(values);
            sd[i] = Columns.sd(values);
        }
    }

    /** The features of numbers that were counted or simulated. */
    double[] of(double[] counts) {
        double[] z = new double[counts.length];
        for (int i = 0; i < z.length; i++) {
            // Nothing was observed there: as if it were the mean.
            boolean known = sd[i] > 0 && !Double.isNaN(counts[i]);
            z[i] = known ? Math.max(-MOST, Math.min((counts[i] - mean[i]) / sd[i], MOST)) : 0;
        }
        double[] features = new double[blocks.size() + 3 * series.size()];
        int f = 0;
        for (Range block : blocks) {
            features[f++] = Columns.mean(Arrays.copyOfRange(z, block.from, block.to));
        }
        for (Range range : series) {
            double[] own = Arrays.copyOfRange(z, range.from, range.to);
            double mean = Columns.mean(own);
            double squares = 0;
            double products = 0;
            for (int i = 0; i < own.length; i++) {
                own[i] -= mean;
                squares += own[i] * own[i];
                products += i > 0 ? own[i] * own[i - 1] : 0;
            }
            // In this form they are nearly normal and say nothing that the mean says.
            features[f++] = mean;
            features[f++] = Fdlibm.log(squares / own.length + LEAST_VARIANCE);
            features[f++] = products / (squares + LEAST_VARIANCE * own.length);
        }
        return features;
    }
}
