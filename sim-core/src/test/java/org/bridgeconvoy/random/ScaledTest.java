package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaledTest {

    private static final Distribution BASE = Distribution.uniform(10, 30);

    @Test
    void draws_are_those_of_the_base_times_the_factor() {
        RandomStream one = Streams.of(1, 1).stream("a");
        RandomStream other = Streams.of(1, 1).stream("a");
        RandomStream many = Streams.of(1, 1).stream("a");
        double[] values = new double[6];
        BASE.scaled(0.9).sample(many, values, 1, 6);

        for (int i = 1; i < 6; i++) {
            double draw = BASE.scaled(0.9).sample(one);
            assertThat(draw).isEqualTo(0.9 * BASE.sample(other)).isEqualTo(values[i]);
        }
        assertThat(values[0]).isZero();
    }

    @Test
    void mean_bounds_and_probabilities_are_scaled() {
        Distribution twice = BASE.scaled(2);

        assertThat(twice.mean()).isEqualTo(40);
        assertThat(twice.lowerBound()).isEqualTo(20);
        assertThat(twice.upperBound()).isEqualTo(60);
        assertThat(twice.probabilityBelow(30)).isEqualTo(0.25);
        // Up to 30 with 1/4, on average 25, else 30.
        assertThat(twice.meanCappedAt(30)).isCloseTo(0.25 * 25 + 0.75 * 30, within(1e-12));
        assertThat(twice.truncated(30, 50).mean()).isCloseTo(40, within(1e-12));
        assertThat(twice.truncated(0, 100)).isEqualTo(twice);
        assertThat(twice).hasToString("2 * uniform(10, 30)");
    }

    @Test
    void a_constant_stays_one_and_a_factor_of_one_changes_nothing() {
        assertThat(Distribution.constant(5).scaled(2)).isEqualTo(Distribution.constant(10));
        assertThat(BASE.scaled(1)).isSameAs(BASE);
        assertThatThrownBy(() -> BASE.scaled(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
        assertThatThrownBy(() -> Distribution.constant(1).scaled(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bounds_out_of_order_are_named_as_they_were_given() {
        assertThatThrownBy(() -> BASE.scaled(2).truncated(50, 40))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("min <= max is needed, got min=50 max=40");
    }
}
