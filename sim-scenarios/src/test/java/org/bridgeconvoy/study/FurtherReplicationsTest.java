package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.observe.Observations;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Evidence;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FurtherReplicationsTest {

    private static final Metric WAIT = Metric.of(MetricFamily.WAIT_MIN, Stage.LOAD);
    private static final Metric WAIT_P95 = Metric.of(MetricFamily.WAIT_P95_MIN, Stage.LOAD);
    private static final int FURTHER = 60;

    private static double[] values(int n, IntToDoubleFunction value) {
        return IntStream.range(0, n).mapToDouble(value).toArray();
    }

    /** The middle of the i-th of n parts of an exponential distribution with mean 1. */
    private static double exponential(int i, int n) {
        return -Math.log(1 - (i + 0.5) / n);
    }

    private static List<Mark> judged(MetricResult metric, IntToDoubleFunction further) {
        FurtherReplications judges = new FurtherReplications(List.of(metric));
        for (int r = 0; r < FURTHER; r++) {
            judges.take(result(r, metric.metric(), further.applyAsDouble(r)));
        }
        return judges.marked().get(0).marks();
    }

    private static ReplicationResult result(int r, Metric metric, double value, double... observed) {
        Sample sample = new Sample();
        Arrays.stream(observed).forEach(sample::record);
        List<Observations> observations = List.of(sample.observations(1));
        return new ReplicationResult(
                r + 1,
                new MetricValues(List.of(metric), new double[] {value}),
                new DailyTable(List.of(), List.of(), new int[1], new int[1], new int[1], new int[1], new int[1]),
                null,
                0,
                new Evidence(observations, new long[0], true, true),
                null);
    }

    @ParameterizedTest
    @CsvSource({"9, 0", "10, 60", "30, 60", "50, 100", "100, 200", "2000, 200"})
    void twice_as_many_judge_a_run_within_bounds(int replications, int further) {
        assertThat(FurtherReplications.count(replications)).isEqualTo(further);
    }

    @Test
    void symmetric_values_are_unsure_where_further_replications_are_skewed() {
        MetricResult symmetric = Estimates.of(WAIT, values(30, i -> i));

        // Skewness 2 takes 2 * 0.0584 * 2.117 * 4 / 30 = 3.3 points of the coverage.
        assertThat(judged(symmetric, r -> exponential(r, FURTHER))).containsExactly(Mark.UNSURE_SKEWED);
        assertThat(judged(symmetric, r -> 5.0 + r)).isEmpty();
    }

    @Test
    void many_replications_stand_what_thirty_do_not() {
        // 3.3 points at 30 are 0.1 at 1,000.
        MetricResult symmetric = Estimates.of(WAIT, values(1000, i -> i));

        assertThat(judged(symmetric, r -> exponential(r, FURTHER))).isEmpty();
    }

    @Test
    void what_further_replications_never_see_is_too_few() {
        assertThat(judged(Estimates.of(WAIT, values(30, i -> i)), r -> 7)).containsExactly(Mark.UNSURE_FEW);
    }

    @Test
    void fewer_than_ten_values_are_not_judged() {
        assertThat(judged(Estimates.of(WAIT, values(9, i -> i)), r -> exponential(r, FURTHER)))
                .isEmpty();
    }

    private static MetricResult percentile(double value) {
        List<double[]> replications = Collections.nCopies(30, values(100, i -> i));
        PooledPercentile pooled = PooledPercentile.of(replications, 0.95);
        return new MetricResult(
                WAIT_P95,
                Estimate.of(values(30, i -> i)),
                0,
                List.of(),
                new PooledPercentile(value, value, value, pooled.n(), 0, 99, 30, 0));
    }

    /** Further replications of 1,000 waits of which some are longer than the percentile of the run. */
    private static List<Mark> judgedByLonger(IntToDoubleFunction longer) {
        MetricResult metric = percentile(10);
        FurtherReplications judges = new FurtherReplications(List.of(metric));
        for (int r = 0; r < FURTHER; r++) {
            int above = (int) longer.applyAsDouble(r);
            judges.take(result(r, WAIT_P95, 0, values(1000, i -> i < above ? 20 : i == 999 ? 10 : 1)));
        }
        return judges.marked().get(0).marks();
    }

    @Test
    void a_percentile_is_judged_by_the_shares_below_it() {
        // About one in twenty is longer: spread evenly over the replications, or most of it in a few.
        assertThat(judgedByLonger(r -> 21 + r)).isEmpty();
        assertThat(judgedByLonger(r -> 50 * exponential(r, FURTHER))).containsExactly(Mark.UNSURE_SKEWED);
    }

    @Test
    void a_percentile_that_far_more_than_enough_are_equal_to_is_sure() {
        // One of 60 replications has 30 of 60,000 that are longer: nobody doubts that 95 of 100 are not.
        assertThat(judgedByLonger(r -> r == 7 ? 30 : 0)).isEmpty();
    }

    @Test
    void judging_changes_marks_alone() {
        Scenario scenario = Objects.requireNonNull(new ScenarioLoader()
                .load("day-and-night", List.of("horizon=7 d", "warm-up=0 d", "fleet.trucks=30"))
                .scenario());
        List<MetricResult> judged = run(scenario, true);
        List<MetricResult> alone = run(scenario, false);

        assertThat(judged)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("marks")
                .isEqualTo(alone);
        assertThat(judged)
                .extracting(MetricResult::marks)
                .isNotEqualTo(alone.stream().map(MetricResult::marks).toList());
    }

    private static List<MetricResult> run(Scenario scenario, boolean judged) {
        try (Workers workers = Workers.of(2)) {
            StudyOptions options = new StudyOptions(1, 10, 0, 0, false, false, judged, Target.NONE);
            return Study.run(scenario, options, workers, Progress.NONE).metrics();
        }
    }
}
