package org.bridgeconvoy.examples;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.BatchMeans;
import org.bridgeconvoy.experiment.Comparison;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.experiment.PreciseEstimate;
import org.bridgeconvoy.experiment.Precision;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.experiment.WarmUp;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Recipes of the cookbook: what is done with the numbers of runs. */
final class StatisticsRecipes {
    private StatisticsRecipes() {}

    // tag: series
    /** The times in system of the first customers of an M/M/1 queue at 80% load, in seconds. */
    static double[] timesInSystem(Streams streams, int customers) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        double[] seconds = new double[customers];
        int[] left = new int[1];
        Simulation sim = new Simulation();
        Resource server = new Resource("server", 1);
        Flow<Long> visit = Flow.<Long>of()
                .seize(server)
                .delaySeconds(arrived -> services.nextExponential())
                .release(server)
                .observe((arrived, now) -> {
                    seconds[left[0]++] = Nanos.toSeconds(now - arrived);
                    if (left[0] == customers) {
                        sim.stop();
                    }
                })
                .build();
        visit.launchEverySeconds(sim, () -> gaps.nextExponential() / 0.8, sim::now);
        sim.run();
        return seconds;
    }
    // end: series

    static String warmUp() {
        // tag: warm-up
        List<double[]> pilots = new Experiment(/* seed */ 1, /* replications */ 30)
                .run(() -> (Replicator<double[]>) streams -> timesInSystem(streams, 4_000));
        WarmUp.Suggestion start = WarmUp.mser5(pilots);
        // end: warm-up
        double[] mean = WarmUp.meanOverReplications(pilots);
        return String.format(
                Locale.ROOT,
                "first %d left out; mean %.2f s with them, %.2f s without (theory: 5 s)\n",
                start.truncation(),
                Arrays.stream(mean).average().orElseThrow(),
                Arrays.stream(mean).skip(start.truncation()).average().orElseThrow());
    }

    static String batchMeans() {
        // tag: batch-means
        double[] seconds = timesInSystem(Streams.of(1, 1), 400_000);
        double[] steady = Arrays.copyOfRange(seconds, 1_000, seconds.length);
        BatchMeans means = BatchMeans.of(steady, /* batches */ 40);
        // end: batch-means
        return String.format(
                Locale.ROOT,
                "time in system %.3f s +- %.3f from batches of %d that %s independent (theory: 5 s)\n",
                means.estimate().mean(),
                means.estimate().halfWidth95(),
                means.batchSize(),
                means.looksIndependent() ? "look" : "do not look");
    }

    static String quantiles() {
        // tag: quantiles
        Sample sample = new Sample();
        for (double seconds : timesInSystem(Streams.of(2, 1), 400_000)) {
            sample.record(seconds);
        }
        double median = sample.quantile(0.5);
        double p95 = sample.quantile(0.95);
        // end: quantiles
        return String.format(
                Locale.ROOT,
                "median %.2f s, 95th percentile %.2f s (theory: %.2f s and %.2f s)\n",
                median,
                p95,
                -5 * StrictMath.log(0.5),
                -5 * StrictMath.log(0.05));
    }

    static String quantileInterval() {
        // tag: quantile-interval
        List<double[]> runs = new Experiment(/* seed */ 1, /* replications */ 20)
                .run(() -> (Replicator<double[]>) streams -> {
                    double[] seconds = timesInSystem(streams, 21_000);
                    return Arrays.copyOfRange(seconds, 1_000, seconds.length);
                });
        PooledPercentile p95 = PooledPercentile.of(runs, 0.95);
        boolean areShort = PooledPercentile.haveShortReplications(runs, 0.95);
        // end: quantile-interval
        return String.format(
                Locale.ROOT,
                "95th percentile %.2f s (%.2f to %.2f); replications %s (theory: %.2f s)\n",
                p95.value(),
                p95.low95(),
                p95.high95(),
                areShort ? "are too short" : "are long enough",
                -5 * StrictMath.log(0.05));
    }

    /** The bridge of one's own with another headway, over 30 days. */
    static BridgeModel headway(long seconds) {
        ConvoyConfig world = BridgeOfYourOwn.world();
        return new BridgeModel(world.withBridge(world.bridge().withHeadwayNanos(seconds * Nanos.SECOND)));
    }

    static String commonRandomNumbers() {
        // tag: compare
        Experiment runs = new Experiment(/* seed */ 1, /* replications */ 10);
        double[] now = runs.values(headway(15), result -> result.metric("wait_return_min"));
        double[] wider = runs.values(headway(60), result -> result.metric("wait_return_min"));
        Comparison comparison = Comparison.of(List.of("15 s", "60 s"), List.of(now, wider));
        PairedDifference difference = comparison.fromFirst().get(0);
        // end: compare
        return String.format(
                Locale.ROOT,
                "wait for the return with a headway of 60 s instead of 15 s: %+.2f min +- %.2f, %s\n",
                difference.estimate().mean(),
                difference.halfWidth(),
                difference.verdict());
    }

    static String precision() {
        // tag: precision
        Precision fine = new Precision(/* of the mean */ 0.002, /* first look */ 30, /* at most */ 500);
        PreciseEstimate wait = new Experiment(/* seed */ 1, 10)
                .runUntil(headway(15), result -> result.metric("wait_return_min"), fine, (r, result) -> {});
        // end: precision
        return String.format(
                Locale.ROOT,
                "%.2f min +- %.1f%% after %d replications, %s\n",
                wait.estimate().mean(),
                100 * wait.relativeHalfWidth(),
                wait.replications(),
                wait.reached() ? "as asked for" : "not as asked for");
    }

    static String parallel() {
        // tag: parallel
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Estimate together = new Experiment(/* seed */ 1, 20).on(pool, 2).estimate(MultiServerQueue::meanWaitSeconds);
        pool.shutdown();
        // end: parallel
        Estimate alone = new Experiment(1, 20).estimate(MultiServerQueue::meanWaitSeconds);
        return "one thread and two say " + (together.equals(alone) ? "the same to the last bit" : "otherwise") + "\n";
    }
}
