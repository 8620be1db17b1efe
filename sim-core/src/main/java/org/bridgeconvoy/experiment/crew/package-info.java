/**
 * Threads that share out numbered jobs, for experiments and points of experiments. It knows neither models nor replications. {@link
 * org.bridgeconvoy.experiment.crew.Crew} is the one class that starts work on other threads and ends it.
 */
@NullMarked
package org.bridgeconvoy.experiment.crew;

import org.jspecify.annotations.NullMarked;
