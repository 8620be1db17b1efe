/**
 * The keys of scenario files: one table of the keys and the form of their values, the JSON Schema written from this
 * table, and {@link Place}, through which mappers read a value by its key and report its problems. Start at
 * {@link Shapes}.
 *
 * <p>Must not live here: what a value means for the model.
 */
@NullMarked
package org.bridgeconvoy.scenario.key;

import org.jspecify.annotations.NullMarked;
