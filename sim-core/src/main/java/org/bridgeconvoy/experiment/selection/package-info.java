/**
 * Ranking and selection: which of many candidates is the best, under constraints, with a stated confidence.
 *
 * <p>Start reading at {@link org.bridgeconvoy.experiment.selection.Selection}, one goal over up to some thousand candidates; {@link
 * org.bridgeconvoy.experiment.selection.Frontier} has two goals, and {@link org.bridgeconvoy.experiment.selection.GridSearch} looks for good candidates
 * where there are too many to run all. Candidates are the points of a {@link org.bridgeconvoy.experiment.point.PointRunner}; what they mean, and
 * where they run, is not known here.
 */
@NullMarked
package org.bridgeconvoy.experiment.selection;

import org.jspecify.annotations.NullMarked;
