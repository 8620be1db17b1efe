/**
 * The keys of scenario files: one table of what may stand where, the schema written from it, and places that read a
 * value by its key and report its problems.
 *
 * <p>Here must not live: what the values make of the world.
 */
@NullMarked
package org.bridgeconvoy.scenario.key;

import org.jspecify.annotations.NullMarked;
