package org.bridgeconvoy.benchmarks;

import org.openjdk.jmh.results.Result;

/**
 * A value and where it may lie.
 *
 * @param low the least that the errors allow
 * @param value the best guess
 * @param high the most that the errors allow
 */
record Interval(double low, double value, double high) {

    /** JMH's score and its 99.9% confidence interval; with a single iteration there is none. */
    static Interval of(Result<?> result) {
        double score = result.getScore();
        double error = Double.isNaN(result.getScoreError()) ? 0 : result.getScoreError();
        return new Interval(Math.max(score - error, 0), score, score + error);
    }

    /** The quotient, at the far ends of both errors. */
    Interval over(Interval divisor) {
        return new Interval(low / divisor.high, value / divisor.value, high / divisor.low);
    }

    Interval times(double factor) {
        return new Interval(low * factor, value * factor, high * factor);
    }
}
