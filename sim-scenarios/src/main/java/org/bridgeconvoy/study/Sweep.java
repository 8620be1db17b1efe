package org.bridgeconvoy.study;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Runs every combination of varied values with the same random numbers. */
public final class Sweep {

    private final long seed;
    private final int replications;
    private final Target target;
    private final Workers workers;
    private final PointStore store;
    private final Shard shard;
    private final List<Vary> varied;
    private final Phases phases;
    private final @Nullable Work work;

    private Sweep(
            List<Vary> varied,
            long seed,
            int replications,
            Target target,
            Workers workers,
            PointStore store,
            int points,
            Shard shard,
            Progress progress) {
        this.varied = varied;
        this.shard = shard;
        this.seed = seed;
        this.replications = replications;
        this.target = target;
        this.workers = workers;
        this.store = store;
        List<String> names = IntStream.range(0, points)
                .filter(shard::has)
                .mapToObj(i -> name(i + 1))
                .toList();
        String all = (shard.isWhole() ? "sweep of " : "shard " + shard + " of a sweep, ") + names.size() + " points";
        this.phases = new Phases(progress, target.isGiven() ? names : List.of(all));
        this.work = target.isGiven() ? null : phases.begin(all, (long) names.size() * replications);
    }

    private static String name(int point) {
        return "point " + point;
    }

    /**
     * Runs a sweep; a point that the store has is taken from there.
     *
     * @param varied what is varied
     * @param scenarios the scenario of each of {@link Vary#combinations}, in that order
     * @param replications of each point; with a target, the fewest before the first look
     * @param target when a point has run enough; {@link Target#NONE} after {@code replications}
     * @param view what is shown
     * @param store keeps each point when it is finished
     * @param progress hears of the replications of all points as one phase, with a target of each point as one
     * @throws IllegalArgumentException if a point does not have the target's metric, or no point one of the view's, before anything is run
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     */
    public static SweepResult run(
            List<Vary> varied,
            List<Scenario> scenarios,
            long seed,
            int replications,
            Target target,
            SweepView view,
            Workers workers,
            PointStore store,
            Progress progress) {
        List<List<String>> combinations = Vary.combinations(varied);
        if (combinations.size() != scenarios.size()) {
            throw new IllegalArgumentException(scenarios.size() + " scenarios for " + combinations.size() + " points");
        }
        if (target.isGiven()) {
            scenarios.forEach(s -> UntilPrecise.index(model(s), target));
        }
        view.check(scenarios);
        Sweep sweep = new Sweep(
                varied, seed, replications, target, workers, store, combinations.size(), Shard.WHOLE, progress);
        List<PointStore.Values> values = sweep.values(scenarios).stream()
                .map(v -> Objects.requireNonNull(v, "every point was simulated"))
                .toList();
        List<SweepResult.Point> points = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < combinations.size(); i++) {
            PointStore.Values point = values.get(i);
            long horizon = scenarios.get(i).config().horizonNanos();
            points.add(new SweepResult.Point(
                    combinations.get(i),
                    UntilPrecise.replications(point),
                    Estimates.of(point).stream()
                            .filter(m -> view.shows(m.name()))
                            .toList(),
                    view.bounds().stream().map(b -> Met.of(b, point, horizon)).toList()));
            String label = name(i + 1) + ": ";
            sweep.warning(point).ifPresent(w -> warnings.add(label + w));
        }
        Scenario first = scenarios.get(0);
        return new SweepResult(
                first.name(),
                first.description(),
                seed,
                replications,
                Version.current(),
                varied,
                points,
                Extremes.of(values, view.matters()).stream()
                        .filter(e -> view.shows(e.metric().name()))
                        .toList(),
                FromFirst.of(values, view.matters()).stream()
                        .filter(d -> view.shows(d.metric().name()))
                        .toList(),
                view,
                warnings);
    }

    /**
     * Runs a part of the points of a sweep, which the store then has.
     *
     * @param varied what is varied
     * @param scenarios of all points
     * @param shard which part
     * @throws IllegalArgumentException if a point does not have the target's metric, before anything is run
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     */
    public static void runShard(
            List<Vary> varied,
            List<Scenario> scenarios,
            long seed,
            int replications,
            Target target,
            Shard shard,
            Workers workers,
            PointStore store,
            Progress progress) {
        if (target.isGiven()) {
            scenarios.forEach(s -> UntilPrecise.index(model(s), target));
        }
        new Sweep(varied, seed, replications, target, workers, store, scenarios.size(), shard, progress)
                .values(scenarios);
    }

    private Optional<String> warning(PointStore.Values point) {
        return target.isGiven() ? UntilPrecise.warning(target, replications, point) : Optional.empty();
    }

    private static Recipe<ReplicationResult> recipe(List<Scenario> scenarios) {
        return new Recipe<>(point -> scenarios.get(point).resolvedText(), Wanted.Everything.WITHOUT_TRIPS);
    }

    private static BridgeModel model(Scenario scenario) {
        return new BridgeModel(scenario.config(), replication -> false);
    }

    /**
     * What tells the work of each point from any other; see {@link PointStore#find}.
     *
     * @param scenarios as for {@link #run}
     */
    public static List<String> keys(List<Scenario> scenarios, long seed, int replications, Target target) {
        return scenarios.stream().map(s -> key(s, seed, replications, target)).toList();
    }

    /** The values of the shard's points: those that the store has, and the others by simulation; null for points of other shards. */
    private List<PointStore.@Nullable Values> values(List<Scenario> scenarios) {
        List<PointStore.@Nullable Values> values = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            if (!shard.has(i)) {
                values.add(null);
                continue;
            }
            BridgeModel model = model(scenarios.get(i));
            PointStore.Values stored = store.find(i + 1, key(scenarios.get(i), seed, replications, target))
                    .filter(v -> isWhole(v, model))
                    .orElse(null);
            if (stored != null && work != null) {
                work.drop(replications);
            }
            values.add(stored);
        }
        if (work == null) {
            eachUntilPrecise(scenarios, values);
        } else {
            all(scenarios, values, work);
        }
        return values;
    }

    /** Runs the missing points together, so that all threads are busy until the last one. */
    private void all(List<Scenario> scenarios, List<PointStore.@Nullable Values> values, Work counted) {
        List<PointTask> missing = IntStream.range(0, values.size())
                .filter(i -> shard.has(i) && values.get(i) == null)
                .mapToObj(i -> new PointTask(i, 1, replications))
                .toList();
        Collected collected = new Collected();
        Batch<ReplicationResult> batch = new Batch<>(
                seed,
                missing,
                i -> model(scenarios.get(i)).keepingObservations(),
                this::nameWithValues,
                (done, planned) -> counted.oneDone(),
                recipe(scenarios));
        workers.runner().run(batch, (task, replication, result) -> {
            Pools pools = collected.add(result);
            if (replication == replications) {
                int point = missing.get(task).point();
                finish(point, scenarios.get(point), collected.results, pools, values);
                collected.clear();
            }
        });
    }

    /** The number of a point, from 1, and its values as {@code --set} takes them. */
    private String nameWithValues(int point) {
        List<String> values = Vary.combinations(varied).get(point);
        return name(point + 1)
                + IntStream.range(0, values.size())
                        .mapToObj(i -> varied.get(i).path() + "=" + values.get(i))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** The replications of one point so far. */
    private static final class Collected {
        private List<ReplicationResult> results = new StoredResults();
        private @Nullable Pools pools;

        Pools add(ReplicationResult result) {
            Pools known = pools;
            if (known == null) {
                known = new Pools(result.metrics().metrics());
                pools = known;
            }
            results.add(known.take(result));
            return known;
        }

        void clear() {
            results = new StoredResults();
            pools = null;
        }
    }

    private void eachUntilPrecise(List<Scenario> scenarios, List<PointStore.@Nullable Values> values) {
        for (int i = 0; i < values.size(); i++) {
            if (shard.has(i) && values.get(i) == null) {
                BridgeModel model = model(scenarios.get(i));
                Pools pools = new Pools(model.metrics());
                List<ReplicationResult> results = UntilPrecise.run(
                                model.keepingObservations(),
                                recipe(List.of(scenarios.get(i))),
                                pools,
                                target,
                                seed,
                                replications,
                                workers,
                                phases.untilPrecise(name(i + 1), UntilPrecise.most(replications)))
                        .results();
                finish(i, scenarios.get(i), results, pools, values);
            }
        }
    }

    private void finish(
            int point,
            Scenario scenario,
            List<ReplicationResult> results,
            Pools pools,
            List<PointStore.@Nullable Values> values) {
        PointStore.Values finished = Estimates.values(model(scenario).metrics(), results, pools);
        store.save(point + 1, key(scenario, seed, replications, target), finished);
        values.set(point, finished);
    }

    /** Whether a stored point has every metric of the model, each with a value of every replication. */
    private boolean isWhole(PointStore.Values values, BridgeModel model) {
        if (!values.metrics().equals(model.metrics())) {
            return false;
        }
        int ran = UntilPrecise.replications(values);
        if (ran != replications && !(target.isGiven() && ran > replications)) {
            return false;
        }
        for (int i = 0; i < values.metrics().size(); i++) {
            PooledPercentile pooled = values.pooled().get(i);
            if (values.values().get(i).length != ran
                    || (pooled != null) != values.metrics().get(i).isPercentile()
                    || (pooled != null && pooled.replications() != ran)) {
                return false;
            }
        }
        return true;
    }

    private static String key(Scenario scenario, long seed, int replications, Target target) {
        String until = target.isGiven() ? target.metric() + "=" + target.share() + "\n" : "";
        String work = Version.current() + "\n" + seed + "\n" + replications + "\n" + until + scenario.resolvedText();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(work.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
