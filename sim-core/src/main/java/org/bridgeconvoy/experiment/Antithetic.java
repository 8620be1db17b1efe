package org.bridgeconvoy.experiment;

import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.random.Streams;

/**
 * A pair of replications, one with the random numbers of its streams and one with their mirror images (Hammersley and Morton 1956). Where a
 * quantity rises with every draw, or falls with every draw, a high value of one goes with a low value of the other, and the mean of both
 * varies less than that of two independent replications. Where it does not, the pair may vary more: try it on a few replications.
 *
 * <pre>{@code
 * Estimate wait = new Experiment(7, 30).estimate(Antithetic.pairs(model), pair -> pair.mean(Result::meanWait));
 * }</pre>
 *
 * <p>The pairs are independent, so Student's interval holds with the pair as the observation: {@code n} counts pairs, and each costs two
 * replications. The replications of a pair depend on each other; never take them for two observations.
 *
 * <p>The mirror image works best where each value is drawn from one number that rises with it. An Erlang, gamma or truncated distribution
 * takes several; {@link org.bridgeconvoy.random.Distribution#inverted} takes one.
 *
 * @param <R> what a replication gives
 * @param plain result with the streams of the replication
 * @param mirrored result with their mirror images
 */
public record Antithetic<R>(R plain, R mirrored) {

    /** Checks that nothing is null. */
    public Antithetic {
        Objects.requireNonNull(plain, "plain");
        Objects.requireNonNull(mirrored, "mirrored");
    }

    /**
     * The model that replicates another in pairs.
     *
     * @param <R> what a replication of the other gives
     * @param model what to replicate
     * @return a model whose replication r is the pair of replication r
     */
    public static <R> Model<Antithetic<R>> pairs(Model<R> model) {
        return () -> {
            Replicator<R> replicator = model.newReplicator();
            return streams -> {
                Streams mirror = streams.mirrored();
                return new Antithetic<>(replicator.replicate(streams), replicator.replicate(mirror));
            };
        };
    }

    /**
     * The observation of a pair.
     *
     * @param metric the number of interest; NaN if there was nothing to observe
     * @return the mean of both; NaN if one of them is
     */
    public double mean(ToDoubleFunction<R> metric) {
        return (metric.applyAsDouble(plain) + metric.applyAsDouble(mirrored)) / 2;
    }
}
