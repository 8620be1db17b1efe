package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PrecisionTest {
    private static final Model<Double> EXPONENTIAL =
            () -> streams -> streams.stream("x").nextExponential();

    private static PreciseEstimate run(long seed, Precision precision) {
        return new Experiment(seed, 1).runUntil(EXPONENTIAL, x -> x, precision, (replication, result) -> {});
    }

    @Test
    void stops_when_the_half_width_is_below_the_share_of_the_mean() {
        PreciseEstimate result = run(1, new Precision(0.1, 30, 10_000));
        assertThat(result.reached()).isTrue();
        assertThat(result.estimate().halfWidth95())
                .isLessThan(0.1 * result.estimate().mean());
        assertThat(result.relativeHalfWidth()).isLessThan(0.1);
        // A relative sd of 1 needs about (1.96 / 0.1)^2 = 384 replications.
        assertThat(result.replications()).isBetween(250, 800);
        assertThat(result.replicationsNeeded()).isEqualTo(result.replications());
    }

    @Test
    void says_so_when_the_cap_was_hit() {
        PreciseEstimate result = run(1, new Precision(0.01, 30, 50));
        assertThat(result.reached()).isFalse();
        assertThat(result.replications()).isEqualTo(50);
        assertThat(result.estimate().n()).isEqualTo(50);
        // About (1.96 / 0.01)^2 = 38,000; the estimate of the spread from 50 is within half of it.
        assertThat(result.replicationsNeeded()).isBetween(15_000.0, 80_000.0);
    }

    @Test
    void the_first_look_is_after_the_first_batch() {
        PreciseEstimate result = run(1, new Precision(100, 32, 50));
        assertThat(result.replications()).isEqualTo(32);
        assertThat(result.reached()).isTrue();
    }

    @Test
    void replications_are_those_of_a_plain_run_whatever_the_threads() {
        Precision precision = new Precision(0.2, 30, 1000);
        List<Double> taken = new ArrayList<>();
        List<Integer> progress = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            PreciseEstimate result = new Experiment(4, 1)
                    .on(pool, 3)
                    .reporting((done, planned) -> progress.add(done))
                    .runUntil(EXPONENTIAL, x -> x, precision, (replication, x) -> taken.add(x));
            assertThat(result).isEqualTo(run(4, precision));
            assertThat(taken).isEqualTo(new Experiment(4, result.replications()).run(EXPONENTIAL));
            assertThat(progress).hasSize(result.replications()).isSorted().doesNotHaveDuplicates();
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_metric_without_spread_is_never_precise() {
        Model<Double> zero = () -> streams -> 0.0;
        Model<Double> five = () -> streams -> 5.0;
        for (Model<Double> same : List.of(zero, five)) {
            PreciseEstimate result =
                    new Experiment(1, 1).runUntil(same, x -> x, new Precision(0.01, 30, 100), (replication, x) -> {});
            assertThat(result.reached()).isFalse();
            assertThat(result.replications()).isEqualTo(100);
            assertThat(result.relativeHalfWidth()).isNaN();
            assertThat(result.replicationsNeeded()).isNaN();
            assertThat(result.unseenChance()).isEqualTo(0.03);
        }
    }

    @Test
    void what_happens_in_one_replication_of_fifty_is_waited_for() {
        // The chance to see nothing in the first 30 is 0.55; in 640, the least that 30% of a mean of 0.02 needs, 2e-6.
        Model<Double> rare = () -> streams -> streams.stream("x").nextDouble() < 0.02 ? 1.0 : 0.0;
        for (long seed = 1; seed <= 20; seed++) {
            PreciseEstimate result = new Experiment(seed, 1)
                    .runUntil(rare, x -> x, new Precision(0.3, 30, 100_000), (replication, x) -> {});
            assertThat(result.reached()).isTrue();
            assertThat(result.estimate().mean()).isBetween(0.01, 0.04);
        }
    }

    @Test
    void the_next_look_without_spread_is_at_twice_as_many() {
        Precision precision = new Precision(0.1, 30, 500);
        assertThat(precision.nextTarget(Estimate.of(new double[30]), 30)).isEqualTo(60);
        assertThat(precision.nextTarget(Estimate.of(7, 7, 7), 30)).isEqualTo(60);
    }

    @Test
    void a_metric_without_data_runs_to_the_cap_and_is_not_reached() {
        Model<Double> nothing = () -> streams -> Double.NaN;
        PreciseEstimate result =
                new Experiment(1, 1).runUntil(nothing, x -> x, new Precision(0.01, 30, 100), (replication, x) -> {});
        assertThat(result.reached()).isFalse();
        assertThat(result.replications()).isEqualTo(100);
        assertThat(result.estimate()).isEqualTo(Estimate.NONE);
        assertThat(result.relativeHalfWidth()).isNaN();
    }

    @Test
    void the_next_look_is_where_it_should_suffice_but_at_most_doubles() {
        Precision precision = new Precision(0.1, 30, 500);
        // Half-width 0.15 of the mean at 100: 225 needed, with a tenth more 248, but at most 200.
        Estimate wide = new Estimate(100, 1, Double.NaN, 0.15, 0, 2);
        assertThat(precision.replicationsNeeded(wide)).isCloseTo(225, within(1e-9));
        assertThat(precision.nextTarget(wide, 100)).isEqualTo(200);
        // 0.12: 144, with a tenth more 158.4.
        assertThat(precision.nextTarget(new Estimate(100, 1, Double.NaN, 0.12, 0, 2), 100))
                .isEqualTo(159);
        // Nearly there: ten more at least. The cap is never passed.
        assertThat(precision.nextTarget(new Estimate(200, 1, Double.NaN, 0.1, 0, 2), 215))
                .isEqualTo(225);
        assertThat(precision.nextTarget(wide, 400)).isEqualTo(410);
        assertThat(precision.nextTarget(wide, 495)).isEqualTo(500);
        assertThat(precision.nextTarget(Estimate.NONE, 10)).isEqualTo(20);
    }

    @Test
    void ranges_are_checked() {
        assertThatThrownBy(() -> new Precision(0, 30, 100))
                .hasMessage("a relative or an absolute half-width must be > 0, got 0 and 0");
        assertThatThrownBy(() -> new Precision(Double.NaN, 30, 100)).hasMessageContaining("got NaN");
        assertThatThrownBy(() -> new Precision(0.1, 29, 100)).hasMessage("first batch must be >= 30, got 29");
        assertThatThrownBy(() -> new Precision(0.1, 40, 39)).hasMessage("cap must be >= the first batch of 40, got 39");
    }

    /** An exponential number has mean and standard deviation 1: ± 0.05 needs about (1.96 / 0.05)² = 1,537 replications. */
    @Test
    void stops_when_the_half_width_is_below_an_absolute_bound() {
        PreciseEstimate result = run(2, Precision.absolute(0.05, 30, 10_000));
        assertThat(result.reached()).isTrue();
        assertThat(result.estimate().halfWidth95()).isLessThan(0.05);
        assertThat(result.replications()).isBetween(1100, 3000);
    }

    /** With a mean of 0 no share of it is ever reached, but an absolute bound is; of both the larger counts. */
    @Test
    void an_absolute_bound_helps_where_the_mean_is_near_0() {
        Model<Double> normal = () -> streams -> streams.stream("x").nextGaussian();
        Precision both = new Precision(0.01, 0.2, 0.95, 30, 5000);
        PreciseEstimate result = new Experiment(3, 1).runUntil(normal, x -> x, both, (r, x) -> {});
        assertThat(result.reached()).isTrue();
        assertThat(result.replications()).isLessThan(400);
    }

    /** The half-width at 99% is 2.576 / 1.960 = 1.314 times that at 95%, so it needs 1.73 times the replications. */
    @Test
    void a_higher_confidence_needs_more_replications() {
        Precision usual = new Precision(0.1, 30, 100_000);
        Precision higher = usual.withConfidence(0.99);
        Estimate estimate =
                Estimate.of(new Experiment(4, 1).withReplications(1, 2000).values(EXPONENTIAL, x -> x));
        assertThat(higher.replicationsNeeded(estimate) / usual.replicationsNeeded(estimate))
                .isCloseTo(1.727, within(0.01));
        PreciseEstimate result = run(4, higher);
        assertThat(result.reached()).isTrue();
        assertThat(result.estimate().halfWidth(0.99))
                .isLessThan(0.1 * result.estimate().mean());
        assertThat(result.relativeHalfWidth()).isLessThan(0.1);
    }

    @Test
    void several_metrics_go_on_until_the_last_is_known() {
        List<PreciseMetric<Double>> wanted = List.of(
                new PreciseMetric<>(x -> x, new Precision(0.2, 30, 5000)),
                new PreciseMetric<>(x -> x * x, new Precision(0.2, 40, 5000)),
                new PreciseMetric<>(x -> 0, new Precision(0.2, 30, 60)));
        List<Integer> taken = new ArrayList<>();
        List<PreciseEstimate> known = new Experiment(5, 1).runUntil(EXPONENTIAL, wanted, (r, x) -> taken.add(r));
        assertThat(known.get(0).reached()).isTrue();
        assertThat(known.get(1).reached()).isTrue();
        // x² has mean 2 and standard deviation √20, a relative one of 2.24: about (1.96 · 2.24 / 0.2)² = 480
        // replications.
        assertThat(known.get(1).replications()).isBetween(250, 1500);
        assertThat(taken).hasSize(known.get(1).replications()).startsWith(1, 2, 3);
        assertThat(known.get(0).replications()).isEqualTo(known.get(1).replications());
        // 0 in every replication is not precise: it asked up to its cap and no further.
        assertThat(known.get(2).reached()).isFalse();
        assertThat(known.get(2).estimate().halfWidth95()).isZero();
    }

    @Test
    void a_metric_that_never_showed_stops_at_its_cap() {
        List<PreciseEstimate> known = new Experiment(5, 1)
                .runUntil(EXPONENTIAL, List.of(new PreciseMetric<>(x -> 0, new Precision(0.2, 30, 75))), (r, x) -> {});
        assertThat(known.get(0).replications()).isEqualTo(75);
        assertThat(known.get(0).reached()).isFalse();
    }

    @Test
    void refuses_what_asks_for_nothing() {
        assertThatThrownBy(() -> new Precision(0, 0, 0.95, 30, 40))
                .hasMessage("a relative or an absolute half-width must be > 0, got 0 and 0");
        assertThatThrownBy(() -> new Precision(0, -1, 0.95, 30, 40))
                .hasMessage("absolute half-width must be >= 0, got -1.0");
        assertThatThrownBy(() -> new Precision(0.1, 30, 40).withConfidence(1))
                .hasMessage("confidence must be > 0 and < 1, got 1.0");
        assertThatThrownBy(() -> new Experiment(1, 1).runUntil(EXPONENTIAL, List.of(), (r, x) -> {}))
                .hasMessage("at least one metric is needed, got none");
    }
}
