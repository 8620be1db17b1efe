package org.bridgeconvoy.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mean of a quantity over replications with the help of control variates: other quantities of the same replications whose expectations
 * are known, such as how many customers appeared. Chance that let more of them appear than expected also moved the quantity; least squares
 * take that part away, and the interval becomes narrower without a further replication.
 *
 * <p>The mean is the intercept of the regression of the quantity on the deviations of the controls from their expectations, its interval
 * Student's with n − 1 − q degrees of freedom for q controls (Lavenberg and Welch 1981, A perspective on the use of control variables,
 * equations 12 to 14; Lavenberg, Moeller and Welch 1982). It is exact if quantity and controls are jointly normal. Otherwise the mean has a
 * bias of the order of 1 ÷ n, which vanishes beside the half-width.
 *
 * <p>Choose the controls before looking at the values, and few of them: each control that explains nothing makes the interval wider, by
 * about 1 ÷ (n − q) of its variance. Controls that are picked because they fit these very replications make it too narrow. With 30
 * replications or more and 5 controls the narrower of the two intervals, with and without controls, held the mean of normal observations in
 * 94.0% to 94.7% of 8,000 experiments; with 20 replications in 93.8%, with 10 in 91.9%. Of exponential instead of normal observations that the
 * controls do not explain, 30 replications held in 91.9% to 93.1% (without controls 92.8% to 94.6%). Of metrics that a capacity caps, which do not
 * follow their controls in a straight line, it lost up to 3.4 points against the plain interval (docs/guide/intervals.md).
 *
 * @param n replications
 * @param controls number of controls that were used; a control that never varied, or that the others determine, is left out
 * @param mean estimate of the expectation; NaN if {@code n} is below {@code controls + 3}
 * @param standardError its standard error; NaN as {@code mean}
 * @param r2 share of the variance that the controls explain in these replications, 0 to 1; 0 if the quantity never varied; NaN as
 *     {@code mean}
 */
public record ControlledEstimate(int n, int controls, double mean, double standardError, double r2) {

    private static final double CONFIDENCE = 0.95;
    /** Least degrees of freedom for which there is an estimate. */
    private static final int LEAST_FREEDOM = 2;
    /** A control of which the others leave less than this share of its variance is determined by them. */
    private static final double DETERMINED = 1e-10;
    /** A smaller share of the variance is the rounding of what the controls determine. */
    private static final double NOTHING = 1e-20;

    /**
     * The estimate from observations.
     *
     * @param values the quantity in each replication, finite
     * @param deviations for each control, in each replication, its value less its expectation; finite
     * @return the estimate
     * @throws IllegalArgumentException if a control has another number of replications, or a number is not finite. A replication without
     *     an observation cannot be left out: the expectation of the controls in the others is not known
     */
    public static ControlledEstimate of(double[] values, List<double[]> deviations) {
        int n = values.length;
        requireFinite("the quantity", values);
        for (double[] control : deviations) {
            requireFinite("a control", control);
            if (control.length != n) {
                throw new IllegalArgumentException("a control needs a value for each of the " + n
                        + " replications of the quantity, got " + control.length);
            }
        }
        List<Direction> used = orthonormal(deviations);
        if (n - 1 - used.size() < LEAST_FREEDOM) {
            return new ControlledEstimate(n, used.size(), Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Estimate.meanOf(values);
        double[] rest = Arrays.stream(values).map(v -> v - mean).toArray();
        double total = dot(rest, rest);
        double estimate = mean;
        double leverage = 1.0 / n;
        for (Direction direction : used) {
            double slope = direction.takeFrom(rest);
            estimate -= slope * direction.offset();
            leverage += direction.offset() * direction.offset();
        }
        double squares = dot(rest, rest);
        double left = squares > NOTHING * total ? squares : 0;
        double error = Math.sqrt(left / (n - 1 - used.size()) * leverage);
        return new ControlledEstimate(n, used.size(), estimate, error, total > 0 ? Math.max(0, 1 - left / total) : 0);
    }

    private static void requireFinite(String what, double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(what + " must be finite in each replication, got " + value);
            }
        }
    }

    /**
     * A direction among the replications, at right angles to the others and to the mean.
     *
     * @param unit of length 1
     * @param offset what the direction's control, scaled with it, lies above its expectation on average
     */
    private record Direction(double[] unit, double offset) {

        /** Takes the part in this direction from a vector; returns its length. */
        double takeFrom(double[] vector) {
            double length = dot(unit, vector);
            for (int i = 0; i < vector.length; i++) {
                vector[i] -= length * unit[i];
            }
            return length;
        }
    }

    /** Modified Gram-Schmidt, each vector twice (Björck 1994): the second pass takes away what rounding left of the first. */
    private static List<Direction> orthonormal(List<double[]> deviations) {
        List<Direction> found = new ArrayList<>();
        for (double[] control : deviations) {
            double mean = control.length == 0 ? 0 : Estimate.meanOf(control);
            double[] centred = Arrays.stream(control).map(c -> c - mean).toArray();
            double before = dot(centred, centred);
            double offset = mean;
            for (int pass = 0; pass < 2; pass++) {
                for (Direction other : found) {
                    offset -= other.takeFrom(centred) * other.offset();
                }
            }
            double left = dot(centred, centred);
            if (left > DETERMINED * before) {
                double length = Math.sqrt(left);
                found.add(new Direction(
                        Arrays.stream(centred).map(c -> c / length).toArray(), offset / length));
            }
        }
        return found;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * Degrees of freedom of the interval.
     *
     * @return n − 1 − q; below 2 there is no estimate
     */
    public int degreesOfFreedom() {
        return n - 1 - controls;
    }

    /**
     * The half-width of the interval.
     *
     * @param confidence above 0, below 1
     * @return 0 or more; NaN if there is no estimate
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public double halfWidth(double confidence) {
        StudentT.checkConfidence(confidence);
        if (Double.isNaN(mean)) {
            return Double.NaN;
        }
        return standardError == 0 ? 0 : StudentT.critical(degreesOfFreedom(), confidence) * standardError;
    }

    /**
     * The half-width of the 95% interval.
     *
     * @return 0 or more; NaN if there is no estimate
     */
    public double halfWidth95() {
        return halfWidth(CONFIDENCE);
    }

    /**
     * The 95% interval.
     *
     * @return mean ± half-width
     */
    public Interval interval() {
        double half = halfWidth95();
        return new Interval(mean - half, mean + half);
    }
}
