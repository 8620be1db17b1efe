package org.bridgeconvoy.experiment.sensitivity;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Intervals from the bootstrap over rows: percentiles of what resampled rows give, expanded as Hesterberg (2015, The American Statistician 69) advises,
 * for resampled rows spread too little by the factor √((n − 1)/n), and few rows need Student's t rather than the normal law.
 */
final class Bootstrap {
    /**
     * Nominal confidence of a 95% interval. With 0.95 the intervals of a total index that is chance alone held it in 91.8% of 400 repetitions (128 rows, 4
     * replications, chance drawn anew at each point): products of chance have heavy tails, which resampled rows show too seldom.
     */
    private static final double CONFIDENCE = 0.97;

    private Bootstrap() {}

    /**
     * How often each row is taken in each resample.
     *
     * @return one array of counts a resample, each adding up to the number of rows
     */
    static int[][] counts(int rows, int resamples, RandomStream stream) {
        int[][] counts = new int[resamples][rows];
        for (int[] count : counts) {
            for (int i = 0; i < rows; i++) {
                count[stream.nextInt(rows)]++;
            }
        }
        return counts;
    }

    /**
     * The 95% interval.
     *
     * @param resampled the estimate from each resample, in any order; those that are NaN are left out
     * @param rows number of rows, at least 2
     */
    static Interval interval(double[] resampled, int rows) {
        double[] values = Arrays.stream(resampled).filter(x -> !Double.isNaN(x)).toArray();
        if (values.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        double tail = expandedTail(rows);
        Distribution law = Distribution.empirical(values);
        return new Interval(law.quantile(tail), law.quantile(1 - tail));
    }

    /** The probability in place of 0.025. */
    private static double expandedTail(int rows) {
        @Nullable RandomGenerator none = null;
        double t = new TDistribution(none, rows - 1, 1e-9).inverseCumulativeProbability((1 - CONFIDENCE) / 2);
        return Distribution.normal(0, 1).probabilityBelow(t * Math.sqrt(rows / (rows - 1.0)));
    }
}
