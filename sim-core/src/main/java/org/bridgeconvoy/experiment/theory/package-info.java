/**
 * Models with a known answer, to hold a simulation against: queues, closed networks, the single lane. Formulas only, each with
 * its source; time is in whatever one unit the arguments are in.
 *
 * <p>This package knows nothing of ours.
 */
@NullMarked
package org.bridgeconvoy.experiment.theory;

import org.jspecify.annotations.NullMarked;
