package org.bridgeconvoy.bridge.config;

/**
 * A time in which no truck or vehicle enters the bridge; those on it leave.
 *
 * @param fromNanos first instant, on the simulation clock
 * @param toNanos the instant at which the bridge opens again, later than the first
 */
public record Closure(long fromNanos, long toNanos) {

    /** Checks the order. */
    public Closure {
        Checks.require(fromNanos < toNanos, "a closure must end after it begins");
    }
}
