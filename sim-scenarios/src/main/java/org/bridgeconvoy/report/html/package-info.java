/**
 * {@code report.html}: one file that says what passes, what limits it and how sure that is, with charts, tables, sources
 * and a replay of recorded trips. All text goes through {@link org.bridgeconvoy.report.html.Html}, which escapes it;
 * style sheet and script are resources put into the page, which asks nothing of a network. Start with {@link
 * org.bridgeconvoy.report.html.HtmlReport}.
 */
@NullMarked
package org.bridgeconvoy.report.html;

import org.jspecify.annotations.NullMarked;
