package org.bridgeconvoy.random;

/**
 * MRG32k3a, the combined multiple recursive generator of L'Ecuyer (Operations Research 47, 1999) with the streams of
 * RngStreams (L'Ecuyer, Simard, Chen, Kelton 2002), for comparing a model with published results of other libraries.
 * Models take their numbers from {@link Streams}, which are faster and named.
 *
 * <p>Not thread-safe.
 */
public final class Mrg32k3a {
    private static final long M1 = 4294967087L;
    private static final long M2 = 4294944443L;
    private static final double NORM = 1.0 / (M1 + 1);
    private static final int STREAM_LOG2 = 127;

    private static final long[][] STEP1 = {{0, 1, 0}, {0, 0, 1}, {M1 - 810728, 1403580, 0}};
    private static final long[][] STEP2 = {{0, 1, 0}, {0, 0, 1}, {M2 - 1370589, 0, 527612}};

    private final long[] start1;
    private final long[] start2;
    private long x0;
    private long x1;
    private long x2;
    private long y0;
    private long y1;
    private long y2;

    private Mrg32k3a(long[] start1, long[] start2) {
        this.start1 = start1;
        this.start2 = start2;
        x0 = start1[0];
        x1 = start1[1];
        x2 = start1[2];
        y0 = start2[0];
        y1 = start2[1];
        y2 = start2[2];
    }

    /**
     * The first stream of RngStreams: all six state words 12345.
     *
     * @return the generator at its start
     */
    public static Mrg32k3a firstStream() {
        return ofState(12345, 12345, 12345, 12345, 12345, 12345);
    }

    /**
     * A generator at a state of one's own.
     *
     * @param state the three words of the first component, below 4294967087, and the three of the second, below
     *     4294944443; neither three all zero
     * @return the generator at that state
     * @throws IllegalArgumentException if the state is not allowed
     */
    public static Mrg32k3a ofState(long... state) {
        if (state.length != 6) {
            throw new IllegalArgumentException("state must have 6 words, got " + state.length);
        }
        for (int i = 0; i < 6; i++) {
            long modulus = i < 3 ? M1 : M2;
            if (state[i] < 0 || state[i] >= modulus) {
                throw new IllegalArgumentException(
                        "state word " + i + " must be >= 0 and < " + modulus + ", got " + state[i]);
            }
        }
        if ((state[0] | state[1] | state[2]) == 0 || (state[3] | state[4] | state[5]) == 0) {
            throw new IllegalArgumentException("the first three and the last three state words must not all be 0");
        }
        return new Mrg32k3a(new long[] {state[0], state[1], state[2]}, new long[] {state[3], state[4], state[5]});
    }

    /**
     * The stream that begins 2<sup>127</sup> numbers after the beginning of this one, however far this one has run.
     *
     * @return a new generator at the start of the next stream
     */
    public Mrg32k3a nextStream() {
        return new Mrg32k3a(
                multiply(squared(STEP1, STREAM_LOG2, M1), start1, M1),
                multiply(squared(STEP2, STREAM_LOG2, M2), start2, M2));
    }

    /**
     * A uniform number in the open interval (0, 1), with 32 bits of resolution.
     *
     * @return greater than 0, less than 1
     */
    public double nextDouble() {
        long p1 = Math.floorMod(1403580 * x1 - 810728 * x0, M1);
        x0 = x1;
        x1 = x2;
        x2 = p1;
        long p2 = Math.floorMod(527612 * y2 - 1370589 * y0, M2);
        y0 = y1;
        y1 = y2;
        y2 = p2;
        return (p1 > p2 ? p1 - p2 : p1 - p2 + M1) * NORM;
    }

    /**
     * The six state words.
     *
     * @return a copy
     */
    public long[] state() {
        return new long[] {x0, x1, x2, y0, y1, y2};
    }

    /** The matrix to the power 2^exponent, modulo m. */
    private static long[][] squared(long[][] matrix, int exponent, long m) {
        long[][] power = matrix;
        for (int i = 0; i < exponent; i++) {
            long[][] next = new long[3][3];
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 3; column++) {
                    long sum = 0;
                    for (int k = 0; k < 3; k++) {
                        sum += multiply(power[row][k], power[k][column], m);
                    }
                    next[row][column] = sum % m;
                }
            }
            power = next;
        }
        return power;
    }

    private static long[] multiply(long[][] matrix, long[] vector, long m) {
        long[] product = new long[3];
        for (int row = 0; row < 3; row++) {
            long sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += multiply(matrix[row][k], vector[k], m);
            }
            product[row] = sum % m;
        }
        return product;
    }

    /** a × b modulo m for factors below 2^32: the product fits 64 bits without a sign. */
    private static long multiply(long a, long b, long m) {
        return Long.remainderUnsigned(a * b, m);
    }

    @Override
    public String toString() {
        return "MRG32k3a at [" + x0 + ", " + x1 + ", " + x2 + ", " + y0 + ", " + y1 + ", " + y2 + "]";
    }
}
