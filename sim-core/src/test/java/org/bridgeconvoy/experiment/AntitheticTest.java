package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AntitheticTest {

    /** e^U of a uniform number U: mean e − 1, variance (e² − 1) ÷ 2 − (e − 1)² = 0.2420, covariance with e^(1 − U) e − (e − 1)² = −0.2342. */
    private static final Model<Double> POWER =
            () -> streams -> Math.exp(streams.stream("u").nextDouble());

    private static final double MEAN = Math.E - 1;

    @Test
    void a_pair_varies_as_much_less_as_its_halves_go_apart() {
        Estimate pairs = new Experiment(1, 4000).estimate(Antithetic.pairs(POWER), pair -> pair.mean(x -> x));
        // Variance of the mean of a pair: (0.24204 − 0.23421) ÷ 2 = 0.003912. That of 4,000 has a relative error of
        // 2.2% or less; 4 of them.
        assertThat(pairs.sd() * pairs.sd()).isCloseTo(0.003912, within(0.09 * 0.003912));
        assertThat(pairs.mean()).isCloseTo(MEAN, within(4 * Math.sqrt(0.003912 / 4000)));
    }

    @Test
    void the_first_of_a_pair_is_the_plain_replication() {
        var pair = new Experiment(1, 3).run(Antithetic.pairs(POWER)).get(2);
        double plain = new Experiment(1, 3).run(POWER).get(2);
        assertThat(pair.plain()).isEqualTo(plain);
        assertThat(Math.log(pair.plain()) + Math.log(pair.mirrored())).isCloseTo(1, within(1e-12));
        assertThat(pair.mean(x -> x)).isEqualTo((pair.plain() + pair.mirrored()) / 2);
        assertThat(pair.mean(x -> Double.NaN)).isNaN();
    }

    /** 1,000 experiments of 20 pairs; 929 to 971 are three standard deviations of the binomial. */
    @Test
    void the_interval_over_pairs_holds() {
        int held = 0;
        for (int seed = 1; seed <= 1000; seed++) {
            Estimate e = new Experiment(seed, 20).estimate(Antithetic.pairs(POWER), pair -> pair.mean(x -> x));
            held += Math.abs(e.mean() - MEAN) <= e.halfWidth95() ? 1 : 0;
        }
        assertThat(held).isBetween(929, 971);
    }
}
