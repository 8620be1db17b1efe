package org.bridgeconvoy.experiment.sensitivity;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.bridgeconvoy.random.RandomStream;

/**
 * A Sobol sequence (direction numbers of Joe and Kuo 2008) under a random linear scrambling (Matoušek 1998, Journal of Complexity 14) and a random digital
 * shift. Every point is uniform on the unit cube and the points keep their even spread. The shift alone would leave poor pairs of dimensions poor in every
 * randomisation: with 256 points the first-order index of the third input of Sobol's g-function missed its value by 0.049 whatever the seed. A longer
 * sequence begins with a shorter one.
 */
final class ScrambledSobol {
    /** Bits of a coordinate. */
    private static final int BITS = 52;
    /** Half of the last bit: coordinates lie in the middle of their cell, never at 0 or 1. */
    private static final double HALF = 0.5;

    /** Largest number of dimensions. */
    static final int MOST_DIMENSIONS = 1000;

    private ScrambledSobol() {}

    /**
     * The first points.
     *
     * @param stream of it {@value #BITS} numbers are drawn for each dimension, and one for its shift
     */
    static double[][] points(int count, int dimensions, RandomStream stream) {
        long[][] matrices = new long[dimensions][BITS];
        long[] shift = new long[dimensions];
        for (int d = 0; d < dimensions; d++) {
            for (int row = 0; row < BITS; row++) {
                matrices[d][row] = lowerTriangular(row, stream.nextLong());
            }
            shift[d] = stream.nextLong() >>> (Long.SIZE - BITS);
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimensions);
        double[][] points = new double[count][];
        for (int j = 0; j < count; j++) {
            double[] point = sequence.nextVector();
            for (int d = 0; d < dimensions; d++) {
                long bits = times(matrices[d], (long) (point[d] * 0x1p52)) ^ shift[d];
                point[d] = (bits + HALF) * 0x1p-52;
            }
            points[j] = point;
        }
        return points;
    }

    /** Row of a lower triangular matrix with ones on its diagonal; column 0 is the highest bit. */
    private static long lowerTriangular(int row, long random) {
        long diagonal = 1L << (BITS - 1 - row);
        long before = -(diagonal << 1) & ((1L << BITS) - 1);
        return random & before | diagonal;
    }

    /** A matrix of bits times a column of bits. */
    private static long times(long[] matrix, long bits) {
        long product = 0;
        for (long row : matrix) {
            product = product << 1 | Long.bitCount(row & bits) & 1;
        }
        return product;
    }
}
