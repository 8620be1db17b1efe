/**
 * Named random streams and distributions.
 *
 * <p>Start at {@link org.bridgeconvoy.random.Streams}: it hands out one {@link org.bridgeconvoy.random.RandomStream} per
 * cause of randomness, keyed by seed, replication and name, so that two variants of a model that differ in one thing
 * share the rest. {@link org.bridgeconvoy.random.Distribution} says what is drawn from a stream; {@link
 * org.bridgeconvoy.random.NormalCopula} and {@link org.bridgeconvoy.random.LatinHypercube} draw several numbers together.
 *
 * <p>Every number that comes out is the same bit for bit on any JVM and processor: integer arithmetic, the four
 * operations, {@code Math.sqrt} (exact by definition), {@link org.bridgeconvoy.numeric.Fdlibm} and the pure Java of commons-math3.
 * {@code Math.log}, {@code exp}, {@code pow} and {@code sin} must not appear here: a JVM may replace them by an
 * intrinsic with other last bits.
 *
 * <p>This package knows nothing of simulation, time or trucks.
 */
@NullMarked
package org.bridgeconvoy.random;

import org.jspecify.annotations.NullMarked;
