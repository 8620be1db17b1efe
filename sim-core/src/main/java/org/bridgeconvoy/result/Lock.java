package org.bridgeconvoy.result;

/**
 * A run that has locked: the trucks that are not idle wait, and nothing that is still to come frees one.
 *
 * @param sinceNanos since when, in nanoseconds since the start of the run
 * @param waitingFor what they wait for, in words
 */
public record Lock(long sinceNanos, String waitingFor) {}
