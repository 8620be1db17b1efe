package org.bridgeconvoy.experiment;

import java.util.Arrays;

/**
 * The mean of one long run, cut in batches whose means are treated as independent observations (after the warm-up, which the
 * caller leaves out). The interval is right only if the batches are long enough, and the batches themselves hardly show whether
 * they are: {@link #looksIndependent} looks at shorter ones.
 *
 * @param estimate from the batch means; its {@code n} is the number of batches
 * @param batchSize observations in a batch; what is left over at the end is not used
 * @param lag1Correlation correlation of neighbouring batch means, from −1 to 1; NaN below three batches or without spread
 * @param shortLag1Correlation that correlation for ten times as many batches, each a tenth as long; NaN also if there are fewer
 *     observations than such batches
 */
public record BatchMeans(Estimate estimate, int batchSize, double lag1Correlation, double shortLag1Correlation) {
    private static final int SHORTER = 10;
    private static final double LEAST_CORRELATED = 0.2;

    /**
     * Cuts a series in batches of equal size.
     *
     * @param series observations in order of time
     * @param batches how many, at least 2
     * @return the estimate and its diagnosis
     * @throws IllegalArgumentException if there are fewer than two batches, fewer observations than batches, or an observation
     *     that is not finite
     */
    public static BatchMeans of(double[] series, int batches) {
        if (batches < 2 || series.length < batches) {
            throw new IllegalArgumentException("batch means need >= 2 batches and as many observations, got " + batches
                    + " batches and " + series.length + " observations");
        }
        WarmUp.checkFinite(series);
        double[] means = means(series, batches);
        double shortLag1 = series.length / SHORTER < batches ? Double.NaN : lag1(means(series, SHORTER * batches));
        return new BatchMeans(Estimate.of(means), series.length / batches, lag1(means), shortLag1);
    }

    private static double[] means(double[] series, int batches) {
        int size = series.length / batches;
        double[] means = new double[batches];
        for (int i = 0; i < batches; i++) {
            means[i] = Estimate.meanOf(Arrays.copyOfRange(series, i * size, (i + 1) * size));
        }
        return means;
    }

    /**
     * Whether batches look independent: neighbours among ten times as many, each a tenth as long, have a correlation below 0.2. The
     * correlation of the batches themselves says too little: of forty it has a standard error of 0.16, so it is found near 0 where
     * the variance, and with it the correlation, comes out too low by chance.
     *
     * <p>A yes is no proof. Measured on waits of an M/M/1 queue from its long-run state, how often the 95% interval held the mean:
     *
     * <ul>
     *   <li>load 0.8, 100,000 waits in 40 batches: 96%, and a yes in 91% of the runs;
     *   <li>load 0.9, 4,000 waits in 40 batches: 64%, a yes in none (the batches' own correlation looked harmless in 22%, of which
     *       31% held it);
     *   <li>load 0.9, 40,000 waits in 10 batches: 92% of all, a yes in 37%, of which 84% held it. A series that never shows how long
     *       its swings are cannot show that it is too short.
     * </ul>
     *
     * @return false if longer batches are called for; false if nothing can be said
     */
    public boolean looksIndependent() {
        return shortLag1Correlation < LEAST_CORRELATED;
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
