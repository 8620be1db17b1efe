/**
 * What a run measures: counts, tallies, time-weighted values, samples with their quantiles, and exact sums.
 *
 * <p>Here must not live: a clock (time comes in as an argument), intervals over replications (see the experiment
 * package), or formatting. No data is {@code NaN}, never 0. Start reading at {@code Tally} and {@code TimeWeighted}.
 */
@NullMarked
package org.bridgeconvoy.observe;

import org.jspecify.annotations.NullMarked;
