/**
 * Data files that a scenario names: tables of rows and samples, each value with its line.
 *
 * <p>Here must not live: what a column means for the world.
 */
@NullMarked
package org.bridgeconvoy.scenario.table;

import org.jspecify.annotations.NullMarked;
