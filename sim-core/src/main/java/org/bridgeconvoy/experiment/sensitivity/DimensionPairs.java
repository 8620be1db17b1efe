package org.bridgeconvoy.experiment.sensitivity;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs of dimensions of the Sobol sequence: each input takes one of a pair in world A and the other in world B.
 *
 * <p>The total index of an input is a mean over its coordinates in A and B and over those of the other inputs in A. Its error depends on how evenly the
 * points lie in these dimensions taken two by two. The measure of two dimensions is t (Niederreiter 1992, Random Number Generation and Quasi-Monte Carlo
 * Methods): of 2<sup>m</sup> points, each box of volume 2<sup>t−m</sup> with binary sides holds 2<sup>t</sup>; 0 is best. Dimensions 4 and 5, which are
 * neighbours, have t = 3 at 256 points, and an input of large effect on them had three times the error of one on dimensions 0 and 1.
 *
 * <p>The first pairs are chosen one after the other from the first 24 dimensions, from the ninth pair on from the first 48. The price of two dimensions is
 * their mean 2<sup>t</sup> over 32 to 1,024 points. The next pair (a, b) is that of the smallest sum: twice its own price, and averaged over the pairs (c,
 * d) before it, the price of a with c and half those of a with d, b with c, and b with d. Beyond the chosen ones, neighbours are a pair.
 */
final class DimensionPairs {
    /** Dimension of A and dimension of B, from 0. */
    private static final int[][] CHOSEN = {
        {0, 1}, {2, 3}, {6, 4}, {18, 9}, {10, 13}, {7, 5}, {12, 20}, {11, 16},
        {21, 32}, {29, 8}, {30, 23}, {25, 40}, {17, 14}, {22, 43}, {15, 45}, {44, 24}
    };

    private DimensionPairs() {}

    /** The first pairs; they take the lowest dimensions that are left beyond the chosen ones. */
    static int[][] first(int count) {
        int[] chosen = Stream.of(CHOSEN).flatMapToInt(IntStream::of).sorted().toArray();
        int[] left = IntStream.iterate(0, d -> d + 1)
                .filter(d -> Arrays.binarySearch(chosen, d) < 0)
                .limit(2L * Math.max(count - CHOSEN.length, 0))
                .toArray();
        return IntStream.range(0, count)
                .mapToObj(p -> p < CHOSEN.length ? CHOSEN[p].clone() : neighbours(left, p - CHOSEN.length))
                .toArray(int[][]::new);
    }

    private static int[] neighbours(int[] dimensions, int pair) {
        return new int[] {dimensions[2 * pair], dimensions[2 * pair + 1]};
    }
}
