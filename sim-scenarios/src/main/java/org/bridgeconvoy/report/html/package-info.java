/**
 * Result pages: one HTML file that says what passes, what limits it and how certain that is, with charts, tables,
 * sources and a replay of recorded trips. {@link org.bridgeconvoy.report.html.Html} escapes all text. Style sheet and
 * scripts are resources that a page contains, so that it needs no network. Start at
 * {@link org.bridgeconvoy.report.html.HtmlReport}.
 *
 * <p>Must not live here: computing results, or drawing charts, which {@code report.chart} does.
 */
@NullMarked
package org.bridgeconvoy.report.html;

import org.jspecify.annotations.NullMarked;
