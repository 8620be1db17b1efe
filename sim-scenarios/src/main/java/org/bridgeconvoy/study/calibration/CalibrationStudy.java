package org.bridgeconvoy.study.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.experiment.calibration.Calibration;
import org.bridgeconvoy.experiment.calibration.CalibrationPlan;
import org.bridgeconvoy.experiment.calibration.Observation;
import org.bridgeconvoy.experiment.calibration.Posterior;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.study.ObservedNumbers;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Version;
import org.bridgeconvoy.study.Wanted;
import org.bridgeconvoy.study.Work;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.bridgeconvoy.study.point.ScenarioPoints;
import org.jspecify.annotations.Nullable;

/** Calibrates a scenario: finds which values of its uncertain inputs agree with what was observed. */
public final class CalibrationStudy {

    /** Name of the only phase of the work. */
    public static final String PHASE = "worlds";

    private final Scenario scenario;
    private final CalibrationPlan plan;
    private final ObservedNumbers numbers;
    private final @Nullable LocalDate predictFrom;

    private CalibrationStudy(
            Scenario scenario, CalibrationPlan plan, ObservedNumbers numbers, @Nullable LocalDate predictFrom) {
        this.scenario = scenario;
        this.plan = plan;
        this.numbers = numbers;
        this.predictFrom = predictFrom;
    }

    /**
     * A study.
     *
     * @param scenario with observed numbers in its measured window, and independent uncertain inputs
     * @param plan how much is simulated
     * @param predictFrom the first date, on the origin's clock, of the numbers that are predicted and not used; null for none
     * @throws IllegalArgumentException with a message for people if the scenario lacks either
     */
    public static CalibrationStudy of(Scenario scenario, CalibrationPlan plan, @Nullable LocalDate predictFrom) {
        if (scenario.observed().isEmpty()) {
            throw new IllegalArgumentException(
                    scenario.name() + " has nothing observed to calibrate to; an entry observed: says"
                            + " what was counted, such as\n  observed: counted.csv");
        }
        if (scenario.uncertain().isEmpty()) {
            throw new IllegalArgumentException(
                    scenario.name() + " does not say what is uncertain; an entry uncertain: says"
                            + " which values to find and what is believed of them, such as\n"
                            + "  uncertain: {demand.*.rate: {times: \"uniform(0.5, 2)\"}}");
        }
        if (scenario.uncertain().isJoint()) {
            throw new IllegalArgumentException("uncertain: of " + scenario.name()
                    + " is a file of worlds, such as an earlier calibration gives; calibrate from the distributions that were"
                    + " believed before, with all that was observed at once");
        }
        ObservedNumbers numbers = ObservedNumbers.of(scenario.config(), predictFrom);
        if (numbers.entries().isEmpty()) {
            throw new IllegalArgumentException("nothing observed lies in the measured window of " + scenario.name()
                    + "; see its start, warm-up and horizon");
        }
        if (numbers.fitted() == 0
                || predictFrom != null && numbers.fitted() == numbers.entries().size()) {
            throw new IllegalArgumentException("--predict-from must have observed numbers of " + scenario.name()
                    + " before and after it, got " + predictFrom + "; they lie from "
                    + numbers.entries().stream()
                            .map(ObservedNumbers.Entry::label)
                            .min(Comparator.naturalOrder())
                            .orElseThrow()
                    + " to "
                    + numbers.entries().stream()
                            .map(ObservedNumbers.Entry::label)
                            .max(Comparator.naturalOrder())
                            .orElseThrow());
        }
        return new CalibrationStudy(scenario, plan, numbers, predictFrom);
    }

    /** A text that tells the work: whatever changes a number gives another. */
    public String work(long seed) {
        return Version.current() + "\n" + seed + "\n" + plan
                + (predictFrom == null ? "" : "\npredict from " + predictFrom) + "\n" + scenario.resolvedText();
    }

    /** A name for each number of a replication. */
    public List<String> columns() {
        return numbers.entries().stream().map(e -> e.what() + " " + e.label()).toList();
    }

    /**
     * Calibrates.
     *
     * @param worlds where worlds are made; without any yet
     * @param store keeps finished replications
     * @throws org.bridgeconvoy.study.point.InvalidWorldsException if a drawn world is no valid scenario
     */
    public CalibrationResult run(PointWorlds worlds, long seed, Workers workers, RowStore store, Phases phases) {
        List<Observation> all = numbers.entries().stream()
                .map(e -> new Observation(e.what(), e.label(), e.value()))
                .toList();
        int fitted = numbers.fitted();
        UncertainInputs uncertain = scenario.uncertain();
        Work work = phases.begin(PHASE, plan.replications());
        PointRunner points = ScenarioPoints.of(
                        worlds, new Wanted.Observables(predictFrom), all.size(), seed, workers, store)
                .counting(work);
        Posterior posterior = new Calibration(uncertain.space(), all.subList(0, fitted), seed)
                .with(plan)
                .predicting(all.subList(fitted, all.size()))
                .run(drawn -> {
                    int first = worlds.add(drawn.stream().map(uncertain::world).toList());
                    return tasks -> points.run(shifted(tasks, first));
                });
        return new CalibrationResult(
                scenario.name(),
                scenario.description(),
                scenario.resolvedText(),
                Version.current(),
                seed,
                scenario.config().start(),
                uncertain,
                numbers.entries().subList(0, fitted),
                numbers.entries().subList(fitted, all.size()),
                posterior);
    }

    private static List<PointTask> shifted(List<PointTask> tasks, int by) {
        List<PointTask> shifted = new ArrayList<>();
        for (PointTask task : tasks) {
            shifted.add(new PointTask(task.point() + by, task.first(), task.last()));
        }
        return shifted;
    }
}
