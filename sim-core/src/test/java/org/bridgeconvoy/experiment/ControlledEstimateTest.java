package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

class ControlledEstimateTest {
    private static final double[] AIR = {
        80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70
    };
    private static final double[] WATER = {
        27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20
    };
    private static final double[] ACID = {
        89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91
    };
    private static final double[] LOSS = {42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15
    };

    /** R's summary(lm(stack.loss ~ ., stackloss)): intercept -39.9197, standard error 11.8960, R squared 0.9136, 17 degrees of freedom. */
    @Test
    void is_the_intercept_of_a_regression() {
        ControlledEstimate estimate = ControlledEstimate.of(LOSS, List.of(AIR, WATER, ACID));
        assertThat(estimate.mean()).isCloseTo(-39.9197, within(5e-5));
        assertThat(estimate.standardError()).isCloseTo(11.8960, within(5e-5));
        assertThat(estimate.r2()).isCloseTo(0.9136, within(5e-5));
        assertThat(estimate.degreesOfFreedom()).isEqualTo(17);
        // qt(0.975, 17) = 2.109816
        assertThat(estimate.halfWidth95()).isCloseTo(2.109816 * 11.8960, within(2e-3));
        assertThat(estimate.interval().contains(-39.9)).isTrue();
    }

    @Test
    void leaves_out_controls_that_others_determine_or_that_never_vary() {
        double[] sum = new double[AIR.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = 3 * AIR[i] - WATER[i] + 7;
        }
        ControlledEstimate plain = ControlledEstimate.of(LOSS, List.of(AIR, WATER));
        ControlledEstimate more = ControlledEstimate.of(LOSS, List.of(new double[LOSS.length], AIR, WATER, sum));
        assertThat(more).isEqualTo(plain);
        assertThat(plain.controls()).isEqualTo(2);
    }

    @Test
    void without_controls_is_the_plain_estimate() {
        Estimate plain = Estimate.of(LOSS);
        ControlledEstimate estimate = ControlledEstimate.of(LOSS, List.of());
        assertThat(estimate.mean()).isEqualTo(plain.mean());
        assertThat(estimate.halfWidth95()).isCloseTo(plain.halfWidth95(), within(1e-12));
        assertThat(estimate.r2()).isCloseTo(0, within(1e-12));
    }

    @Test
    void a_control_that_is_the_quantity_leaves_no_chance() {
        double[] deviation = new double[LOSS.length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = LOSS[i] - 16;
        }
        ControlledEstimate estimate = ControlledEstimate.of(LOSS, List.of(deviation));
        assertThat(estimate.mean()).isCloseTo(16, within(1e-12));
        assertThat(estimate.halfWidth95()).isZero();
        assertThat(estimate.r2()).isEqualTo(1);
    }

    @Test
    void has_no_estimate_below_two_degrees_of_freedom() {
        double[] values = {1, 2, 4, 3};
        ControlledEstimate estimate =
                ControlledEstimate.of(values, List.of(new double[] {1, -1, 2, 0}, new double[] {0, 1, 3, 3}));
        assertThat(estimate.mean()).isNaN();
        assertThat(estimate.halfWidth95()).isNaN();
        assertThat(ControlledEstimate.of(values, List.of(new double[] {1, -1, 2, 0}))
                        .halfWidth95())
                .isGreaterThan(0);
        assertThat(ControlledEstimate.of(new double[0], List.of()).mean()).isNaN();
    }

    @Test
    void a_quantity_that_never_varies_has_no_width() {
        ControlledEstimate estimate =
                ControlledEstimate.of(new double[] {5, 5, 5, 5, 5}, List.of(new double[] {1, 2, -1, 0, 3}));
        assertThat(estimate.mean()).isEqualTo(5);
        assertThat(estimate.halfWidth95()).isZero();
        assertThat(estimate.r2()).isZero();
    }

    @Test
    void refuses_what_has_no_value_in_a_replication() {
        assertThatThrownBy(() -> ControlledEstimate.of(new double[] {1, Double.NaN, 2, 3}, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the quantity must be finite in each replication, got NaN");
        assertThatThrownBy(() -> ControlledEstimate.of(LOSS, List.of(new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("21 replications of the quantity, got 3");
    }

    /**
     * Y = C1 + C2 + E, all standard normal, 30 replications: the interval is exact, so of 1,000 experiments fewer than 929 hold the mean in
     * about 2 of 1,000 tries (binomial with 0.95: mean 950, standard deviation 6.9), and more than 971 as seldom.
     */
    @Test
    void holds_the_mean_of_normal_observations() {
        int held = 0;
        for (int r = 1; r <= 1000; r++) {
            held += normal(r, 30).interval().contains(0) ? 1 : 0;
        }
        assertThat(held).isBetween(929, 971);
    }

    /** The variance left is a third; 7% more for two controls among 30 replications: (n - 2) / (n - q - 2), Lavenberg and Welch (1981). */
    @Test
    void takes_away_the_variance_that_the_controls_explain() {
        double squares = 0;
        for (int r = 1; r <= 4000; r++) {
            squares += Math.pow(normal(r, 30).mean(), 2);
        }
        // The variance of 4,000 squares is 2 / 4,000 of its square: four standard deviations are 9%.
        assertThat(squares / 4000).isCloseTo(1.0 / 30 * 28 / 26, within(0.09 / 30 * 28 / 26));
    }

    private static ControlledEstimate normal(int experiment, int n) {
        RandomStream random = Streams.of(26, experiment).stream("normal");
        double[] first = new double[n];
        double[] second = new double[n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = random.nextGaussian();
            second[i] = random.nextGaussian();
            values[i] = first[i] + second[i] + random.nextGaussian();
        }
        return ControlledEstimate.of(values, List.of(first, second));
    }
}
