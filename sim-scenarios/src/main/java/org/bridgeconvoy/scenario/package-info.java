/**
 * A scenario as the rest of the application sees it: the validated configuration, what else the file says, and the
 * problems of a file that cannot be used. Start at {@link Scenario} and {@link LoadResult}.
 *
 * <p>The packages below this one read a scenario file. Each takes what the package before it gives: {@code text}
 * (files, positions, single values), {@code key} (the keys that a file may hold), {@code table} (data files),
 * {@code map} (from keys to the configuration), {@code load} (the entrance for callers).
 *
 * <p>Must not live here: code that reads, runs or prints anything.
 */
@NullMarked
package org.bridgeconvoy.scenario;

import org.jspecify.annotations.NullMarked;
