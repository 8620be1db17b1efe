package org.bridgeconvoy.verify;

import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.random.Streams;

/**
 * What every case runs with: a seed, and the threads for its replications.
 *
 * @param threads how many replications run at once; the results do not depend on it
 */
record Lab(long seed, Executor executor, int threads) {

    /** Estimates the mean of a metric over independent replications. */
    Estimate estimate(int replications, ToDoubleFunction<Streams> metric) {
        return experiment(replications).estimate(metric);
    }

    /** An experiment with this seed on these threads. */
    Experiment experiment(int replications) {
        return new Experiment(seed, replications).on(executor, threads);
    }
}
