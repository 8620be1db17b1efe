package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.bridgeconvoy.experiment.calibration.Calibration;
import org.bridgeconvoy.experiment.calibration.CalibrationPlan;
import org.bridgeconvoy.experiment.calibration.Posterior;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Simulation-based calibration (Talts et al. 2018): of true worlds drawn from the prior, the share of posterior draws below each true value is uniform,
 * if the posterior is right. The long test takes ten minutes: {@code mvn test -Pintervals -pl sim-core -Dtest=CalibrationRanksTest}.
 */
class CalibrationRanksTest {

    private static final CalibrationPlan PLAN = new CalibrationPlan(500, 2, 450, 100, 1000);

    /** How many true values fall in each of some equal slices of their posterior, input by input. */
    private static int[][] ranks(int truths, int slices, CalibrationPlan plan) {
        int[][] counts = new int[SmallBorder.PRIOR.size()][slices];
        for (int k = 1; k <= truths; k++) {
            Streams streams = Streams.of(k, 1);
            double[] truth = SmallBorder.PRIOR.draw(streams.stream("truth"));
            Posterior posterior = new Calibration(SmallBorder.PRIOR, new SmallBorder(k).observe(truth, 1), k)
                    .with(plan)
                    .run(new SmallBorder(1_000_000L + k));
            for (int i = 0; i < truth.length; i++) {
                int input = i;
                double below = posterior.worlds().stream()
                        .filter(w -> w[input] < truth[input])
                        .count();
                double equal = posterior.worlds().stream()
                        .filter(w -> w[input] == truth[input])
                        .count();
                // Whole numbers tie: the rank is drawn among equals.
                double rank = (below + equal * streams.stream("tie").nextDouble())
                        / posterior.worlds().size();
                counts[i][Math.min((int) (rank * slices), slices - 1)]++;
            }
        }
        return counts;
    }

    private static double pValue(int[] counts, int truths) {
        double expected = (double) truths / counts.length;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return 1 - new ChiSquaredDistribution(null, counts.length - 1).cumulativeProbability(sum);
    }

    @Test
    @Tag("intervals")
    void ranks_of_300_true_values_are_uniform() {
        int[][] counts = ranks(300, 20, PLAN);
        for (int[] ofInput : counts) {
            assertThat(pValue(ofInput, 300)).isGreaterThan(0.01);
        }
    }

    /** All eight ranks of an input in one half would have p = 0.005. */
    @Test
    @Tag("intervals")
    void eight_ranks_do_not_all_lie_in_one_half() {
        int[][] counts = ranks(8, 2, new CalibrationPlan(150, 1, 150, 100, 300));
        for (int[] ofInput : counts) {
            assertThat(pValue(ofInput, 8)).isGreaterThan(0.01);
        }
    }
}
