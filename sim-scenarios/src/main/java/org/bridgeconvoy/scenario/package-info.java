/**
 * A scenario as the rest of the application sees it: the validated configuration with what the file says besides, and
 * the problems of a file that has some.
 *
 * <p>The rooms below this package read it, each from what the one before gives: {@code text} (files, positions, single
 * values), {@code key} (the keys that a file may hold), {@code table} (data files), {@code map} (from keys to the
 * configuration), {@code load} (the door).
 *
 * <p>Here must not live: reading, running anything, or printing anything.
 */
@NullMarked
package org.bridgeconvoy.scenario;

import org.jspecify.annotations.NullMarked;
