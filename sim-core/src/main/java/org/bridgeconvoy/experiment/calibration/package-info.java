/**
 * Calibration: which inputs of a model agree with what was observed.
 *
 * <p>Start reading at {@link org.bridgeconvoy.experiment.calibration.Calibration}. Nothing here knows where simulations run or what a number means.
 */
@NullMarked
package org.bridgeconvoy.experiment.calibration;

import org.jspecify.annotations.NullMarked;
