package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.observe.Observations;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Replications that judge whether the intervals of a run are unsure; no estimate takes them in.
 *
 * <p>Replications cannot judge their own interval well. Where large values are rare, the replications that saw none of them give an
 * interval that misses, and look symmetric: a mark that depends on them is missing in exactly those runs. Further replications of the world
 * are independent of that luck. Whether they mark a metric is independent of whether its interval holds.
 *
 * <p>The further replications have the numbers after those of the run: a longer run would take them into its estimates. There are twice as
 * many as in the run, at least {@value #FEWEST} and at most {@value #MOST}.
 */
final class FurtherReplications {

    /** Name of this phase of the work. */
    static final String PHASE = "sureness";

    /**
     * Fewest further replications: with 30, the skewness is so uncertain that one symmetric metric in eight is marked; with 60, one in
     * twenty.
     */
    private static final int FEWEST = 60;

    /** Most further replications: a larger run needs no better judgement. */
    private static final int MOST = 200;

    /** Relative spread of values that is nothing but the rounding of sums. */
    private static final double ROUNDING = 1e-12;

    /**
     * Standard errors by which the share at or below a percentile must exceed 95%, so that the percentile lies among equal values beyond
     * doubt.
     */
    private static final double FAR = 3;

    private final List<MetricResult> metrics;

    /** What the further replications say of each metric. */
    private final List<Judging> judging = new ArrayList<>();

    /**
     * Creates a judge that has seen no replication yet.
     *
     * @param metrics estimates of the run
     */
    FurtherReplications(List<MetricResult> metrics) {
        this.metrics = metrics;
        metrics.forEach(metric -> judging.add(new Judging()));
    }

    /** Number of further replications for a run; 0 if the run has too few to be judged. */
    static int count(int replications) {
        return replications < Skewness.FEWEST ? 0 : Math.min(Math.max(2 * replications, FEWEST), MOST);
    }

    /**
     * Runs the further replications and marks the metrics.
     *
     * @param metrics estimates of the run
     * @param config its world
     * @param recipe how another machine makes it
     * @param seed its seed
     * @param replications number of its replications, from number 1 on; at least {@link Skewness#FEWEST}
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    static List<MetricResult> marked(
            List<MetricResult> metrics,
            ConvoyConfig config,
            Recipe<ReplicationResult> recipe,
            long seed,
            int replications,
            Workers workers,
            Phases phases) {
        FurtherReplications further = new FurtherReplications(metrics);
        int count = count(replications);
        Work work = phases.begin(PHASE, count);
        BridgeModel model = new BridgeModel(config).keepingObservations();
        workers.runner()
                .run(
                        Batch.of(
                                model,
                                seed,
                                replications + 1,
                                replications + count,
                                (done, planned) -> work.oneDone(),
                                recipe),
                        (task, replication, result) -> further.take(result));
        return further.marked();
    }

    /** Takes the result of one further replication, with its observations. */
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

    /** The metrics, marked by the replications taken so far. */
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

    /**
     * Marks a percentile. Its interval rests on the spread, between replications, of the share of observations at or below it; so the
     * skewness of these shares decides.
     */
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

    /** Whether the replications say nothing of skewness: too few of them have a value, or all values are equal up to rounding. */
    private static boolean isSame(Estimate estimate) {
        double rounding = ROUNDING * Math.max(Math.abs(estimate.min()), Math.abs(estimate.max()));
        return estimate.n() < Skewness.FEWEST || estimate.max() - estimate.min() <= rounding;
    }

    /** What the further replications say of one metric. */
    private static final class Judging {

        /** Value of each replication; for a percentile, the number of its observations at or below the run's percentile. */
        final List<Double> values = new ArrayList<>();

        /** For a percentile, the number of observations of each replication. */
        final List<Double> sizes = new ArrayList<>();
    }
}
