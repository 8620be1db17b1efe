/**
 * How often printed intervals hold and printed verdicts are right: campaigns on worlds and models with known answers. {@code .ci/coverage} runs them;
 * docs/guide/coverage.md has worlds, seeds, rules and results. Start with {@link org.bridgeconvoy.coverage.PrintedIntervalsTest}.
 */
@NullMarked
package org.bridgeconvoy.coverage;

import org.jspecify.annotations.NullMarked;
