package org.bridgeconvoy.study;

/**
 * What a number of a scenario rests on.
 *
 * @param path the number's place in the file: {@code bridge.length}; a parent's entry covers what is under it
 * @param grade {@code A}, {@code B}, {@code C}, {@code D} or {@code assumed}, perhaps with a sign: {@code B-}
 * @param says what the source says; empty if assumed
 * @param source who says it; empty if assumed
 * @param reason why it is assumed; empty if it has a source
 */
public record Source(String path, String grade, String says, String source, String reason) {}
