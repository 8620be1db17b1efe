package org.bridgeconvoy.verify;

import java.util.concurrent.Executor;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.random.Streams;

/** Where cases run their replications. */
record Lab(long seed, Executor executor, int threads) {

    Estimate estimate(int replications, ToDoubleFunction<Streams> metric) {
        return experiment(replications).estimate(metric);
    }

    Experiment experiment(int replications) {
        return new Experiment(seed, replications).on(executor, threads);
    }
}
