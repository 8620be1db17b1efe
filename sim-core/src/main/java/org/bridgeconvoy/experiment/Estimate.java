package org.bridgeconvoy.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * The mean of independent observations, one for each replication, with its uncertainty.
 *
 * <ul>
 *   <li>An observation that is NaN had nothing to observe; it is left out, and {@code n} counts the others.
 *   <li>No observation: all values but {@code n} are NaN.
 *   <li>One observation: standard deviation and half-width are NaN, not 0.
 *   <li>Equal observations: the mean is their value and the standard deviation 0, exactly.
 * </ul>
 *
 * <p>The interval mean ± half-width is Student's t interval: exact for normal observations, and close for means over a
 * long run, which are nearly normal. Skewed observations lower the confidence: of 95% intervals from 30 single
 * exponential values 92.9% hold the mean, from 30 values of 0 and 1 with a share of 0.05 only 79.0% (measured in 1,000
 * experiments each, see docs/guide/intervals.md).
 *
 * @param n observations that were made
 * @param mean arithmetic mean
 * @param sd sample standard deviation (divisor n − 1)
 * @param halfWidth95 half-width of the 95% confidence interval of the mean
 * @param min least observation
 * @param max greatest observation
 */
public record Estimate(int n, double mean, double sd, double halfWidth95, double min, double max) {
    private static final double CONFIDENCE = 0.95;

    /** No observation. */
    public static final Estimate NONE = new Estimate(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /**
     * The estimate from observations. The result depends on their order in the last bits only, so it must be that of the
     * replications, not that in which they ended.
     *
     * @param observations one for each replication; NaN where there was nothing to observe
     * @return the estimate
     * @throws IllegalArgumentException if an observation is infinite: it has no mean
     */
    public static Estimate of(double... observations) {
        return of(observations, n -> StudentT.critical(n - 1, CONFIDENCE));
    }

    /**
     * The estimates of several quantities that the same replications observed, such as one of each day.
     *
     * @param rows one for each replication, in their order, all of one length; NaN where there was nothing to observe
     * @return one for each place in the rows; none if there are no rows
     * @throws IllegalArgumentException if the rows differ in length, or an observation is infinite
     */
    public static List<Estimate> ofColumns(List<double[]> rows) {
        Map<Integer, Double> critical = new HashMap<>();
        List<Estimate> estimates = new ArrayList<>();
        int columns = rows.isEmpty() ? 0 : rows.get(0).length;
        for (double[] row : rows) {
            if (row.length != columns) {
                throw new IllegalArgumentException("rows must have one length, got " + columns + " and " + row.length);
            }
        }
        for (int i = 0; i < columns; i++) {
            int column = i;
            estimates.add(of(
                    rows.stream().mapToDouble(row -> row[column]).toArray(),
                    n -> critical.computeIfAbsent(n, k -> StudentT.critical(k - 1, CONFIDENCE))));
        }
        return estimates;
    }

    private static Estimate of(double[] observations, IntToDoubleFunction critical) {
        double[] values = made(observations);
        int n = values.length;
        if (n == 0) {
            return NONE;
        }
        double min = Arrays.stream(values).min().orElseThrow();
        double max = Arrays.stream(values).max().orElseThrow();
        double mean = mean(values);
        double squares = min == max ? 0 : squaredDeviations(values, mean);
        double sd = n == 1 ? Double.NaN : Math.sqrt(squares / (n - 1));
        return new Estimate(n, mean, sd, halfWidth(n, sd, critical), min, max);
    }

    /**
     * The mean of {@link #of(double...)} to the bit, for which no interval is worked out: that takes far longer than a mean.
     *
     * @return NaN if there was nothing to observe
     * @throws IllegalArgumentException if an observation is infinite
     */
    static double meanOf(double... observations) {
        double[] values = made(observations);
        return values.length == 0 ? Double.NaN : mean(values);
    }

    /** The observations that were made. */
    private static double[] made(double[] observations) {
        double[] values =
                Arrays.stream(observations).filter(x -> !Double.isNaN(x)).toArray();
        for (double x : values) {
            if (Double.isInfinite(x)) {
                throw new IllegalArgumentException("an observation must be finite, or NaN for no data, got " + x);
            }
        }
        return values;
    }

    /**
     * The estimate from observations.
     *
     * @param observations one for each replication, in their order; NaN where there was nothing to observe
     * @return the estimate
     */
    public static Estimate of(Collection<Double> observations) {
        return of(observations.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The half-width of the interval of another confidence.
     *
     * @param confidence above 0, below 1
     * @return 0 or more; NaN below two observations
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public double halfWidth(double confidence) {
        StudentT.checkConfidence(confidence);
        return halfWidth(n, sd, k -> StudentT.critical(k - 1, confidence));
    }

    /**
     * The half-width. The critical value is looked up only if the standard deviation is above 0.
     *
     * @param critical gives the critical value of Student's t for a number of observations
     */
    private static double halfWidth(int n, double sd, IntToDoubleFunction critical) {
        if (n < 2) {
            return Double.NaN;
        }
        return sd == 0 ? 0 : critical.applyAsDouble(n) * sd / Math.sqrt(n);
    }

    /**
     * Mean by Neumaier's summation (1974), which adds up the rounding errors of a sum separately. That of equal values is their value: a
     * rounded mean would give a spread that is not there.
     */
    private static double mean(double[] values) {
        double sum = 0;
        double lost = 0;
        boolean equal = true;
        for (double x : values) {
            double next = sum + x;
            lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
            sum = next;
            equal &= x == values[0];
        }
        return equal ? Arrays.stream(values).min().orElseThrow() : (sum + lost) / values.length;
    }

    /** Chan, Golub, LeVeque (1983), the corrected two-pass algorithm. */
    private static double squaredDeviations(double[] values, double mean) {
        double squares = 0;
        double rest = 0;
        for (double x : values) {
            double d = x - mean;
            squares += d * d;
            rest += d;
        }
        return Math.max(squares - rest * rest / values.length, 0);
    }
}
