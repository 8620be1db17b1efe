package org.bridgeconvoy.study.sensitivity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Shard;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Version;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.bridgeconvoy.study.point.ScenarioPoints;
import org.bridgeconvoy.words.MetricLabel;

/** Runs the worlds of a scenario's uncertain inputs, and says what they do to its metrics. */
public final class SensitivityStudy {

    /** Name of the only phase of the work. */
    public static final String PHASE = "worlds";

    private final Scenario scenario;
    private final List<SuchThat> bounds;
    /** The label of each metric that is reported. */
    private final Map<Metric, String> labels;
    /** All metrics that are run: those reported, then those of bounds. */
    private final List<Metric> metrics;

    private SensitivityStudy(
            Scenario scenario, List<SuchThat> bounds, Map<Metric, String> labels, List<Metric> metrics) {
        this.scenario = scenario;
        this.bounds = bounds;
        this.labels = labels;
        this.metrics = metrics;
    }

    /**
     * What is asked.
     *
     * @param names names of metrics; none for those of the scenario's answers
     * @param bounds bounds whose chance is wanted
     * @throws IllegalArgumentException with a message for people if there is no such metric
     */
    public static SensitivityStudy of(Scenario scenario, List<String> names, List<SuchThat> bounds) {
        List<Metric> known = new BridgeModel(scenario.config(), replication -> false).metrics();
        Map<Metric, String> answers = answers(scenario, known);
        Map<Metric, String> labels = names.isEmpty() ? answers : new LinkedHashMap<>();
        names.stream()
                .map(name -> metric(name, known))
                .forEach(metric -> labels.put(metric, answers.getOrDefault(metric, metric.text())));
        List<Metric> metrics = new ArrayList<>(labels.keySet());
        for (SuchThat bound : bounds) {
            Metric metric = metric(bound.metric(), known);
            if (!metrics.contains(metric)) {
                metrics.add(metric);
            }
        }
        return new SensitivityStudy(scenario, List.copyOf(bounds), labels, metrics);
    }

    /** The metrics that the scenario's answers measure in the scenario itself; deliveries and lead time without any. */
    private static Map<Metric, String> answers(Scenario scenario, List<Metric> known) {
        Map<Metric, String> labels = new LinkedHashMap<>();
        for (Answer answer : scenario.answers()) {
            if (answer instanceof Answer.OfMetric ofMetric && known.contains(ofMetric.metric())) {
                boolean alone = ofMetric.of() == null && ofMetric.against() == null;
                labels.putIfAbsent(
                        ofMetric.metric(),
                        alone ? answer.says() : ofMetric.metric().text());
            }
        }
        if (labels.isEmpty()) {
            known.stream()
                    .filter(m -> m.family() == MetricFamily.DELIVERED_T_PER_DAY
                            || m.family() == MetricFamily.LEAD_TIME_H
                            || m.family() == MetricFamily.WAIT_TRAFFIC_MIN)
                    .forEach(m -> labels.put(m, m.text()));
        }
        return labels;
    }

    private static Metric metric(String name, List<Metric> known) {
        List<String> names = known.stream().map(Metric::name).toList();
        int place = names.indexOf(name);
        if (place < 0) {
            Optional<String> near = Texts.nearest(name, names);
            throw new IllegalArgumentException("there is no metric '" + name + "'"
                    + near.map(n -> ", did you mean '" + n + "'?").orElse("; run --format csv lists them"));
        }
        return known.get(place);
    }

    /** Names of the metrics that are run, in the order of the stored numbers. */
    public List<String> metrics() {
        return metrics.stream().map(Metric::name).toList();
    }

    /**
     * Tells the work: other inputs, metrics, seeds or versions are other work. More worlds or replications are not, so that they add to what is stored.
     */
    public String work(long seed) {
        return Version.current() + "\n" + seed + "\n" + String.join(",", metrics()) + "\n" + scenario.resolvedText();
    }

    /**
     * Runs a plan.
     *
     * @param worlds the points of the plan, already checked
     * @param store keeps finished replications
     * @throws org.bridgeconvoy.experiment.point.PointException if a replication fails
     * @throws IllegalArgumentException with a message for people if no metric has data in the worlds
     */
    public SensitivityResult run(
            SensitivityPlan plan,
            PointWorlds worlds,
            long seed,
            int baseReplications,
            Workers workers,
            RowStore store,
            Phases phases) {
        ScenarioPoints points = new ScenarioPoints(worlds, metrics(), seed, workers, store);
        List<double[][]> rows = points.counting(phases.begin(PHASE, plan.replications()))
                .run(plan.design().tasks());
        double horizonDays = worlds.world(0).horizonNanos() / (double) Nanos.DAY;
        int[] notCleared = new int[metrics.size()];
        for (int o = 0; o < metrics.size(); o++) {
            if (metrics.get(o).family() == MetricFamily.DAYS_TO_CLEAR) {
                notCleared[o] = fill(rows, o, horizonDays);
            }
        }
        List<String> warnings = new ArrayList<>();
        List<MetricSensitivity> found = new ArrayList<>();
        List<BoundChance> chances = new ArrayList<>();
        for (int o = 0; o < metrics.size(); o++) {
            Metric metric = metrics.get(o);
            SensitivityAnalysis analysis = analysis(plan, rows, o);
            if (labels.containsKey(metric)) {
                found.add(MetricSensitivity.of(metric, labels.get(metric), analysis, notCleared[o]));
            }
            if (analysis.rowsLeftOut() > 0) {
                warnings.add(MetricLabel.of(metric) + ": no data in some replications: " + analysis.rowsLeftOut()
                        + " of " + plan.design().rows() + " rows of worlds are left out");
            }
            if (notCleared[o] > 0) {
                warnings.add(notCleared[o] + " replications ended before '" + MetricLabel.of(metric)
                        + "' was reached; they count as the whole horizon, and meet no bound");
            }
        }
        for (SuchThat bound : bounds) {
            int o = metrics().indexOf(bound.metric());
            double horizon = metrics.get(o).family() == MetricFamily.DAYS_TO_CLEAR ? horizonDays : Double.NaN;
            DoublePredicate meets = x -> meets(bound, x) && !(x >= horizon);
            SensitivityAnalysis analysis = analysis(plan, rows, o);
            chances.add(new BoundChance(
                    bound, analysis.chanceOfReplication(meets), analysis.chanceOfExpected(meets), analysis.expected()));
        }
        return new SensitivityResult(
                scenario.name(),
                scenario.description(),
                scenario.resolvedText(),
                Version.current(),
                seed,
                scenario.uncertain(),
                plan.design(),
                baseReplications,
                found,
                chances,
                warnings);
    }

    /**
     * Runs a part of the points of a plan, which the store then has.
     *
     * @param worlds the points of the plan, already checked
     * @param shard which part
     * @throws org.bridgeconvoy.experiment.point.PointException if a replication fails
     */
    public void runShard(
            SensitivityPlan plan,
            PointWorlds worlds,
            long seed,
            Shard shard,
            Workers workers,
            RowStore store,
            Phases phases) {
        List<PointTask> tasks = plan.design().tasks().stream()
                .filter(task -> shard.has(task.point()))
                .toList();
        long replications = tasks.stream().mapToLong(PointTask::replications).sum();
        new ScenarioPoints(worlds, metrics(), seed, workers, store)
                .counting(phases.begin(PHASE, replications))
                .run(tasks);
    }

    private SensitivityAnalysis analysis(SensitivityPlan plan, List<double[][]> rows, int output) {
        try {
            return SensitivityAnalysis.of(plan.design(), rows, row -> row[output]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    MetricLabel.of(metrics.get(output)) + ": no data in the worlds: " + e.getMessage(), e);
        }
    }

    /** Puts the horizon where a replication did not clear. Returns how many did not. */
    private static int fill(List<double[][]> rows, int output, double horizonDays) {
        int filled = 0;
        for (double[][] point : rows) {
            for (double[] row : point) {
                if (Double.isNaN(row[output])) {
                    row[output] = horizonDays;
                    filled++;
                }
            }
        }
        return filled;
    }

    private static boolean meets(SuchThat bound, double x) {
        return switch (bound.relation()) {
            case AT_LEAST -> x >= bound.bound();
            case AT_MOST -> x <= bound.bound();
            case ABOVE -> x > bound.bound();
            case BELOW -> x < bound.bound();
        };
    }
}
