/**
 * Data files that a scenario names: tables with named columns and samples of one column, each value with its line and
 * column in the file. Start at {@link CsvTable}.
 *
 * <p>Must not live here: what a column means for the model.
 */
@NullMarked
package org.bridgeconvoy.scenario.table;

import org.jspecify.annotations.NullMarked;
