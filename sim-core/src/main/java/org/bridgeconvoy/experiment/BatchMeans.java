package org.bridgeconvoy.experiment;

import java.util.Arrays;

/**
 * The mean of one long run, cut in batches whose means are treated as independent observations (after the warm-up, which the
 * caller leaves out). Half the interval's honesty is in the batches being long enough: {@link #lag1Correlation} tells.
 *
 * @param estimate from the batch means; its {@code n} is the number of batches
 * @param batchSize observations in a batch; what is left over at the end is not used
 * @param lag1Correlation correlation of neighbouring batch means, from −1 to 1; NaN below three batches or without spread
 */
public record BatchMeans(Estimate estimate, int batchSize, double lag1Correlation) {

    /**
     * Cuts a series in batches of equal size.
     *
     * @param series observations in order of time
     * @param batches how many, at least 2
     * @return the estimate and its diagnosis
     * @throws IllegalArgumentException if there are fewer than two batches, or fewer observations than batches
     */
    public static BatchMeans of(double[] series, int batches) {
        if (batches < 2 || series.length < batches) {
            throw new IllegalArgumentException("batch means need >= 2 batches and as many observations, got " + batches
                    + " batches and " + series.length + " observations");
        }
        int size = series.length / batches;
        double[] means = new double[batches];
        for (int i = 0; i < batches; i++) {
            means[i] = Estimate.of(Arrays.copyOfRange(series, i * size, (i + 1) * size))
                    .mean();
        }
        return new BatchMeans(Estimate.of(means), size, lag1(means));
    }

    /**
     * Whether neighbouring batches look independent: the correlation is within twice its standard error 1 ÷ sqrt(batches) of 0, or
     * negative.
     *
     * @return false if longer batches are called for; false if nothing can be said
     */
    public boolean looksIndependent() {
        return lag1Correlation <= 2 / Math.sqrt(estimate.n());
    }

    private static double lag1(double[] means) {
        Estimate all = Estimate.of(means);
        if (means.length < 3 || !(all.sd() > 0)) {
            return Double.NaN;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < means.length; i++) {
            double d = means[i] - all.mean();
            squares += d * d;
            if (i > 0) {
                products += d * (means[i - 1] - all.mean());
            }
        }
        return products / squares;
    }
}
