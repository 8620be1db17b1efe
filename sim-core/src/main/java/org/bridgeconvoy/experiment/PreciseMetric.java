package org.bridgeconvoy.experiment;

import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * One of several metrics that are to be known well enough by {@link Experiment#runUntil(Model, java.util.List, ResultSink)}.
 *
 * @param <R> what a replication gives
 * @param metric the number of interest; NaN if there was nothing to observe
 * @param precision how well it is to be known
 */
public record PreciseMetric<R>(ToDoubleFunction<R> metric, Precision precision) {

    /** Checks that nothing is null. */
    public PreciseMetric {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(precision, "precision");
    }
}
