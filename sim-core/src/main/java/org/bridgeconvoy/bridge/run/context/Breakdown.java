package org.bridgeconvoy.bridge.run.context;

/** A breakdown of one truck or vehicle in one crossing. */
public final class Breakdown {

    /** Position, in metres from the end at which the truck entered. */
    public final double metres;

    /** When it can drive on. */
    public final long endNanos;

    /** Whether the truck has reached the position. */
    public boolean begun;

    /** A breakdown ahead. */
    public Breakdown(double metres, long endNanos) {
        this.metres = metres;
        this.endNanos = endNanos;
    }
}
