package org.bridgeconvoy.experiment.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;

/** Repeats the search for the pairs, with t counted from points and boxes. */
class DimensionPairsTest {
    private static final int FEWEST = 5;
    private static final int MOST = 10;
    private static final int POOL = 24;

    private final double[][] sequence = sequence();
    private final double[][] prices = new double[2 * POOL][2 * POOL];

    private static double[][] sequence() {
        SobolSequenceGenerator generator = new SobolSequenceGenerator(2 * POOL);
        return IntStream.range(0, 1 << MOST)
                .mapToObj(j -> generator.nextVector())
                .toArray(double[][]::new);
    }

    /** Smallest t such that every box of volume 2^(t-m) with binary sides holds 2^t of 2^m points. */
    private int t(int a, int b, int m) {
        int t = 0;
        while (!IntStream.rangeClosed(0, m - t).allMatch(new Boxes(a, b, m, t)::filledAlike)) {
            t++;
        }
        return t;
    }

    private final class Boxes {
        private final int a;
        private final int b;
        private final int m;
        private final int t;

        Boxes(int a, int b, int m, int t) {
            this.a = a;
            this.b = b;
            this.m = m;
            this.t = t;
        }

        /** Whether boxes of the side 2^-bits in the first dimension hold 2^t points each. */
        boolean filledAlike(int bits) {
            int others = m - t - bits;
            int[] held = new int[1 << (m - t)];
            for (int j = 0; j < 1 << m; j++) {
                int x = (int) (sequence[j][a] * (1 << bits));
                int y = (int) (sequence[j][b] * (1 << others));
                if (++held[x << others | y] > 1 << t) {
                    return false;
                }
            }
            return true;
        }
    }

    private double price(int a, int b) {
        if (prices[a][b] == 0) {
            prices[a][b] = IntStream.rangeClosed(FEWEST, MOST)
                    .mapToDouble(m -> 1 << t(a, b, m))
                    .average()
                    .orElseThrow();
            prices[b][a] = prices[a][b];
        }
        return prices[a][b];
    }

    private double price(List<int[]> before, int a, int b) {
        return 2 * price(a, b)
                + before.stream()
                        .mapToDouble(pair ->
                                price(a, pair[0]) + (price(a, pair[1]) + price(b, pair[0]) + price(b, pair[1])) / 2)
                        .average()
                        .orElse(0);
    }

    private int[] next(List<int[]> before) {
        BitSet taken = new BitSet();
        before.forEach(pair -> IntStream.of(pair).forEach(taken::set));
        int[] free = IntStream.range(0, before.size() < POOL / 3 ? POOL : 2 * POOL)
                .filter(d -> !taken.get(d))
                .toArray();
        int[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int a : free) {
            for (int b : free) {
                // Of equal prices the lower dimensions.
                double price = a == b ? least : price(before, a, b) * (1 + 1e-6 * (a + b));
                if (price < least) {
                    least = price;
                    best = new int[] {a, b};
                }
            }
        }
        return best;
    }

    @Test
    void chosen_pairs_are_those_of_the_search() {
        List<int[]> found = new ArrayList<>();
        for (int pair = 0; pair < 16; pair++) {
            found.add(next(found));
        }
        assertThat(DimensionPairs.first(16)).isDeepEqualTo(found.toArray(int[][]::new));
    }

    @Test
    void every_dimension_is_taken_once() {
        int[][] all = DimensionPairs.first(500);
        assertThat(Stream.of(all).flatMapToInt(IntStream::of).sorted().toArray())
                .isEqualTo(IntStream.range(0, 1000).toArray());
        assertThat(Arrays.copyOf(all, 20)).isDeepEqualTo(DimensionPairs.first(20));
    }
}
