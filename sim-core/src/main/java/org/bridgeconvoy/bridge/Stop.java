package org.bridgeconvoy.bridge;

/** A breakdown of one truck in one crossing. */
final class Stop {

    /** Where it stands or will, from the end at which the truck entered. */
    final double metres;

    /** When it can drive on. */
    final long endNanos;

    /** Whether the truck has come that far. */
    boolean begun;

    Stop(double metres, long endNanos) {
        this.metres = metres;
        this.endNanos = endNanos;
    }
}
