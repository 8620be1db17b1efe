package org.bridgeconvoy.benchmarks;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What all lists of the hold model share: how many events are pending, and how far ahead they go. */
@State(Scope.Thread)
public class HoldState {
    /** Events pending. */
    @Param({"16", "256", "4096", "65536", "1048576"})
    public int pending;

    /** How far ahead of the clock they are scheduled. */
    @Param({"EXPONENTIAL", "CAMEL", "TIES"})
    public Increments increments = Increments.EXPONENTIAL;

    private long[] nanos = new long[0];
    private int next;

    /** Draws the increments. */
    @Setup(Level.Trial)
    public void draw() {
        nanos = increments.nanos();
    }

    long increment() {
        return nanos[next++ & Increments.mask()];
    }
}
