/**
 * What is not known, and what that does to a model's answers: the range to expect, how much of the spread is chance, and which input is worth finding
 * out first.
 *
 * <p>A {@link org.bridgeconvoy.experiment.sensitivity.SensitivityDesign} says which worlds are run, a {@link
 * org.bridgeconvoy.experiment.point.PointRunner} runs them, and a {@link org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis} tells of one output
 * what the worlds say: variance split, Sobol indices, tornado, the range and the chance that a bound is met. Start reading there.
 *
 * <p>All worlds of one row of the design share their replications (common random numbers), each row has replications of its own. The differences
 * on which the indices rest are taken within rows, so that chance largely cancels; the rows are independent of each other, so that a bootstrap over rows
 * covers both the choice of worlds and the chance in them.
 */
@NullMarked
package org.bridgeconvoy.experiment.sensitivity;

import org.jspecify.annotations.NullMarked;
