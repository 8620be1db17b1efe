/**
 * How numbers and metrics are told to people, on the console, on pages and in the sentences of results: numbers rounded as their intervals
 * support, labels and units of metrics, plurals. Start at {@link org.bridgeconvoy.words.RoundedNumber}.
 *
 * <p>Must not live here: anything that knows a study or a format of output.
 */
@NullMarked
package org.bridgeconvoy.words;

import org.jspecify.annotations.NullMarked;
