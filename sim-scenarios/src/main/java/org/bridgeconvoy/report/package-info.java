/**
 * Results as text, CSV and JSON: one writer for each format, all fed by the result tree of {@code study}. Start at
 * {@link org.bridgeconvoy.report.TextSummary}, {@link org.bridgeconvoy.report.CsvFiles} and
 * {@link org.bridgeconvoy.report.JsonSummary}.
 *
 * <p>Must not live here: anything that knows the engine or the model. Writers write only where the caller says: to an
 * {@link Appendable}, or to files that {@link org.bridgeconvoy.report.OutputFiles} moves into place once they are
 * complete.
 */
@NullMarked
package org.bridgeconvoy.report;

import org.jspecify.annotations.NullMarked;
