package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Stage;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final Metric WAIT = Metric.of(MetricFamily.WAIT_MIN, Stage.LOAD);
    private static final Metric CLEAR = Metric.of(MetricFamily.DAYS_TO_CLEAR, "cloth");

    @Test
    void one_replication_with_more_than_half_of_the_spread_makes_an_interval_unsure() {
        // Nine times 0 and once 10: mean 1, squares 9 * 1 and 81, so one of them has 90% of the sum.
        double[] values = new double[10];
        values[4] = 10;

        assertThat(Estimates.of(WAIT, values).marks()).containsExactly(Mark.UNSURE_SKEWED);
    }

    @Test
    void a_skewness_that_takes_a_point_of_the_coverage_makes_an_interval_unsure() {
        // Exponential quantiles at (i - 0.5)/30: G1 by the formula of Joanes and Gill is 1.54, its limit for 30 values
        // 0.85.
        double[] values = new double[30];
        Arrays.setAll(values, i -> -Math.log(1 - (i + 0.5) / 30));

        assertThat(Estimates.of(WAIT, values).marks()).containsExactly(Mark.UNSURE_SKEWED);
    }

    @Test
    void differences_are_judged_by_the_same_rules_as_values() {
        double[] outlier = new double[10];
        outlier[4] = 10;
        double[] exponential = new double[30];
        Arrays.setAll(exponential, i -> -Math.log(1 - (i + 0.5) / 30));
        double[] even = new double[30];
        Arrays.setAll(even, i -> i);
        double[] rounding = new double[30];
        Arrays.setAll(rounding, i -> i == 0 ? 7 + 1e-14 : 7);

        assertThat(Mark.of(from0(outlier))).containsExactly(Mark.UNSURE_SKEWED);
        assertThat(Mark.of(from0(exponential))).containsExactly(Mark.UNSURE_SKEWED);
        assertThat(Mark.of(from0(even))).isEmpty();
        assertThat(Mark.of(from0(Arrays.copyOf(outlier, 9)))).isEmpty();
        assertThat(Mark.of(from0(rounding))).as("all differences are 7").isEmpty();
    }

    private static PairedDifference from0(double[] values) {
        return PairedDifference.of("b", values, "a", new double[values.length], 0.95);
    }

    @Test
    void symmetric_values_are_not_skewed() {
        double[] values = new double[30];
        Arrays.setAll(values, i -> i);

        assertThat(Estimates.of(WAIT, values).marks()).isEmpty();
    }

    @Test
    void exactly_half_of_the_spread_is_not_more_than_half() {
        // Eight times 5, once 0, once 10: mean 5, squares 25 and 25.
        double[] values = new double[10];
        Arrays.fill(values, 5);
        values[0] = 0;
        values[9] = 10;

        assertThat(Estimates.of(WAIT, values).marks()).isEmpty();
    }

    @Test
    void fewer_than_ten_values_are_not_called_skewed() {
        double[] values = new double[12];
        Arrays.fill(values, 9, 12, Double.NaN);
        values[0] = 10;

        assertThat(Estimates.of(WAIT, values).marks()).isEmpty();
    }

    @Test
    void a_replication_that_does_not_clear_makes_the_mean_a_lower_bound() {
        MetricResult clear = Estimates.of(CLEAR, new double[] {3, Double.NaN, 4});

        assertThat(clear.marks()).containsExactly(Mark.LOWER_BOUND);
        assertThat(clear.notCleared()).isEqualTo(1);
    }

    @Test
    void marks_keep_one_order_and_none_comes_twice() {
        MetricResult result = new MetricResult(CLEAR, Estimate.of(1, 2), 1)
                .with(Mark.GROWS)
                .with(Mark.UNSURE_SKEWED)
                .with(Mark.GROWS);

        assertThat(result.marks()).containsExactly(Mark.UNSURE_SKEWED, Mark.GROWS, Mark.LOWER_BOUND);
        assertThat(result.markWords()).isEqualTo("unsure: skewed, grows, lower bound");
    }
}
