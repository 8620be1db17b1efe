/**
 * Calibration of a scenario: which values of its uncertain inputs agree with what was observed. The method is that of
 * {@link org.bridgeconvoy.experiment.calibration}; here it meets scenarios, their worlds and their observed columns.
 *
 * <p>Start reading at {@link org.bridgeconvoy.study.calibration.CalibrationStudy}.
 */
@NullMarked
package org.bridgeconvoy.study.calibration;

import org.jspecify.annotations.NullMarked;
