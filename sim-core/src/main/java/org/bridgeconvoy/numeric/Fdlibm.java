package org.bridgeconvoy.numeric;

/**
 * Elementary functions with the bits of {@link StrictMath}, in plain Java: a platform that compiles this class, such as WebAssembly,
 * gives the numbers of a JVM, whatever its own mathematical library does.
 *
 * <p>The algorithms are those of the Freely Distributable Math Library, fdlibm 5.3, which the contract of {@link StrictMath} names. Each
 * function names the file that holds its derivation. Any argument is allowed, NaN and infinities give what {@link StrictMath} says;
 * only {@link #sin} is limited. Constants are those of fdlibm, in hexadecimal where fdlibm gives the bits.
 *
 * <p>fdlibm: Copyright (C) 1993, 2004 by Sun Microsystems, Inc. All rights reserved. Developed at SunSoft and SunPro, Sun Microsystems,
 * Inc. businesses. Permission to use, copy, modify, and distribute this software is freely granted, provided that this notice is
 * preserved.
 */
public final class Fdlibm {

    /** ln 2 in two parts; a multiple of the first by up to 11 bits is exact. */
    private static final double LN2_HIGH = 0x1.62e42feep-1;

    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double PER_LN2 = 0x1.71547652b82fep0;

    /** Largest argument whose exponential is finite. */
    private static final double EXP_MOST = 0x1.62e42fefa39efp9;

    /** Least argument whose exponential is not 0. */
    private static final double EXP_LEAST = -0x1.74910d52d3051p9;

    /** High words of 0.5 ln 2, 1.5 ln 2 and 22. */
    private static final int HALF_LN2 = 0x3fd62e42;

    private static final int LN2_AND_HALF = 0x3ff0a2b2;
    private static final int TWENTY_TWO = 0x40360000;

    private static final int INFINITE = 0x7ff00000;
    private static final int ONE = 0x3ff00000;
    private static final int MAGNITUDE = 0x7fffffff;
    private static final int FRACTION = 0x000fffff;
    private static final double TWO_54 = 0x1p54;

    private Fdlibm() {}

    /**
     * e to the power x (e_exp.c).
     *
     * @param x any
     * @return less than one unit in the last place off
     */
    public static double exp(double x) {
        if (!(x <= EXP_MOST)) {
            return x + Double.POSITIVE_INFINITY;
        }
        if (x < EXP_LEAST) {
            return 0;
        }
        int size = high(x) & MAGNITUDE;
        if (size < 0x3e300000) {
            return 1 + x;
        }
        if (size <= HALF_LN2) {
            double c = expFraction(x);
            return 1 - (x * c / (c - 2) - x);
        }
        int k = binaryExponent(x, size);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double c = expFraction(r);
        double y = 1 - (low - r * c / (2 - c) - high);
        return k >= -1021 ? timesPowerOfTwo(y, k) : timesPowerOfTwo(y, k + 1000) * 0x1p-1000;
    }

    /** The k for which x - k ln 2 is in the primary range of exponentials. */
    private static int binaryExponent(double x, int size) {
        if (size < LN2_AND_HALF) {
            return x < 0 ? -1 : 1;
        }
        return (int) (PER_LN2 * x + (x < 0 ? -0.5 : 0.5));
    }

    private static double expFraction(double r) {
        double t = r * r;
        return r - t * expSeries(t);
    }

    /** 1/6 - t/360 + ..., by which exponentials and powers approximate. */
    static double expSeries(double t) {
        double p = 0x1.6376972bea4d0p-25;
        p = -0x1.bbd41c5d26bf1p-20 + t * p;
        p = 0x1.1566aaf25de2cp-14 + t * p;
        p = -0x1.6c16c16bebd93p-9 + t * p;
        return 0x1.555555555553ep-3 + t * p;
    }

    /**
     * e to the power x, minus 1, without cancellation for small x (s_expm1.c).
     *
     * @param x any
     * @return less than one unit in the last place off
     */
    public static double expm1(double x) {
        if (!(x <= EXP_MOST)) {
            return x + Double.POSITIVE_INFINITY;
        }
        int size = high(x) & MAGNITUDE;
        if (size >= 0x4043687a && x < 0) {
            return -1;
        }
        if (size < 0x3c900000) {
            return x;
        }
        if (size <= HALF_LN2) {
            double square = x * (0.5 * x);
            return x - (x * expm1Correction(x, square) - square);
        }
        int k = binaryExponent(x, size);
        double high = x - k * LN2_HIGH;
        double low = k * LN2_LOW;
        double r = high - low;
        double c = high - r - low;
        double square = r * (0.5 * r);
        double e = r * (expm1Correction(r, square) - c) - c - square;
        return expm1Scaled(r, e, k);
    }

    private static double expm1Correction(double r, double square) {
        double p = -0x1.afdb76e09c32dp-23;
        p = 0x1.0cfca86e65239p-18 + square * p;
        p = -0x1.4ce199eaadbb7p-14 + square * p;
        p = 0x1.a01a019fe5585p-10 + square * p;
        p = -0x1.11111111110f4p-5 + square * p;
        double r1 = 1 + square * p;
        double t = 3 - r1 * (0.5 * r);
        return square * ((r1 - t) / (6 - r * t));
    }

    /** 2<sup>k</sup>(1 + r - e) - 1, in the order of operations that fits k. */
    private static double expm1Scaled(double r, double e, int k) {
        if (k == -1) {
            return 0.5 * (r - e) - 0.5;
        }
        if (k == 1) {
            return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
        }
        if (k <= -2 || k > 56) {
            return timesPowerOfTwo(1 - (e - r), k) - 1;
        }
        double least = Double.longBitsToDouble(1023L - k << 52);
        return k < 20 ? timesPowerOfTwo(1 - least - (e - r), k) : timesPowerOfTwo(r - (e + least) + 1, k);
    }

    /**
     * Natural logarithm (e_log.c).
     *
     * @param x any
     * @return less than one unit in the last place off
     */
    public static double log(double x) {
        int high = high(x);
        int k = 0;
        double scaled = x;
        if (high < 0x00100000) {
            if (x == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            if (high < 0) {
                return Double.NaN;
            }
            k = -54;
            scaled = x * TWO_54;
            high = high(scaled);
        }
        if (high >= INFINITE) {
            return x + x;
        }
        k += (high >> 20) - 1023;
        high &= FRACTION;
        int carry = high + 0x95f64 & 0x100000;
        k += carry >> 20;
        double f = withHigh(scaled, high | carry ^ ONE) - 1;
        double n = k;
        if ((FRACTION & 2 + high) < 3) {
            return logNearPower(f, n);
        }
        double s = f / (2 + f);
        double z = s * s;
        double w = z * z;
        double even = w * (0x1.999999997fa04p-2 + w * (0x1.c71c51d8e78afp-3 + w * 0x1.39a09d078c69fp-3));
        double odd = z
                * (0x1.5555555555593p-1
                        + w * (0x1.2492494229359p-2 + w * (0x1.7466496cb03dep-3 + w * 0x1.2f112df3e5244p-3)));
        double r = odd + even;
        if ((high - 0x6147a | 0x6b851 - high) > 0) {
            double half = 0.5 * f * f;
            return k == 0 ? f - (half - s * (half + r)) : n * LN2_HIGH - (half - (s * (half + r) + n * LN2_LOW) - f);
        }
        return k == 0 ? f - s * (f - r) : n * LN2_HIGH - (s * (f - r) - n * LN2_LOW - f);
    }

    /** log(2<sup>n</sup>(1 + f)) for |f| below 2<sup>-20</sup>. */
    private static double logNearPower(double f, double n) {
        if (f == 0) {
            return n == 0 ? 0 : n * LN2_HIGH + n * LN2_LOW;
        }
        double r = f * f * (0.5 - 0.33333333333333333 * f);
        return n == 0 ? f - r : n * LN2_HIGH - (r - n * LN2_LOW - f);
    }

    /**
     * Natural logarithm of 1 + x, without cancellation for small x (s_log1p.c).
     *
     * @param x any
     * @return less than one unit in the last place off
     */
    public static double log1p(double x) {
        int high = high(x);
        int size = high & MAGNITUDE;
        if (high < 0x3fda827a) {
            if (size >= ONE) {
                return x == -1 ? Double.NEGATIVE_INFINITY : Double.NaN;
            }
            if (size < 0x3e200000) {
                return size < 0x3c900000 ? x : x - x * x * 0.5;
            }
            if (high > 0 || high <= 0xbfd2bec3) {
                double half = 0.5 * x * x;
                double s = x / (2 + x);
                return x - (half - s * (half + log1pSeries(s)));
            }
        }
        return high >= INFINITE ? x + x : log1pReduced(x, high);
    }

    private static double log1pReduced(double x, int high) {
        double u = high < 0x43400000 ? 1 + x : x;
        int fraction = high(u);
        int k = (fraction >> 20) - 1023;
        double c = high < 0x43400000 ? (k > 0 ? 1 - (u - x) : x - (u - 1)) / u : 0;
        fraction &= FRACTION;
        if (fraction < 0x6a09e) {
            u = withHigh(u, fraction | ONE);
        } else {
            k++;
            u = withHigh(u, fraction | 0x3fe00000);
            fraction = 0x00100000 - fraction >> 2;
        }
        double f = u - 1;
        double half = 0.5 * f * f;
        double low = k * LN2_LOW + c;
        if (fraction == 0) {
            if (f == 0) {
                return k == 0 ? 0 : k * LN2_HIGH + low;
            }
            double r = half * (1 - 0.66666666666666666 * f);
            return k == 0 ? f - r : k * LN2_HIGH - (r - low - f);
        }
        double s = f / (2 + f);
        double r = log1pSeries(s);
        return k == 0 ? f - (half - s * (half + r)) : k * LN2_HIGH - (half - (s * (half + r) + low) - f);
    }

    private static double log1pSeries(double s) {
        double z = s * s;
        double p = 0x1.2f112df3e5244p-3;
        p = 0x1.39a09d078c69fp-3 + z * p;
        p = 0x1.7466496cb03dep-3 + z * p;
        p = 0x1.c71c51d8e78afp-3 + z * p;
        p = 0x1.2492494229359p-2 + z * p;
        p = 0x1.999999997fa04p-2 + z * p;
        return z * (0x1.5555555555593p-1 + z * p);
    }

    /**
     * x to the power y (e_pow.c).
     *
     * @param x any
     * @param y any
     * @return less than one unit in the last place off; 1 for y = 0, NaN for a negative x and a y that is not whole
     */
    public static double pow(double x, double y) {
        return Power.pow(x, y);
    }

    /**
     * Hyperbolic sine (e_sinh.c).
     *
     * @param x any
     * @return less than two units in the last place off
     */
    public static double sinh(double x) {
        double size = Math.abs(x);
        int high = high(size);
        if (high < 0x3e300000 || high >= INFINITE) {
            return x;
        }
        double half = x < 0 ? -0.5 : 0.5;
        if (high < TWENTY_TWO) {
            double t = expm1(size);
            return high < ONE ? half * (2 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
        }
        return halfExp(half, size, high);
    }

    /**
     * Hyperbolic cosine (e_cosh.c).
     *
     * @param x any
     * @return less than two units in the last place off
     */
    public static double cosh(double x) {
        double size = Math.abs(x);
        int high = high(size);
        if (high <= HALF_LN2) {
            double t = expm1(size);
            double w = 1 + t;
            return high < 0x3c800000 ? w : 1 + t * t / (w + w);
        }
        if (high < TWENTY_TWO) {
            double t = exp(size);
            return 0.5 * t + 0.5 / t;
        }
        return high >= INFINITE ? size : halfExp(0.5, size, high);
    }

    private static double halfExp(double half, double size, int high) {
        if (high < 0x40862e42) {
            return half * exp(size);
        }
        double w = exp(0.5 * size);
        return half * w * w;
    }

    /**
     * Cube root (s_cbrt.c).
     *
     * @param x any
     * @return less than 0.667 units in the last place off
     */
    public static double cbrt(double x) {
        double size = Math.abs(x);
        int high = high(size);
        if (high >= INFINITE || x == 0) {
            return x + x;
        }
        double t = high < 0x00100000
                ? withHigh(0, high(size * TWO_54) / 3 + 696219795)
                : withHigh(0, high / 3 + 715094163);
        double r = t * t / size;
        double s = 0x1.15f15f15f15f1p-1 + r * t;
        t *= 0x1.6db6db6db6db7p-2 + 0x1.9b6db6db6db6ep0 / (s + 0x1.6a0ea0ea0ea0fp0 + -0x1.691de2532c834p-1 / s);
        t = withHigh(0, high(t) + 1);
        s = t * t;
        r = size / s;
        t += t * ((r - t) / (t + t + r));
        return x < 0 ? -t : t;
    }

    /**
     * Sine of a small angle (k_sin.c); there is no reduction of larger ones.
     *
     * @param x rad, at most 0.785 in size
     * @return less than one unit in the last place off
     * @throws IllegalArgumentException if x is larger in size, or NaN
     */
    public static double sin(double x) {
        if (!(Math.abs(x) <= 0.785)) {
            throw new IllegalArgumentException("sin takes -0.785 to 0.785 rad, got " + x);
        }
        if ((high(x) & MAGNITUDE) < 0x3e400000) {
            return x;
        }
        double z = x * x;
        double p = 0x1.5d93a5acfd57cp-33;
        p = -0x1.ae5e68a2b9cebp-26 + z * p;
        p = 0x1.71de357b1fe7dp-19 + z * p;
        p = -0x1.a01a019c161d5p-13 + z * p;
        double r = 0x1.111111110f8a6p-7 + z * p;
        return x + z * x * (-0x1.5555555555549p-3 + z * r);
    }

    static int high(double x) {
        return (int) (Double.doubleToRawLongBits(x) >> 32);
    }

    static double withHigh(double x, int high) {
        return Double.longBitsToDouble((long) high << 32 | Double.doubleToRawLongBits(x) & 0xffffffffL);
    }

    /** y times 2<sup>k</sup>, by the exponent alone: y and the result are normal. */
    private static double timesPowerOfTwo(double y, int k) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) + ((long) k << 52));
    }
}
