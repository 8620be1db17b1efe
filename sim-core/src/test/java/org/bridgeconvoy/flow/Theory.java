package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.Streams;

/**
 * Holds a model against an exact value: within a 99.9% interval from independent replications. With correct code one such test in a
 * thousand would fail; the seeds are fixed, so it passes always or never.
 */
final class Theory {
    private static final int REPLICATIONS = 30;

    private Theory() {}

    /** Checks the mean of a metric; the interval must be narrower than a share of the exact value on each side. */
    static void assertMean(ToDoubleFunction<Streams> metric, double exact, double share) {
        assertMean(exact, share, new Experiment(7, REPLICATIONS).run(() -> streams -> metric.applyAsDouble(streams)));
    }

    /** Checks the mean of one value a replication. */
    static void assertMean(double exact, double share, Iterable<Double> values) {
        Tally tally = new Tally();
        values.forEach(tally::record);
        double quantile = new TDistribution(tally.count() - 1).inverseCumulativeProbability(0.9995);
        double halfWidth = quantile * tally.sd() / Math.sqrt(tally.count());
        assertThat(tally.mean()).isCloseTo(exact, within(halfWidth));
        assertThat(halfWidth).as("the interval says something").isLessThan(share * exact);
    }
}
