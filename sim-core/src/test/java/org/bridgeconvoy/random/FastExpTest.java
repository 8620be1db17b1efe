package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FastExpTest {

    @Test
    void it_differs_from_the_strict_exponential_by_at_most_two_units_in_the_last_place() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 1_000_000; i++) {
            double x = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-6, 4));
            double strict = StrictMath.exp(x);
            assertThat(Math.abs(FastExp.exp(x) - strict)).as("exp(%s)", x).isLessThanOrEqualTo(2 * Math.ulp(strict));
        }
    }

    @Test
    void edges_are_those_of_the_strict_exponential() {
        assertThat(FastExp.exp(0)).isEqualTo(1);
        assertThat(FastExp.exp(Double.NaN)).isNaN();
        assertThat(FastExp.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(FastExp.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(FastExp.exp(-745)).isEqualTo(StrictMath.exp(-745));
        assertThat(FastExp.exp(709)).isEqualTo(StrictMath.exp(709));
    }
}
