package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: single draws from an equal stream. */
class BlockDrawsTest {

    private static final int FROM = 3;
    private static final int TO = 70;

    static Stream<Distribution> laws() {
        Distribution normal = Distribution.normal(3, 2);
        return Stream.of(
                Distribution.constant(4),
                Distribution.uniform(1, 6),
                Distribution.triangular(1, 2, 5),
                Distribution.exponential(3),
                Distribution.erlang(3, 3),
                Distribution.gamma(0.3, 2),
                Distribution.lognormal(4, 3),
                normal,
                Distribution.weibull(0.7, 3),
                Distribution.beta(2, 3),
                Distribution.pareto(2.5, 1),
                Distribution.poisson(4),
                Distribution.binomial(9, 0.3),
                Distribution.geometric(0.3),
                Distribution.discrete(new double[] {1, 2, 5}, new double[] {0.4, 0.5, 0.1}),
                Distribution.empirical(new double[] {5, 1, 2, 2, 9}),
                Distribution.exponential(3).scaled(2),
                Distribution.exponential(3).inverted(),
                // Drawn again until it fits; by the closed inverse, of either tail; by the numerical one; flat.
                normal.truncated(2, 4),
                Distribution.lognormal(4, 3).truncated(3, 3.5),
                Distribution.exponential(3).truncated(1, 2),
                Distribution.triangular(1, 2, 5).truncated(1.5, 1.6),
                normal.truncated(12, 13),
                normal.truncated(4, 4 + 1e-10));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void several_draws_are_those_that_single_ones_give(Distribution law) {
        double[] block = new double[TO + 5];
        Arrays.fill(block, -77);
        RandomStream stream = Streams.of(5, 1).stream("block");
        law.sample(stream, block, FROM, TO);

        RandomStream equal = Streams.of(5, 1).stream("block");
        Sampler single = law.from(equal);
        double[] expected = new double[TO + 5];
        Arrays.fill(expected, -77);
        for (int i = FROM; i < TO; i++) {
            expected[i] = single.getAsDouble();
        }
        assertThat(block).containsExactly(expected);
        assertThat(stream.nextDouble()).as("the number after them").isEqualTo(equal.nextDouble());
        assertThat(single).hasToString(law.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void an_empty_block_takes_no_number(Distribution law) {
        RandomStream stream = Streams.of(5, 1).stream("block");
        double[] block = {-77, -77};
        law.sample(stream, block, 1, 1);
        assertThat(block).containsExactly(-77, -77);
        assertThat(stream.nextDouble())
                .isEqualTo(Streams.of(5, 1).stream("block").nextDouble());
    }
}
