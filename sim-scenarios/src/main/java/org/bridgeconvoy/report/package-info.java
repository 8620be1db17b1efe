/**
 * Results as text, CSV and JSON: one writer for each format, all fed by the same result tree of {@code study}. It knows
 * neither engine nor model, and writes only where it is told to: to an {@link Appendable}, or to files that {@link
 * org.bridgeconvoy.report.OutputFiles} moves into place when they are whole.
 */
@NullMarked
package org.bridgeconvoy.report;

import org.jspecify.annotations.NullMarked;
