/**
 * What is believed of a model's inputs: each input with its distribution, and the worlds drawn from all of them. A world is one value for each input.
 *
 * <p>What a value means to a model is the caller's business. Start reading at {@link org.bridgeconvoy.experiment.input.InputSpace}.
 */
@NullMarked
package org.bridgeconvoy.experiment.input;

import org.jspecify.annotations.NullMarked;
