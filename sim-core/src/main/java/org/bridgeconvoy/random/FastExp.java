package org.bridgeconvoy.random;

import org.bridgeconvoy.numeric.Fdlibm;

/**
 * The exponential function for samplers: additions and multiplications only, so the same bits on any JVM and CPU, and
 * several times faster than {@link Fdlibm#exp}, from which it differs by at most one unit in the last place or two.
 *
 * <p>x = k ln 2 / 128 + r with |r| at most ln 2 / 256; exp(x) is then a power of two times a table of 2<sup>j/128</sup>
 * times a polynomial in r (Tang, ACM Transactions on Mathematical Software 15(2), 1989).
 */
final class FastExp {

    private static final int SIZE = 128;
    private static final double PER_LN2 = SIZE / 0.6931471805599453;

    /** ln 2 / 128 in two parts; a multiple of the first by 20 bits is exact (the split of fdlibm's e_exp.c). */
    private static final double LN2_HIGH = 0x1.62e42feep-1 / SIZE;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33 / SIZE;

    private static final double LIMIT = 700;
    private static final double NO_FRACTION = 0x1.8p52;

    private static final double[] POWERS = powers();

    private FastExp() {}

    private static double[] powers() {
        double[] powers = new double[SIZE];
        for (int j = 0; j < SIZE; j++) {
            powers[j] = Fdlibm.pow(2, (double) j / SIZE);
        }
        return powers;
    }

    /** e to the power x; any x. */
    static double exp(double x) {
        if (!(Math.abs(x) < LIMIT)) {
            return Fdlibm.exp(x);
        }
        // To the nearest whole number, ties to even: the sum keeps no fraction.
        double rounded = x * PER_LN2 + NO_FRACTION - NO_FRACTION;
        int k = (int) rounded;
        double r = (x - rounded * LN2_HIGH) - rounded * LN2_LOW;
        double square = r * r;
        double p = r + square * (0.5 + r * (1.0 / 6)) + square * square * (1.0 / 24 + r * (1.0 / 120));
        double power = POWERS[k & (SIZE - 1)];
        return (power + power * p) * Double.longBitsToDouble((1023L + (k >> 7)) << 52);
    }
}
