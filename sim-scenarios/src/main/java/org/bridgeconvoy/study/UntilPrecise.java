package org.bridgeconvoy.study;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PreciseEstimate;
import org.bridgeconvoy.experiment.Precision;
import org.bridgeconvoy.experiment.Progress;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.words.MetricLabel;

/**
 * Replications run until a metric is as precise as the target asks.
 *
 * @param results results of all replications that were run, in their order
 * @param warning what a reader must know if the precision was not reached; empty if it was
 */
record UntilPrecise(List<ReplicationResult> results, Optional<String> warning) {

    /** Fewest replications before the first look; see {@link Precision}. */
    private static final int FIRST_LOOK = 30;

    /**
     * Runs replications from number 1 on. A model that draws no random number runs only those before the first look.
     *
     * @param model keeps observations
     * @param recipe how another machine makes the model
     * @param pools collects the observations of percentiles
     * @param target the precision; must be given
     * @param atLeast number of replications before the first look, if that is more than {@link #FIRST_LOOK}
     * @param progress hears of these replications alone; their planned number grows from look to look
     * @throws IllegalArgumentException if the model does not have the metric
     */
    static UntilPrecise run(
            BridgeModel model,
            Recipe<ReplicationResult> recipe,
            Pools pools,
            Target target,
            long seed,
            int atLeast,
            Workers workers,
            Progress progress) {
        int metric = index(model, target);
        boolean chance = hasChance(model, seed);
        Precision precision = chance ? precision(target, atLeast) : firstLookOnly(target, atLeast);
        List<ReplicationResult> results = new StoredResults();
        TripFile trips = new TripFile();
        PreciseEstimate known = precision.reach(
                (first, last) -> workers.runner()
                        .run(
                                Batch.of(
                                        new TripFile.Filling(model, trips),
                                        seed,
                                        first,
                                        last,
                                        (done, planned) -> progress.replicationsDone(first - 1 + done, last),
                                        recipe),
                                (task, replication, result) -> results.add(trips.take(pools.take(result)))),
                () -> pools.estimate(metric, results));
        return new UntilPrecise(results, warning(target, known, chance));
    }

    /** Whether a model draws random numbers. One replication tells: until the first random number, all replications are the same. */
    private static boolean hasChance(BridgeModel model, long seed) {
        return model.newReplicator().replicate(Streams.of(seed, 1)).evidence().chance();
    }

    /**
     * Index of the target's metric in a model.
     *
     * @throws IllegalArgumentException if the model does not have the metric
     */
    static int index(BridgeModel model, Target target) {
        List<String> names = model.metrics().stream().map(Metric::name).toList();
        int metric = names.indexOf(target.metric());
        if (metric < 0) {
            throw new IllegalArgumentException("there is no metric '" + target.metric() + "' in this scenario"
                    + Texts.didYouMean(target.metric(), names) + "; run --format csv lists them");
        }
        return metric;
    }

    /** The most replications that are run, whatever precision is reached. */
    static int most(int atLeast) {
        return Math.max(atLeast, Target.MAX_REPLICATIONS);
    }

    private static Precision precision(Target target, int atLeast) {
        return new Precision(target.share(), Math.max(FIRST_LOOK, atLeast), most(atLeast));
    }

    private static Precision firstLookOnly(Target target, int atLeast) {
        int firstBatch = Math.max(FIRST_LOOK, atLeast);
        return new Precision(target.share(), firstBatch, firstBatch);
    }

    /** Number of replications of a finished point of a sweep. */
    static int replications(PointStore.Values values) {
        return values.values().isEmpty() ? 0 : values.values().get(0).length;
    }

    /**
     * The warning for a point of a sweep that ran, perhaps in an earlier command, until it was precise or the largest number was reached.
     */
    static Optional<String> warning(Target target, int atLeast, PointStore.Values values) {
        int metric = values.metrics().stream().map(Metric::name).toList().indexOf(target.metric());
        Estimate known =
                Pools.estimate(values.pooled().get(metric), values.values().get(metric));
        PreciseEstimate precise = new PreciseEstimate(known, precision(target, atLeast), replications(values));
        return warning(target, precise, values.chance());
    }

    /** The warning for an estimate; empty if it is as precise as asked. */
    private static Optional<String> warning(Target target, PreciseEstimate known, boolean chance) {
        if (!chance) {
            return Optional.of("no chance in it: the scenario draws no random number, so '"
                    + MetricLabel.of(target.metric()) + "' is the same in every replication; " + known.replications()
                    + " were run, and more would show nothing else");
        }
        return known.reached() ? Optional.empty() : Optional.of(unreached(target, known));
    }

    private static String unreached(Target target, PreciseEstimate known) {
        String wanted = String.format(Locale.ROOT, "%.4g%%", 100 * target.share());
        if (Double.isNaN(known.estimate().halfWidth95())) {
            return "'" + MetricLabel.of(target.metric()) + "' has no interval after " + known.replications()
                    + " replications, since too little was observed, so its precision of " + wanted + " is not reached";
        }
        if (known.estimate().min() == known.estimate().max()) {
            return String.format(
                    Locale.ROOT,
                    "'%s' is the same in all %d replications, so its precision of %s is not reached: something rarer than"
                            + " %.2g%% of replications (3 in %d) may not have been seen",
                    MetricLabel.of(target.metric()),
                    known.estimate().n(),
                    wanted,
                    100 * known.unseenChance(),
                    known.estimate().n());
        }
        return String.format(
                Locale.ROOT,
                "half-width is %.2f%% of the mean of '%s', target %s: about %.0f replications needed, %d done",
                100 * known.relativeHalfWidth(),
                MetricLabel.of(target.metric()),
                wanted,
                known.replicationsNeeded(),
                known.replications());
    }
}
