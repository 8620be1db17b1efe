package org.bridgeconvoy.bridge.run.context;

/** A breakdown of one truck in one crossing. */
public final class Breakdown {

    /** Where it stands or will, from the end at which the truck entered. */
    public final double metres;

    /** When it can drive on. */
    public final long endNanos;

    /** Whether the truck has come that far. */
    public boolean begun;

    /** A breakdown ahead. */
    public Breakdown(double metres, long endNanos) {
        this.metres = metres;
        this.endNanos = endNanos;
    }
}
