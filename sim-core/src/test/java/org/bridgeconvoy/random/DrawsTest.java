package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** The sequence of draws, which is part of the contract, against the published algorithms written out. */
class DrawsTest {
    private static final int DRAWS = 10_000;

    private final RandomStream stream = new RandomStream(1, 2, 3, 4);
    private final RandomStream equal = new RandomStream(1, 2, 3, 4);

    @Test
    void a_normal_draw_is_the_mean_and_so_many_standard_deviations() {
        Distribution normal = Distribution.normal(10, 2);
        for (int i = 0; i < DRAWS; i++) {
            assertThat(normal.sample(stream)).isEqualTo(10 + 2 * equal.nextGaussian());
        }
    }

    @Test
    void an_erlang_draw_of_up_to_eight_phases_is_the_sum_of_as_many_exponential_ones() {
        for (int phases : new int[] {1, 3, 8}) {
            Distribution erlang = Distribution.erlang(phases, 5);
            for (int i = 0; i < DRAWS / 10; i++) {
                double sum = 0;
                for (int phase = 0; phase < phases; phase++) {
                    sum += equal.nextExponential();
                }
                assertThat(erlang.sample(stream)).isEqualTo(sum * (5.0 / phases));
            }
        }
    }

    @Test
    void other_gamma_draws_are_those_of_Marsaglia_and_Tsang() {
        Distribution erlang = Distribution.erlang(9, 5);
        Distribution gamma = Distribution.gamma(2.5, 5);
        Distribution below = Distribution.gamma(0.4, 5);
        for (int i = 0; i < DRAWS; i++) {
            assertThat(erlang.sample(stream)).isEqualTo(marsagliaTsang(9) * (5.0 / 9));
            assertThat(gamma.sample(stream)).isEqualTo(marsagliaTsang(2.5) * (5 / 2.5));
            assertThat(below.sample(stream))
                    .isCloseTo(
                            marsagliaTsang(1.4) * Math.pow(equal.nextDouble(), 1 / 0.4) * 5 / 0.4,
                            withinPercentage(1e-12));
        }
    }

    /** With scale 1, for a shape of 1 or more: the squeeze first, then the logarithms. */
    private double marsagliaTsang(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = equal.nextGaussian();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v > 0) {
                double u = equal.nextDouble();
                if (u < 1 - 0.0331 * (x * x) * (x * x)
                        || StrictMath.log(u) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
                    return d * v;
                }
            }
        }
    }

    /** A value x of an exponential variable and its mirror image y have e^-x + e^-y = 1; each follows from the other without cancellation. */
    @Test
    void the_mirror_image_of_an_exponential_draw_is_exact_at_both_ends() {
        RandomStream mirrored = MirroredStream.of(1, 2, 3, 4);
        for (int i = 0; i < 100 * DRAWS; i++) {
            double x = stream.nextExponential();
            double y = mirrored.nextExponential();
            // The smaller of the two is known by the larger.
            double other = -StrictMath.log1p(-StrictMath.exp(-Math.max(x, y)));
            if (Math.abs(Math.min(x, y) / other - 1) > 1e-13) {
                assertThat(Math.min(x, y)).as("draw %s", i).isCloseTo(other, withinPercentage(1e-11));
            }
            double greater = -StrictMath.log(-StrictMath.expm1(-Math.min(x, y)));
            if (Math.abs(Math.max(x, y) / greater - 1) > 1e-13) {
                assertThat(Math.max(x, y)).as("draw %s", i).isCloseTo(greater, withinPercentage(1e-11));
            }
        }
    }

    @Test
    void a_sampler_draws_for_an_entity_what_it_draws_without() {
        Sampler sampler = Distribution.exponential(3).from(stream);
        for (int i = 0; i < 100; i++) {
            assertThat(sampler.applyAsDouble("truck")).isEqualTo(3 * equal.nextExponential());
            assertThat(sampler.getAsDouble()).isEqualTo(3 * equal.nextExponential());
        }
    }

    @Test
    void a_seed_gives_its_stream_again_and_again() {
        StreamSeed seed = StreamSeed.of(7, 2, "gaps");
        assertThat(seed.newStream().nextLong())
                .isEqualTo(seed.newStream(false).nextLong())
                .isEqualTo(~seed.newStream(true).nextLong());
    }

    @Test
    void a_published_generator_is_open_at_0_and_takes_every_state_that_is_not_all_0() {
        // Both components give 0 from here: their difference 0 counts as the modulus.
        assertThat(Mrg32k3a.ofState(0, 0, 1, 0, 1, 0).nextDouble())
                .isGreaterThan(0.99)
                .isLessThan(1);
        for (int word = 0; word < 3; word++) {
            long[] state = new long[6];
            state[word] = 1;
            state[5 - word] = 2;
            assertThat(Mrg32k3a.ofState(state).state()).containsExactly(state);
        }
        assertThat(Mrg32k3a.ofState(1, 2, 4, 1, 2, 4).state()).containsExactly(1, 2, 4, 1, 2, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mrg32k3a.ofState(0, 0, 0, 1, 1, 1))
                .withMessageContaining("must not all be 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mrg32k3a.ofState(1, 1, 1, 4294944443L, 1, 1))
                .withMessage("state word 3 must be >= 0 and < 4294944443, got 4294944443");
        assertThat(Mrg32k3a.ofState(1, 2, 3, 4, 5, 6)).hasToString("MRG32k3a at [1, 2, 3, 4, 5, 6]");
    }

    /** By hand: the triangle of the correlations 0.6, 0.3 and 0.5 has the rows (1), (0.6, 0.8) and (0.3, 0.4, √0.75). */
    @Test
    void three_numbers_depend_on_each_other_as_the_triangle_says() {
        NormalCopula copula = NormalCopula.of(new double[][] {{1, 0.6, 0.3}, {0.6, 1, 0.5}, {0.3, 0.5, 1}});
        double[] z = {1.5, -0.25, 0.5};
        double[] mixed = copula.of(StandardNormal.below(z[0]), StandardNormal.below(z[1]), StandardNormal.below(z[2]));
        assertThat(mixed[0]).isCloseTo(StandardNormal.below(1.5), within(1e-14));
        assertThat(mixed[1]).isCloseTo(StandardNormal.below(0.6 * 1.5 - 0.8 * 0.25), within(1e-14));
        assertThat(mixed[2])
                .isCloseTo(StandardNormal.below(0.3 * 1.5 - 0.4 * 0.25 + Math.sqrt(0.75) * 0.5), within(1e-14));
        assertThat(copula).hasToString("normal copula of 3 numbers");
    }

    @Test
    void a_rank_correlation_is_that_of_normal_numbers_by_the_sine_of_the_book() {
        double normal = 2 * Math.sin(Math.PI / 6 * 0.5);
        double[] mixed =
                NormalCopula.ofRanks(new double[][] {{1, 0.5}, {0.5, 1}}).of(0.9, 0.3);
        assertThat(mixed)
                .containsExactly(NormalCopula.of(new double[][] {{1, normal}, {normal, 1}})
                        .of(0.9, 0.3));
        assertThat(mixed[1]).isNotEqualTo(0.3);
    }

    @Test
    void a_copula_says_what_is_wrong_with_its_numbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalCopula.of(new double[0][]))
                .withMessage("a copula needs a coordinate, got none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NormalCopula.of(new double[][] {{1, 0.5}, {0.5, 1, 0}}))
                .withMessage("correlations must be square, got a row of 3");
        for (double all : new double[] {1, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NormalCopula.of(new double[][] {{1, all}, {all, 1}}))
                    .withMessage("correlations must be positive definite: no numbers can have them all");
        }
        for (double end : new double[] {0, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> NormalCopula.of(new double[][] {{1}}).of(end))
                    .withMessageStartingWith("a number must be > 0 and < 1, got ");
        }
    }
}
