package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.experiment.Comparison;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;

/** Runs several scenarios with the same random numbers and compares them with the first. */
public final class CompareScenarios {

    private CompareScenarios() {}

    /**
     * Runs and compares.
     *
     * @param labels what to call the scenarios, one for each
     * @param scenarios at least two
     * @param options how to run them; a target is one of the first scenario, and the others run as many replications
     * @param workers the threads; they do not change the result
     * @param progress hears of the replications of each scenario in turn, each a phase
     * @throws IllegalArgumentException if the target's metric is not one of the first scenario's
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     */
    public static ComparisonResult run(
            List<String> labels, List<Scenario> scenarios, StudyOptions options, Workers workers, Progress progress) {
        List<StudyResult> studies = new ArrayList<>();
        StudyOptions how = options.bare();
        List<String> warnings = new ArrayList<>(windows(labels, scenarios));
        for (Scenario scenario : scenarios) {
            StudyResult study = Study.run(scenario, how, workers, of(labels, studies.size(), progress));
            how = StudyOptions.of(options.seed(), study.replications().size()).bare();
            String label = labels.get(studies.size());
            study.warnings().forEach(w -> warnings.add(label + ": " + w));
            studies.add(study);
        }
        return new ComparisonResult(
                labels,
                options.seed(),
                studies.get(0).replications().size(),
                Version.current(),
                rows(labels, studies),
                warnings);
    }

    /** Tells of the phase of a scenario's own study as that of the scenario. */
    private static Progress of(List<String> labels, int i, Progress progress) {
        return (phase, done, planned) -> progress.at(
                new Progress.Phase(phase.name() + " of " + labels.get(i), i + 1, labels.size()), done, planned);
    }

    private static List<String> windows(List<String> labels, List<Scenario> scenarios) {
        List<String> warnings = new ArrayList<>();
        Scenario first = scenarios.get(0);
        for (int i = 1; i < scenarios.size(); i++) {
            Scenario other = scenarios.get(i);
            if (other.config().horizonNanos() != first.config().horizonNanos()
                    || other.config().warmUpNanos() != first.config().warmUpNanos()
                    || !other.config().start().equals(first.config().start())) {
                warnings.add(labels.get(i) + " measures another window than " + labels.get(0)
                        + "; give both the same start, horizon and warm-up to compare like with like");
            }
        }
        return warnings;
    }

    private static List<ComparisonResult.Row> rows(List<String> labels, List<StudyResult> studies) {
        List<ComparisonResult.Row> rows = new ArrayList<>();
        for (MetricResult first : studies.get(0).metrics()) {
            List<MetricResult> results = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            for (StudyResult study : studies) {
                Optional<MetricResult> found = study.findMetric(first.name());
                if (found.isPresent()) {
                    results.add(found.get().ofReplication());
                    values.add(values(study, first.name()));
                }
            }
            if (results.size() == studies.size()) {
                rows.add(row(first.metric(), results, Comparison.of(labels, values)));
            }
        }
        return rows;
    }

    private static ComparisonResult.Row row(Metric metric, List<MetricResult> results, Comparison comparison) {
        Goal goal = Goals.of(metric);
        return new ComparisonResult.Row(
                metric, results, comparison.fromFirst(), goal, goal == null ? List.of() : comparison.withBest(goal));
    }

    private static double[] values(StudyResult study, String metric) {
        return study.replications().stream()
                .map(ReplicationResult::metrics)
                .mapToDouble(m -> m.value(metric))
                .toArray();
    }
}
