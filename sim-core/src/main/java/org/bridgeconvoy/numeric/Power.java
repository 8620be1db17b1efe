package org.bridgeconvoy.numeric;

/**
 * Powers after fdlibm's e_pow.c, under the notice in {@link Fdlibm}: log2(x) in two parts, times y in two parts, 2 to that power.
 *
 * <p>{@link #ofPositive} is one long method, because each of its steps hands on two numbers and an object for them would be allocated
 * for every draw.
 */
final class Power {

    private static final double LOG2_ONE_AND_HALF_HIGH = 0x1.2b8034p-1;
    private static final double LOG2_ONE_AND_HALF_LOW = 0x1.cfdeb43cfd006p-27;
    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN2_HIGH = 0x1.62e43p-1;
    private static final double LN2_LOW = -0x1.05c610ca86c39p-29;

    /** 2/(3 ln 2), also in two parts. */
    private static final double TWO_THIRDS_PER_LN2 = 0x1.ec709dc3a03fdp-1;

    private static final double TWO_THIRDS_PER_LN2_HIGH = 0x1.ec709ep-1;
    private static final double TWO_THIRDS_PER_LN2_LOW = -0x1.e2fe0145b01f5p-28;

    private static final double PER_LN2 = 0x1.71547652b82fep0;
    private static final double PER_LN2_HIGH = 0x1.715476p0;
    private static final double PER_LN2_LOW = 0x1.4ae0bf85ddf44p-26;

    /** What a z of exactly 1024 may still have in its lower part without overflow. */
    private static final double OVERFLOW = 8.0085662595372944372e-17;

    /** From here on a power is infinite or 0, unless x is within 2<sup>-20</sup> of 1. */
    private static final double HUGE_POWER = 0x1.00001p31;

    private Power() {}

    static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double size = Math.abs(x);
        if (Double.isInfinite(y)) {
            return size == 1 ? Double.NaN : size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        if (y == 1) {
            return x;
        }
        if (y == -1) {
            return 1 / x;
        }
        if (y == 2) {
            return x * x;
        }
        boolean negative = Fdlibm.high(x) < 0;
        if (y == 0.5 && !negative) {
            return Math.sqrt(x);
        }
        boolean odd = negative && isOdd(y);
        if (size == 0 || size == 1 || Double.isInfinite(size)) {
            if (size == 1 && negative && !isWhole(y)) {
                return Double.NaN;
            }
            double z = y < 0 ? 1 / size : size;
            return odd ? -z : z;
        }
        if (negative && !isWhole(y)) {
            return Double.NaN;
        }
        double z = ofPositive(size, y);
        return odd ? -z : z;
    }

    private static boolean isWhole(double y) {
        return Math.floor(y) == y;
    }

    private static boolean isOdd(double y) {
        return isWhole(y) && Math.abs(y) < 0x1p53 && ((long) y & 1) != 0;
    }

    /** A positive x that is neither 1 nor infinite, to a finite power that is none of the simple ones. */
    private static double ofPositive(double x, double y) {
        double logHigh;
        double logLow;
        int high = Fdlibm.high(x);
        if (Math.abs(y) >= HUGE_POWER) {
            if (high < 0x3fefffff || Math.abs(y) >= 0x1.00001p64 && high <= 0x3fefffff) {
                return y < 0 ? Double.POSITIVE_INFINITY : 0;
            }
            if (high > 0x3ff00000 || Math.abs(y) >= 0x1.00001p64) {
                return y > 0 ? Double.POSITIVE_INFINITY : 0;
            }
            // |1 - x| is at most 2^-20: four terms of the series are enough.
            double t = x - 1;
            double w = t * t * (0.5 - t * (0.3333333333333333333333 - t * 0.25));
            double u = PER_LN2_HIGH * t;
            double v = t * PER_LN2_LOW - w * PER_LN2;
            logHigh = leading(u + v);
            logLow = v - (logHigh - u);
        } else {
            int n = 0;
            double ax = x;
            if (high < 0x00100000) {
                ax *= 0x1p53;
                n = -53;
                high = Fdlibm.high(ax);
            }
            n += (high >> 20) - 0x3ff;
            int fraction = high & 0x000fffff;
            high = fraction | 0x3ff00000;
            // Around 1 or around 1.5, whichever is nearer.
            boolean aboutOne = fraction <= 0x3988e;
            if (!aboutOne && fraction >= 0xbb67a) {
                aboutOne = true;
                n++;
                high -= 0x00100000;
            }
            ax = Fdlibm.withHigh(ax, high);
            double base = aboutOne ? 1 : 1.5;
            // s = (ax - base) / (ax + base) in two parts.
            double u = ax - base;
            double v = 1 / (ax + base);
            double s = u * v;
            double sHigh = leading(s);
            double tHigh = Fdlibm.withHigh(0, (high >> 1 | 0x20000000) + 0x00080000 + (aboutOne ? 0 : 1 << 18));
            double tLow = ax - (tHigh - base);
            double sLow = v * (u - sHigh * tHigh - sHigh * tLow);
            // ln(ax) as a series in s.
            double s2 = s * s;
            double r = s2 * s2 * logSeries(s2);
            r += sLow * (sHigh + s);
            s2 = sHigh * sHigh;
            tHigh = leading(3 + s2 + r);
            tLow = r - (tHigh - 3 - s2);
            u = sHigh * tHigh;
            v = sLow * tHigh + tLow * s;
            double pHigh = leading(u + v);
            double pLow = v - (pHigh - u);
            double zHigh = TWO_THIRDS_PER_LN2_HIGH * pHigh;
            double zLow =
                    TWO_THIRDS_PER_LN2_LOW * pHigh + pLow * TWO_THIRDS_PER_LN2 + (aboutOne ? 0 : LOG2_ONE_AND_HALF_LOW);
            double ofBase = aboutOne ? 0 : LOG2_ONE_AND_HALF_HIGH;
            double t = n;
            logHigh = leading(zHigh + zLow + ofBase + t);
            logLow = zLow - (logHigh - t - ofBase - zHigh);
        }
        double yHigh = leading(y);
        double low = (y - yHigh) * logHigh + y * logLow;
        double high2 = yHigh * logHigh;
        double z = low + high2;
        if (z > 1024 || z == 1024 && low + OVERFLOW > z - high2) {
            return Double.POSITIVE_INFINITY;
        }
        if (z < -1075 || z == -1075 && low <= z - high2) {
            return 0;
        }
        return powerOfTwo(high2, low, z);
    }

    private static double logSeries(double s2) {
        double p = 0x1.a7e284a454eefp-3;
        p = 0x1.d864a93c9db65p-3 + s2 * p;
        p = 0x1.17460a91d4101p-2 + s2 * p;
        p = 0x1.55555518f264dp-2 + s2 * p;
        p = 0x1.b6db6db6fabffp-2 + s2 * p;
        return 0x1.3333333333303p-1 + s2 * p;
    }

    /** 2 to the power high + low, where z is their rounded sum. */
    private static double powerOfTwo(double high, double low, double z) {
        int n = 0;
        double rest = high;
        if (Math.abs(z) >= 0x1.00001p-1) {
            // The nearest whole number: z's first 32 bits plus a half in size, then cut.
            int bits = Fdlibm.high(z);
            int k = ((bits & 0x7fffffff) >> 20) - 0x3ff;
            int rounded = bits + (0x00100000 >> k + 1);
            k = ((rounded & 0x7fffffff) >> 20) - 0x3ff;
            rest -= Fdlibm.withHigh(0, rounded & ~(0x000fffff >> k));
            n = (rounded & 0x000fffff | 0x00100000) >> 20 - k;
            n = bits < 0 ? -n : n;
        }
        double t = leading(low + rest);
        double u = t * LN2_HIGH;
        double v = (low - (t - rest)) * LN2 + t * LN2_LOW;
        double sum = u + v;
        double w = v - (sum - u);
        t = sum * sum;
        double c = sum - t * Fdlibm.expSeries(t);
        double r = sum * c / (c - 2) - (w + sum * w);
        return scale(1 - (r - sum), n);
    }

    /** x times 2<sup>n</sup>, rounded once where the result is subnormal; 0.5 &lt; x &lt; 2. */
    private static double scale(double x, int n) {
        long bits = Double.doubleToRawLongBits(x) + ((long) n << 52);
        return bits >> 52 > 0 ? Double.longBitsToDouble(bits) : Double.longBitsToDouble(bits + (54L << 52)) * 0x1p-54;
    }

    /** x without the lower 32 bits of its fraction. */
    private static double leading(double x) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xffffffff00000000L);
    }
}
