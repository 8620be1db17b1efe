package org.bridgeconvoy.result;

/**
 * A deadlock of a run: every truck that is not idle waits, and no pending event will free one.
 *
 * @param sinceNanos beginning of the deadlock, in nanoseconds since the start of the run
 * @param waitingFor what the trucks wait for, in words
 */
public record Lock(long sinceNanos, String waitingFor) {}
