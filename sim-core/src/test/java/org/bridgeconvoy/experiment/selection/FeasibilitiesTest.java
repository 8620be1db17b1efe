package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Who meets a bound. Oracles: the definitions by hand, Student's quantiles and binomial tails of commons-math3. */
class FeasibilitiesTest {

    private static final Margin EXACT = Margin.ofAmount(0);

    /** Of one candidate with one output. */
    private static Feasibilities feasibilities(List<Constraint> constraints, double... values) {
        Samples samples = new Samples(
                tasks -> {
                    double[][] rows = new double[values.length][];
                    for (int r = 0; r < rows.length; r++) {
                        rows[r] = new double[] {values[r]};
                    }
                    return List.<double[][]>of(rows);
                },
                1,
                constraints.stream()
                        .map(c -> new Samples.Column(c.output(), c::observed))
                        .toList());
        SortedMap<Integer, Integer> all = new TreeMap<>();
        all.put(0, values.length);
        samples.extend(all);
        Feasibilities feasibilities =
                new Feasibilities(constraints, 0, 1, samples, new Certainty(0.95, new Looks(10), () -> 1));
        feasibilities.judge(0);
        return feasibilities;
    }

    /** 5 and 7: mean 6 with a standard error of 1. Of 1, 1, 0 and 1 the mean is 0.75 with one of 0.25. */
    @Test
    void promises_are_distances_in_standard_errors() {
        assertThat(feasibilities(List.of(Constraint.ofMean(0, Relation.AT_LEAST, 4, EXACT)), 5, 7)
                        .promise(0))
                .isCloseTo(2, within(1e-12));
        assertThat(feasibilities(List.of(Constraint.ofMean(0, Relation.AT_MOST, 4, EXACT)), 5, 7)
                        .promise(0))
                .isCloseTo(-2, within(1e-12));
        assertThat(feasibilities(List.of(Constraint.ofShare(0, Relation.AT_LEAST, 1, 0.5, 0.02)), 1, 1, 0, 1)
                        .promise(0))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void the_bound_that_is_nearest_counts() {
        Constraint far = Constraint.ofMean(0, Relation.AT_LEAST, 0, EXACT);
        Constraint near = Constraint.ofMean(0, Relation.AT_MOST, 7, EXACT);
        assertThat(feasibilities(List.of(far, near), 5, 7).promise(0)).isCloseTo(1, within(1e-12));
        assertThat(feasibilities(List.of(near, far), 5, 7).promise(0)).isCloseTo(1, within(1e-12));
        assertThat(feasibilities(List.of(), 5, 7).promise(0)).isPositive().isInfinite();
    }

    @Test
    void without_spread_a_bound_is_far_away_unless_the_mean_lies_on_it() {
        Constraint six = Constraint.ofMean(0, Relation.AT_LEAST, 6, EXACT);
        assertThat(feasibilities(List.of(six), 6, 6).promise(0)).isZero();
        assertThat(feasibilities(List.of(six), 7, 7).promise(0)).isGreaterThan(1e6);
        assertThat(feasibilities(List.of(six), 5, 5).promise(0)).isLessThan(-1e6);
    }

    /**
     * Ten values with a mean of m and a standard deviation of 1, at least 0 with a tolerance of t: taken where m minus the width is at least -t, left where m plus
     * the width is below t; where both hold, by the sign of m.
     */
    @Test
    void means_are_taken_and_left_by_the_width() {
        double width = new TDistribution(9).inverseCumulativeProbability(1 - 0.05 * 0.5 / 6) / Math.sqrt(10);
        double[] spread = new double[10];
        for (int i = 0; i < spread.length; i++) {
            spread[i] = (i % 2 == 0 ? 1 : -1) * Math.sqrt(0.9);
        }
        for (double tolerance : new double[] {0.1, 2 * width}) {
            Constraint constraint = Constraint.ofMean(0, Relation.AT_LEAST, 0, Margin.ofAmount(tolerance));
            for (double mean = -3; mean <= 3; mean += 0.043) {
                double[] values = spread.clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] += mean;
                }
                boolean take = mean - width >= -tolerance;
                boolean leave = mean + width < tolerance;
                assertThat(feasibilities(List.of(constraint), values).all(0))
                        .as("mean %f, tolerance %f", mean, tolerance)
                        .isEqualTo(expected(take, leave, mean >= 0));
            }
        }
    }

    /** 40 trials that should succeed with probability 0.9, within 0.2 but no more than half way to certainty: 0.7 below it, 0.95 above. */
    @Test
    void shares_are_taken_and_left_by_the_binomial_tail() {
        int n = 40;
        double error = 0.05 * 0.5 / 34;
        Constraint constraint = Constraint.ofShare(0, Relation.AT_LEAST, 1, 0.9, 0.2);
        for (int successes = 0; successes <= n; successes++) {
            double[] values = new double[n];
            Arrays.fill(values, 0, successes, 1);
            boolean take = 1 - new BinomialDistribution(n, 0.7).cumulativeProbability(successes - 1) <= error;
            boolean leave = new BinomialDistribution(n, 0.95).cumulativeProbability(successes) <= error;
            assertThat(feasibilities(List.of(constraint), values).all(0))
                    .as("%d successes", successes)
                    .isEqualTo(expected(take, leave, successes >= 36));
        }
    }

    private static Feasibility expected(boolean take, boolean leave, boolean keepsTheBound) {
        if (take && leave) {
            return keepsTheBound ? Feasibility.MET : Feasibility.NOT_MET;
        }
        return take ? Feasibility.MET : leave ? Feasibility.NOT_MET : Feasibility.UNDECIDED;
    }
}
