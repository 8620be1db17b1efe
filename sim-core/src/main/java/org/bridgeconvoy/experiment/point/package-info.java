/**
 * Points and their replications: what sensitivity, selection and calibration have in common.
 *
 * <p>A point is one setting of a model's inputs: a world drawn from what is believed, a candidate for a decision, a combination of a sweep.
 * A method asks a {@link org.bridgeconvoy.experiment.point.PointRunner} for replications of points and gets numbers back. It does not know where they
 * run: on this thread, on several, on a cluster, or whether they were stored by an earlier, interrupted command.
 */
@NullMarked
package org.bridgeconvoy.experiment.point;

import org.jspecify.annotations.NullMarked;
