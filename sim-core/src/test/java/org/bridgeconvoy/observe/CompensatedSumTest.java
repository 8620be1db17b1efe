package org.bridgeconvoy.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: {@link Math#fma}, which rounds once. */
class CompensatedSumTest {

    @Test
    void the_remainder_of_a_division_is_exact() {
        SplittableRandom random = new SplittableRandom(30);
        for (int k = 0; k < 300_000; k++) {
            int count = 1 + (random.nextInt() >>> 1 + random.nextInt(30));
            double size = StrictMath.scalb(1 + random.nextDouble(), random.nextInt(-900, 1000));
            double dividend = k % 3 == 0 ? Math.rint(1e6 * random.nextDouble()) : k % 2 == 0 ? size : -size;
            double quotient = dividend / count;
            assertThat(CompensatedSum.remainder(dividend, quotient, count))
                    .as("%s / %d", dividend, count)
                    .isEqualTo(Math.fma(-quotient, count, dividend));
        }
    }
}
