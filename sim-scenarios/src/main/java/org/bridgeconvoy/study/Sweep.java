package org.bridgeconvoy.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;

/** Runs every combination of varied values with the same random numbers. */
public final class Sweep {

    private final long seed;
    private final int replications;
    private final Workers workers;
    private final PointStore store;
    private final Progress progress;
    private final AtomicLong done = new AtomicLong();

    private Sweep(long seed, int replications, Workers workers, PointStore store, Progress progress) {
        this.seed = seed;
        this.replications = replications;
        this.workers = workers;
        this.store = store;
        this.progress = progress;
    }

    /**
     * Runs a sweep; a point that the store has is taken from there.
     *
     * @param varied what is varied
     * @param scenarios the scenario of each of {@link Vary#combinations}, in that order
     * @param store keeps each point when it is finished
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     */
    public static SweepResult run(
            List<Vary> varied,
            List<Scenario> scenarios,
            long seed,
            int replications,
            Workers workers,
            PointStore store,
            Progress progress) {
        List<List<String>> combinations = Vary.combinations(varied);
        if (combinations.size() != scenarios.size()) {
            throw new IllegalArgumentException(scenarios.size() + " scenarios for " + combinations.size() + " points");
        }
        Sweep sweep = new Sweep(seed, replications, workers, store, progress);
        List<SweepResult.Point> points = new ArrayList<>();
        for (int i = 0; i < combinations.size(); i++) {
            points.add(sweep.point(i + 1, scenarios.get(i), combinations.get(i), combinations.size()));
        }
        Scenario first = scenarios.get(0);
        return new SweepResult(
                first.name(), first.description(), seed, replications, Version.current(), varied, points);
    }

    /**
     * What tells the work of each point from any other; see {@link PointStore#find}.
     *
     * @param scenarios as for {@link #run}
     */
    public static List<String> keys(List<Scenario> scenarios, long seed, int replications) {
        return scenarios.stream().map(s -> key(s, seed, replications)).toList();
    }

    private SweepResult.Point point(int number, Scenario scenario, List<String> combination, int points) {
        String key = key(scenario, seed, replications);
        long total = (long) points * replications;
        BridgeModel model = new BridgeModel(scenario.config(), replication -> false);
        PointStore.Values values =
                store.find(number, key).filter(v -> isWhole(v, model)).orElse(null);
        if (values == null) {
            values = simulate(model, total);
            store.save(number, key, values);
        } else {
            progress.at(done.addAndGet(replications), total);
        }
        return new SweepResult.Point(combination, Estimates.of(values));
    }

    /** Whether a stored point has every metric of the model, each with a value of every replication. */
    private boolean isWhole(PointStore.Values values, BridgeModel model) {
        if (!values.metrics().equals(model.metrics())) {
            return false;
        }
        for (int i = 0; i < values.metrics().size(); i++) {
            PooledPercentile pooled = values.pooled().get(i);
            if (values.values().get(i).length != replications
                    || (pooled != null) != values.metrics().get(i).isPercentile()
                    || (pooled != null && pooled.replications() != replications)) {
                return false;
            }
        }
        return true;
    }

    private PointStore.Values simulate(BridgeModel model, long total) {
        Pools pools = new Pools(model.metrics());
        List<ReplicationResult> results = Replications.run(
                model, seed, 1, replications, workers, pools, () -> progress.at(done.incrementAndGet(), total));
        return Estimates.values(model.metrics(), results, pools);
    }

    private static String key(Scenario scenario, long seed, int replications) {
        String work = Version.current() + "\n" + seed + "\n" + replications + "\n" + scenario.resolvedText();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(work.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
