package org.bridgeconvoy.random;

import org.bridgeconvoy.numeric.Fdlibm;

/** The mirror image of a stream: each number is as likely as the one that the stream gives and lies as far on the other side. */
final class MirroredStream extends RandomStream {

    /** Largest exponential number: the mirror image of the least above 0 that a double tells from it. */
    private static final double LARGEST = 708;

    private final RandomStream base;

    private MirroredStream(long state0, long state1, long state2, long state3) {
        super(state0, state1, state2, state3);
        base = new RandomStream(state0, state1, state2, state3);
    }

    /**
     * The mirror image of the stream of a state. Returned as a stream, so that no class that calls this needs this class before the call:
     * as long as it is not loaded, the compiler takes the methods of a stream for final.
     */
    static RandomStream of(long state0, long state1, long state2, long state3) {
        return new MirroredStream(state0, state1, state2, state3);
    }

    @Override
    boolean isDrawn() {
        return base.isDrawn();
    }

    @Override
    public long nextLong() {
        return ~base.nextLong();
    }

    /** One less the stream's number, exactly. */
    @Override
    public double nextDouble() {
        return 1 - base.nextDouble();
    }

    /** The quantile at one less the probability of the stream's number. */
    @Override
    public double nextExponential() {
        double x = base.nextExponential();
        double above = x < 1 ? Fdlibm.log(-Fdlibm.expm1(-x)) : Fdlibm.log1p(-Fdlibm.exp(-x));
        return Math.min(0.0 - above, LARGEST);
    }

    @Override
    public double nextGaussian() {
        return -base.nextGaussian();
    }

    @Override
    public int nextInt(int bound) {
        return bound - 1 - base.nextInt(bound);
    }

    @Override
    public boolean nextBoolean() {
        return !base.nextBoolean();
    }
}
