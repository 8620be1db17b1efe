/**
 * Many runs and what they say together: replications, warm-up, estimates with intervals, paired comparisons.
 *
 * <p>A model is only an interface here; nothing in this package knows what is simulated. Threads live here and nowhere
 * else in the library, on an executor that the caller hands in; results are merged in the order of the replications,
 * so that they do not depend on the number of threads. Start reading at {@code Experiment}.
 */
@NullMarked
package org.bridgeconvoy.experiment;

import org.jspecify.annotations.NullMarked;
