package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MirroredTest {

    private static RandomStream plain() {
        return Streams.of(3, 1).stream("x");
    }

    private static RandomStream mirrored() {
        return Streams.of(3, 1).mirrored().stream("x");
    }

    @Test
    void uniform_numbers_add_up_to_1_and_normal_ones_to_0() {
        RandomStream plain = plain();
        RandomStream mirrored = mirrored();
        for (int i = 0; i < 1000; i++) {
            assertThat(plain.nextDouble() + mirrored.nextDouble()).isEqualTo(1);
            assertThat(plain.nextGaussian() + mirrored.nextGaussian()).isZero();
            assertThat(plain.nextInt(7) + mirrored.nextInt(7)).isEqualTo(6);
            assertThat(plain.nextBoolean()).isNotEqualTo(mirrored.nextBoolean());
            assertThat(plain.nextLong()).isEqualTo(~mirrored.nextLong());
        }
    }

    /** P(X > x) of one is P(X <= x) of the other: e^-x + e^-y = 1. */
    @Test
    void exponential_numbers_have_probabilities_that_add_up_to_1() {
        RandomStream plain = plain();
        RandomStream mirrored = mirrored();
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            double y = mirrored.nextExponential();
            assertThat(Math.exp(-plain.nextExponential()) + Math.exp(-y)).isCloseTo(1, within(1e-12));
            sum += y;
        }
        // Mean 1, standard error 0.0032: further than 4 of them in 1 of 16,000 tries.
        assertThat(sum / 100_000).isCloseTo(1, within(0.0127));
    }

    @Test
    void a_mirror_image_of_a_mirror_image_is_the_stream() {
        RandomStream twice = Streams.of(3, 1).mirrored().mirrored().stream("x");
        RandomStream plain = plain();
        for (int i = 0; i < 100; i++) {
            assertThat(twice.nextExponential()).isEqualTo(plain.nextExponential());
            assertThat(twice.nextLong()).isEqualTo(plain.nextLong());
        }
        assertThat(Streams.of(3, 1).mirrored()).hasToString("streams(seed=3, replication=1, mirrored)");
    }

    @Test
    void tells_whether_a_number_was_drawn() {
        Streams streams = Streams.of(3, 1).mirrored();
        RandomStream x = streams.stream("x");
        assertThat(streams.drawn(name -> true)).isFalse();
        x.nextDouble();
        assertThat(streams.drawn(name -> true)).isTrue();
    }

    static Stream<Distribution> laws() {
        return Stream.of(
                Distribution.constant(4),
                Distribution.uniform(2, 5),
                Distribution.triangular(1, 2, 6),
                Distribution.exponential(3),
                Distribution.erlang(3, 5),
                Distribution.gamma(0.6, 5),
                Distribution.lognormal(7, 4).truncated(0, 45),
                Distribution.normal(5, 2),
                Distribution.weibull(1.5, 3),
                Distribution.discrete(new double[] {1, 4, 9}, new double[] {0.2, 0.5, 0.3}),
                Distribution.empirical(new double[] {1, 3, 7, 8}),
                Distribution.erlang(3, 5).scaled(2));
    }

    /** One number a draw, and the quantile at it; u and 1 − u for mirrored streams. */
    @ParameterizedTest
    @MethodSource("laws")
    void inversion_takes_one_number_and_never_falls(Distribution law) {
        Distribution inverted = law.inverted();
        RandomStream draws = plain();
        RandomStream mirrored = mirrored();
        RandomStream numbers = plain();
        for (int i = 0; i < 200; i++) {
            double u = law.lowerBound() == law.upperBound() ? 0.5 : numbers.nextDouble();
            assertThat(inverted.sample(draws)).isCloseTo(law.quantile(u), within(1e-12));
            assertThat(inverted.sample(mirrored)).isCloseTo(law.quantile(1 - u), within(1e-12));
        }
        assertThat(draws.nextLong()).isEqualTo(numbers.nextLong());
        assertThat(inverted).hasToString(law.toString());
        assertThat(inverted.mean()).isEqualTo(law.mean());
        assertThat(inverted.inverted()).isEqualTo(inverted);
        assertThat(inverted.meanCappedAt(3)).isEqualTo(law.meanCappedAt(3));
        assertThat(inverted.probabilityBelow(3)).isEqualTo(law.probabilityBelow(3));
        assertThat(inverted.upperBound()).isEqualTo(law.upperBound());
    }

    /** An Erlang distribution of more phases takes more numbers by itself; inverted, both take one and stay in step. */
    @Test
    void inverted_variants_stay_in_step() {
        for (Distribution law :
                List.of(Distribution.erlang(2, 5), Distribution.erlang(6, 5), Distribution.gamma(2.5, 5))) {
            RandomStream stream = plain();
            law.inverted().sample(stream);
            RandomStream other = plain();
            other.nextDouble();
            assertThat(stream.nextLong()).as(law.toString()).isEqualTo(other.nextLong());
        }
        assertThat(Distribution.erlang(3, 5).inverted().truncated(2, 9))
                .isEqualTo(Distribution.erlang(3, 5).truncated(2, 9).inverted());
        assertThat(Distribution.erlang(3, 5).inverted().truncated(-1, 1e300)).isNotNull();
    }
}
