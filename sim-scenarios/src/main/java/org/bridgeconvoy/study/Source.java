package org.bridgeconvoy.study;

/**
 * Evidence for a number of a scenario.
 *
 * @param path key of the number in the file: {@code bridge.length}; the entry of a parent covers all keys under it
 * @param grade {@code A}, {@code B}, {@code C}, {@code D} or {@code assumed}, perhaps with a sign: {@code B-}
 * @param says statement of the source; empty if assumed
 * @param source name of the source; empty if assumed
 * @param reason reason for an assumption; empty if there is a source
 */
public record Source(String path, String grade, String says, String source, String reason) {}
