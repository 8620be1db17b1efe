package org.bridgeconvoy.random;

import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * One stream of random numbers: xoshiro256++ (Blackman and Vigna 2019; period 2<sup>256</sup> − 1) of Apache Commons RNG
 * with exact, allocation-free samplers. Obtained from {@link Streams#stream(String)}.
 *
 * <p>The same stream gives the same bits on any JVM and processor. The sequence of draws is part of the library's
 * contract and changes only with a new major version.
 *
 * <p>Not thread-safe: one run, one thread.
 */
public sealed class RandomStream permits MirroredStream {
    /** 2<sup>-53</sup>, the spacing of the doubles in [0.5, 1). */
    private static final double ULP = 0x1p-53;

    // Arrays in static final fields are constants to the compiler, fields of a table object are not.
    private static final long[] EXPONENTIAL_INSIDE = Ziggurat.EXPONENTIAL.inside;
    private static final double[] EXPONENTIAL_WIDTH = Ziggurat.EXPONENTIAL.width;
    private static final long[] GAUSSIAN_INSIDE = Ziggurat.GAUSSIAN.inside;
    private static final double[] GAUSSIAN_WIDTH = Ziggurat.GAUSSIAN.width;

    /** Value that stands for "not known". */
    private static final double UNKNOWN = -1;

    private final XoShiRo256PlusPlus generator;

    /** The bits that come next. */
    private long ahead;

    /** Those that came first; the next ones are others, but for one chance in 2^64. */
    private final long first;

    /**
     * The exponential number that they give. It is worked out when the one before is drawn, so that an event, which comes when its
     * time is known, does not have to wait for it. Unknown if the last number drawn was of another kind, or if it takes more bits.
     */
    private double exponentialAhead = UNKNOWN;

    /** Starts at a state, which must not be all zero. */
    RandomStream(long state0, long state1, long state2, long state3) {
        generator = new XoShiRo256PlusPlus(state0, state1, state2, state3);
        ahead = generator.nextLong();
        first = ahead;
    }

    /** Whether a number was drawn. */
    boolean isDrawn() {
        return ahead != first;
    }

    /**
     * 64 random bits.
     *
     * @return any {@code long}, all equally likely
     */
    public long nextLong() {
        long bits = ahead;
        ahead = generator.nextLong();
        exponentialAhead = UNKNOWN;
        return bits;
    }

    /**
     * A uniform number in the open interval (0, 1): one of the 2<sup>52</sup> odd multiples of 2<sup>-53</sup>, all
     * equally likely. Neither 0 nor 1 occurs, and 1 − u is as likely as u.
     *
     * @return greater than 0, less than 1
     */
    public double nextDouble() {
        return ((nextLong() >>> 11) | 1L) * ULP;
    }

    /**
     * An exponential number with mean 1, by the ziggurat of Marsaglia and Tsang (2000) with 256 layers and independent
     * bits for layer and position.
     *
     * @return 0 or more (0 itself with probability below 2<sup>-53</sup>), finite
     */
    public double nextExponential() {
        double x = exponentialAhead;
        long following = generator.nextLong();
        if (x < 0) {
            x = exponentialNow(following);
            following = ahead;
        }
        ahead = following;
        exponentialAhead = inside(following);
        return x;
    }

    private double exponentialNow(long following) {
        long bits = ahead;
        ahead = following;
        return Ziggurat.exponential(this, bits);
    }

    /** The exponential number that is inside its layer for sure. */
    private static double inside(long bits) {
        int layer = (int) bits & Ziggurat.LAYER_MASK;
        long position = bits >>> 11;
        return position < EXPONENTIAL_INSIDE[layer] ? position * EXPONENTIAL_WIDTH[layer] : UNKNOWN;
    }

    /**
     * A standard normal number (mean 0, standard deviation 1), by the ziggurat of Marsaglia and Tsang (2000) with 256
     * layers and independent bits for layer and position.
     *
     * @return any finite value
     */
    public double nextGaussian() {
        long bits = nextLong();
        int layer = (int) bits & Ziggurat.LAYER_MASK;
        long position = bits >> 10;
        if (Math.abs(position) < GAUSSIAN_INSIDE[layer]) {
            return position * GAUSSIAN_WIDTH[layer];
        }
        return Ziggurat.gaussianOutside(this, layer, position);
    }

    /**
     * A uniform integer from 0 to bound − 1, without bias (Lemire 2019).
     *
     * @param bound the number of values, at least 1
     * @return 0 or more, less than the bound
     * @throws IllegalArgumentException if the bound is below 1
     */
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be >= 1, got " + bound);
        }
        long product = (nextLong() >>> 32) * bound;
        if ((product & 0xffffffffL) < bound) {
            // The low half tells the few products that would make some values likelier: drawn again.
            long excess = (1L << 32) % bound;
            while ((product & 0xffffffffL) < excess) {
                product = (nextLong() >>> 32) * bound;
            }
        }
        return (int) (product >>> 32);
    }

    /**
     * True or false, equally likely.
     *
     * @return the first bit of the next 64
     */
    public boolean nextBoolean() {
        return nextLong() < 0;
    }

    @Override
    public String toString() {
        return "random stream that began with " + Long.toHexString(first) + (isDrawn() ? " and was drawn from" : "");
    }
}
