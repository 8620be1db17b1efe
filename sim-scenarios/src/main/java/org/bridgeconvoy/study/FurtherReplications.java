package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.observe.Observations;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Replications that judge whether the intervals of a run are unsure, and are part of no estimate.
 *
 * <p>Replications cannot judge their own interval well. Where large values are rare, those that saw none of them give an interval that
 * misses, and look symmetric. A mark that depends on them is left out in just those runs. Further replications of the world know
 * nothing of that luck: whether they mark a metric is independent of whether its interval holds.
 *
 * <p>The further replications have the numbers after those of the run, so they are the ones that a run of more replications would
 * take into its estimates. There are twice as many as in the run, at least {@value #FEWEST} and at most {@value #MOST}.
 */
final class FurtherReplications {

    /** The name of the phase. */
    static final String PHASE = "sureness";

    /** With 30 the skewness is so uncertain that one symmetric metric in eight is marked; with 60 one in twenty. */
    private static final int FEWEST = 60;

    /** A larger run needs no better judgement. */
    private static final int MOST = 200;

    /** A spread of this part of the values is the rounding of sums. */
    private static final double ROUNDING = 1e-12;

    /** So many standard errors above 95%, the share of what is equal to a percentile leaves no doubt about it. */
    private static final double FAR = 3;

    private final List<MetricResult> metrics;

    /** For each metric what the replications say of it. */
    private final List<Judging> judging = new ArrayList<>();

    /**
     * Before the first of them.
     *
     * @param metrics the estimates of the run
     */
    FurtherReplications(List<MetricResult> metrics) {
        this.metrics = metrics;
        metrics.forEach(metric -> judging.add(new Judging()));
    }

    /** How many judge a run; 0 if it has too few replications to be judged. */
    static int count(int replications) {
        return replications < Skewness.FEWEST ? 0 : Math.min(Math.max(2 * replications, FEWEST), MOST);
    }

    /**
     * Runs replications and marks the metrics.
     *
     * @param metrics the estimates of the run
     * @param config its world
     * @param seed its seed
     * @param replications how many it has, from number 1 on; at least {@link Skewness#FEWEST}
     * @throws org.bridgeconvoy.experiment.ReplicationException if one fails
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    static List<MetricResult> marked(
            List<MetricResult> metrics,
            ConvoyConfig config,
            long seed,
            int replications,
            Workers workers,
            Phases phases) {
        FurtherReplications further = new FurtherReplications(metrics);
        int count = count(replications);
        Work work = phases.begin(PHASE, count);
        new Experiment(seed, count)
                .withReplications(replications + 1, replications + count)
                .on(workers.pool(), workers.threads())
                .reporting((done, planned) -> work.oneDone())
                .run(new BridgeModel(config).keepingObservations(), (replication, result) -> further.take(result));
        return further.marked();
    }

    /** Takes the result of one of them, with its observations. */
    void take(ReplicationResult result) {
        for (int i = 0; i < metrics.size(); i++) {
            MetricResult metric = metrics.get(i);
            Observations observations = result.evidence().observations(i);
            if (!metric.isPooled()) {
                judging.get(i).values.add(result.metrics().value(i));
            } else if (observations != null) {
                judging.get(i).values.add((double) observations.atOrBelow(metric.value()));
                judging.get(i).sizes.add((double) observations.count());
            }
        }
    }

    /** The metrics with what those say that were taken. */
    List<MetricResult> marked() {
        return IntStream.range(0, metrics.size()).mapToObj(this::marked).toList();
    }

    private MetricResult marked(int i) {
        MetricResult metric = metrics.get(i);
        boolean hasInterval = !Double.isNaN(metric.halfWidth());
        if (!hasInterval || metric.marks().contains(Mark.NO_CHANCE)) {
            return metric;
        }
        PooledPercentile pooled = metric.pooled();
        return pooled == null ? markedMean(metric, judging.get(i)) : markedPercentile(metric, pooled, judging.get(i));
    }

    private static MetricResult markedMean(MetricResult metric, Judging judging) {
        double[] values = array(judging.values);
        if (metric.n() < Skewness.FEWEST) {
            return metric;
        }
        if (isSame(Estimate.of(values))) {
            return metric.with(Mark.UNSURE_FEW);
        }
        return Skewness.isUnsure(values, metric.n()) ? metric.with(Mark.UNSURE_SKEWED) : metric;
    }

    /** The interval of a percentile rests on how much the share at or below it differs between replications. */
    private static MetricResult markedPercentile(MetricResult metric, PooledPercentile pooled, Judging judging) {
        double share = sum(judging.values) / sum(judging.sizes);
        double[] deviations = IntStream.range(0, judging.values.size())
                .mapToDouble(r -> judging.values.get(r) - share * judging.sizes.get(r))
                .toArray();
        Estimate estimate = Estimate.of(deviations);
        double standardError = estimate.sd() * Math.sqrt(estimate.n()) / sum(judging.sizes);
        boolean isAmongEquals = share - Pools.P95 > FAR * standardError;
        return isAmongEquals || !Skewness.isUnsure(deviations, pooled.replications())
                ? metric
                : metric.with(Mark.UNSURE_SKEWED);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether so few replications have a value, or all so much the same, that they say nothing of their skewness. */
    private static boolean isSame(Estimate estimate) {
        double rounding = ROUNDING * Math.max(Math.abs(estimate.min()), Math.abs(estimate.max()));
        return estimate.n() < Skewness.FEWEST || estimate.max() - estimate.min() <= rounding;
    }

    /** What the replications say of one metric. */
    private static final class Judging {

        /** Their values; of a percentile, how many observations lie at or below that of the run. */
        final List<Double> values = new ArrayList<>();

        /** Of a percentile, how many observations there are. */
        final List<Double> sizes = new ArrayList<>();
    }
}
