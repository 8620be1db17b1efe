package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/**
 * How often 95% intervals hold the truth, in 1,000 experiments with the seeds 1 to 1,000 on models with known means. If they do
 * with probability 0.95, the number has mean 950 and sd sqrt(1000 × 0.95 × 0.05) = 6.9; outside 950 ± 23 (3.3 sd) it lies
 * with chance 0.001.
 */
class CoverageTest {
    private static final int EXPERIMENTS = 1000;
    private static final int LEAST = 927;
    private static final int MOST = 973;

    private static int covered(LongPredicate experimentCovers) {
        return (int)
                LongStream.rangeClosed(1, EXPERIMENTS).filter(experimentCovers).count();
    }

    private static boolean holds(Estimate estimate, double truth) {
        return Math.abs(estimate.mean() - truth) <= estimate.halfWidth95();
    }

    private static double normal(Streams streams) {
        return 10 + 3 * streams.stream("x").nextGaussian();
    }

    /** The mean of 50 exponential times: mean 1. */
    private static double meanOfExponentials(Streams streams) {
        RandomStream stream = streams.stream("x");
        double sum = 0;
        for (int i = 0; i < 50; i++) {
            sum += stream.nextExponential();
        }
        return sum / 50;
    }

    /** The mean wait of 2,000 customers of an M/M/1 queue with utilisation 0.5. */
    private static double meanWait(Streams streams) {
        return Lindley.stationaryMean(streams, 0.5, 1, 2000);
    }

    private static void fixedNumber(ToDoubleFunction<Streams> model, double truth, int replications) {
        assertThat(covered(seed -> holds(new Experiment(seed, replications).estimate(model), truth)))
                .isBetween(LEAST, MOST);
    }

    @Test
    void intervals_of_normal_observations_cover() {
        fixedNumber(CoverageTest::normal, 10, 2);
        fixedNumber(CoverageTest::normal, 10, 10);
    }

    @Test
    void intervals_of_means_of_exponentials_cover() {
        fixedNumber(CoverageTest::meanOfExponentials, 1, 10);
        fixedNumber(CoverageTest::meanOfExponentials, 1, 30);
    }

    @Test
    void intervals_of_mean_waits_cover() {
        fixedNumber(CoverageTest::meanWait, Lindley.meanWait(0.5, 1), 30);
    }

    private static void sequential(ToDoubleFunction<Streams> model, double truth, double share) {
        Precision precision = new Precision(share, 30, 10_000);
        assertThat(covered(seed -> {
                    PreciseEstimate result = new Experiment(seed, 1)
                            .runUntil(
                                    () -> (Replicator<Double>) model::applyAsDouble,
                                    x -> x,
                                    precision,
                                    (replication, x) -> {});
                    assertThat(result.reached()).isTrue();
                    return holds(result.estimate(), truth);
                }))
                .isBetween(LEAST, MOST);
    }

    @Test
    void intervals_at_the_end_of_the_sequential_rule_cover() {
        sequential(CoverageTest::normal, 10, 0.10);
        sequential(CoverageTest::normal, 10, 0.04);
        sequential(CoverageTest::meanOfExponentials, 1, 0.05);
        sequential(CoverageTest::meanOfExponentials, 1, 0.02);
        sequential(streams -> streams.stream("x").nextExponential(), 1, 0.10);
    }

    /** Variants with common random numbers and a little noise of their own: mean 1 + variant ÷ 10. */
    private static double variant(Streams streams, int variant) {
        return (1 + variant / 10.0) * meanOfExponentials(streams)
                + 0.02 * streams.stream("noise " + variant).nextGaussian();
    }

    private static Comparison comparison(long seed, int variants, int replications) {
        List<String> names = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int v = 0; v < variants; v++) {
            int variant = v;
            names.add("variant " + v);
            values.add(new Experiment(seed, replications)
                    .run(() -> (Replicator<Double>) streams -> variant(streams, variant)).stream()
                            .mapToDouble(Double::doubleValue)
                            .toArray());
        }
        return Comparison.of(names, values);
    }

    @Test
    void intervals_of_a_paired_difference_cover() {
        assertThat(covered(
                        seed -> holds(comparison(seed, 2, 15).fromFirst().get(0).estimate(), 0.1)))
                .isBetween(LEAST, MOST);
    }

    /*
     * Bonferroni's adjustment is on the safe side, but hardly so where the differences depend on each other little. Here the first
     * variant has no noise of its own and the others have nothing in common, so the differences from the first are independent: three
     * of confidence 1 - 0.05 / 3 hold together with (1 - 0.05 / 3)^3 = 0.9508.
     */
    private static Comparison independent(long seed, int variants, int replications) {
        List<String> names = new ArrayList<>();
        List<double[]> values = new ArrayList<>();
        for (int v = 0; v < variants; v++) {
            int variant = v;
            names.add("variant " + v);
            values.add(new Experiment(seed, replications)
                    .values(
                            () -> (Replicator<Double>) streams -> variant == 0
                                    ? 10.0
                                    : 10
                                            - variant
                                            + streams.stream("noise " + variant).nextGaussian(),
                            x -> x));
        }
        return Comparison.of(names, values);
    }

    @Test
    void adjusted_intervals_of_several_differences_cover_all_at_once() {
        assertThat(covered(seed -> allHold(independent(seed, 4, 15).fromFirst(), -1)))
                .isBetween(LEAST, MOST);
        assertThat(covered(seed -> allHold(comparison(seed, 4, 15).fromFirst(), 0.1)))
                .isGreaterThanOrEqualTo(LEAST);
    }

    @Test
    void adjusted_intervals_of_all_pairs_cover_all_at_once() {
        // Two of the three pairs are independent, the third is the difference of these: 0.950 to 0.967.
        assertThat(covered(seed -> allHold(independent(seed, 3, 15).allPairs(), -1)))
                .isBetween(LEAST, 983);
        assertThat(covered(seed -> allHold(comparison(seed, 4, 15).allPairs(), 0.1)))
                .isGreaterThanOrEqualTo(LEAST);
    }

    /** Whether the intervals hold the true differences: so much for each number by which the variants' names differ. */
    private static boolean allHold(List<PairedDifference> differences, double step) {
        return differences.stream()
                .allMatch(d -> d.interval().contains(step * (number(d.variant()) - number(d.reference()))));
    }

    private static int number(String variant) {
        return Integer.parseInt(variant.substring("variant ".length()));
    }

    /*
     * Of the constrained intervals with the best only one side of each comparison of the true best can miss, so of two variants they
     * hold with 0.975, of three here with 1 - 0.025 = (1 - 0.0125)^2 = 0.9752: mean 975, sd 4.9; 3.3 sd are 16.
     */
    @Test
    void comparisons_with_the_best_cover_all_at_once() {
        assertThat(covered(seed -> {
                    List<WithBest> of = independent(seed, 2, 15).withBest(Goal.MAXIMUM);
                    return of.get(0).interval().contains(1)
                            && of.get(1).interval().contains(-1);
                }))
                .isBetween(959, 991);
        assertThat(covered(seed -> {
                    List<WithBest> of = independent(seed, 3, 15).withBest(Goal.MAXIMUM);
                    return of.get(0).interval().contains(1)
                            && of.get(1).interval().contains(-1)
                            && of.get(2).interval().contains(-2);
                }))
                .isBetween(959, 991);
    }

    @Test
    void intervals_of_batch_means_cover() {
        // 20 batches of 1,000 waits at utilisation 0.5, from the long-run state.
        assertThat(covered(seed -> {
                    Streams streams = Streams.of(seed, 1);
                    double[] waits = Lindley.waits(streams, 0.5, 1, 20_000, 0);
                    double[] settled = Arrays.copyOfRange(waits, 100, waits.length);
                    return holds(BatchMeans.of(settled, 20).estimate(), Lindley.meanWait(0.5, 1));
                }))
                .isBetween(LEAST, MOST);
    }
}
