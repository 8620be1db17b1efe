package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bridgeconvoy.bridge.config.DayGoal.Relation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.scenario.Expectation;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final double NONE = Double.NaN;

    private static String outcome(Relation relation, double bound, MetricResult value, int missing) {
        return new Judgement(new Expectation(relation, bound), 4)
                .of(value, missing, 30)
                .outcome()
                .label();
    }

    private static MetricResult value(String metric, double... values) {
        return new MetricResult(Metric.find(metric).orElseThrow(), Estimate.of(values), 0);
    }

    @Test
    void an_interval_with_a_part_on_each_side_of_the_bound_cannot_be_told() {
        // 9, 10, 11, 10: mean 10, sd 0.8165, half-width 3.1824 * 0.8165 / 2 = 1.2992 (t with 3 degrees of freedom).
        MetricResult value = value("lead_time_h", 9, 10, 11, 10);

        assertThat(outcome(Relation.AT_LEAST, 8.70, value, 0)).isEqualTo("yes");
        assertThat(outcome(Relation.AT_LEAST, 8.71, value, 0)).isEqualTo("cannot be told");
        assertThat(outcome(Relation.AT_LEAST, 11.29, value, 0)).isEqualTo("cannot be told");
        assertThat(outcome(Relation.AT_LEAST, 11.31, value, 0)).isEqualTo("no");
        assertThat(outcome(Relation.LESS_THAN, 11.31, value, 0)).isEqualTo("yes");
        assertThat(outcome(Relation.LESS_THAN, 8.69, value, 0)).isEqualTo("no");
        assertThat(outcome(Relation.LESS_THAN, 10, value, 0)).isEqualTo("cannot be told");
    }

    @Test
    void replications_that_did_not_get_there_open_the_interval_above() {
        MetricResult three = value("recovery_d", 9, 10, 11, NONE);

        assertThat(outcome(Relation.AT_MOST, 20, three, 1)).isEqualTo("cannot be told");
        assertThat(outcome(Relation.AT_MOST, 5, three, 1)).isEqualTo("no");
        assertThat(outcome(Relation.MORE_THAN, 5, three, 1)).isEqualTo("yes");
        assertThat(outcome(Relation.AT_MOST, 30, value("recovery_d", NONE, NONE, NONE, NONE), 4))
                .isEqualTo("no");
        assertThat(outcome(Relation.AT_MOST, 31, value("recovery_d", NONE, NONE, NONE, NONE), 4))
                .isEqualTo("cannot be told");
    }

    @Test
    void a_percentile_without_one_end_is_open_there_and_without_both_is_not_told() {
        assertThat(outcome(Relation.AT_LEAST, 10, percentile(10, NONE), 0)).isEqualTo("yes");
        assertThat(outcome(Relation.AT_MOST, 50, percentile(10, NONE), 0)).isEqualTo("cannot be told");
        assertThat(outcome(Relation.AT_MOST, 12.5, percentile(NONE, 12.5), 0)).isEqualTo("yes");
        assertThat(outcome(Relation.AT_LEAST, 0, percentile(NONE, NONE), 0)).isEqualTo("cannot be told");
    }

    private static MetricResult percentile(double low, double high) {
        return new MetricResult(
                Metric.find("lead_time_h_p95").orElseThrow(),
                Estimate.of(10, 12, 11, 11),
                0,
                List.of(),
                new PooledPercentile(11.25, low, high, 120, 0, 15, 2, 0));
    }

    @Test
    void a_difference_is_open_on_the_side_of_the_one_that_did_not_get_there() {
        // Differences of 10 without spread; days_to_clear of one replication is not known.
        double[] all = {20, 21, 22, 23};
        double[] part = {20, 21, 22, NONE};
        double[] less = {10, 11, 12, 13};
        double[] lessInPart = {10, 11, 12, NONE};

        assertThat(difference(Relation.AT_LEAST, 10, all, less)).isEqualTo("yes");
        assertThat(difference(Relation.AT_MOST, 10, all, less)).isEqualTo("yes");
        assertThat(difference(Relation.AT_LEAST, 10, part, less)).isEqualTo("yes");
        assertThat(difference(Relation.AT_MOST, 10, part, less)).isEqualTo("cannot be told");
        assertThat(difference(Relation.AT_LEAST, 10, all, lessInPart)).isEqualTo("cannot be told");
        assertThat(difference(Relation.AT_MOST, 10, all, lessInPart)).isEqualTo("yes");
        assertThat(difference(Relation.AT_MOST, 99, part, lessInPart)).isEqualTo("cannot be told");
    }

    private static String difference(Relation relation, double bound, double[] here, double[] there) {
        int missing = (int) java.util.Arrays.stream(here).filter(Double::isNaN).count();
        return new Judgement(new Expectation(relation, bound), 4)
                .of(
                        PairedDifference.of("", here, "other", there, 0.95),
                        new MetricResult(Metric.find("days_to_clear.x").orElseThrow(), Estimate.of(here), missing),
                        Estimate.of(there))
                .outcome()
                .label();
    }
}
