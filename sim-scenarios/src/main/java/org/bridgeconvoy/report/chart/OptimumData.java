package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.selection.Selected;
import org.bridgeconvoy.report.DecisionRow;
import org.bridgeconvoy.report.DecisionWords;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.study.optimum.Wish;

/**
 * What the charts of an optimum draw: a result in memory, or the files that {@code convoy optimise} wrote of it.
 *
 * @param name the scenario's name
 * @param goals one goal, or the two of a frontier
 * @param bounds in the order asked for
 * @param boundUnits unit of the metric of each bound
 * @param candidates combinations that ran, in their order
 * @param steps the best so far after each look; empty with two goals
 * @param replications of all combinations together
 * @param answer what to do, in words
 */
public record OptimumData(
        String name,
        List<Goal> goals,
        List<SuchThat> bounds,
        List<String> boundUnits,
        List<Candidate> candidates,
        List<Step> steps,
        long replications,
        String answer) {

    /**
     * A goal.
     *
     * @param metric name of the metric
     * @param most whether more is better
     * @param unit unit of the metric
     */
    public record Goal(String metric, boolean most, String unit) {

        /** Label of an axis of the metric. */
        String label() {
            return labelled(metric, unit) + (most ? " (more\u00a0is\u00a0better)" : " (less\u00a0is\u00a0better)");
        }
    }

    /**
     * A mean with its 95% interval.
     *
     * @param mean NaN for no data
     * @param halfWidth NaN for no interval
     */
    public record Mean(double mean, double halfWidth) {

        private static Mean of(Estimate estimate) {
            return new Mean(estimate.mean(), estimate.halfWidth95());
        }

        /** The half-width; 0 without an interval. */
        double bar() {
            return Double.isNaN(halfWidth) ? 0 : halfWidth;
        }
    }

    /**
     * A combination that ran.
     *
     * @param standing where it stands, as in {@code candidates.csv}
     * @param goals mean of each goal
     * @param bounds of each bound the mean, or the share of replications that meet it
     */
    public record Candidate(String standing, List<Mean> goals, List<Mean> bounds) {

        /** Copies the lists. */
        public Candidate {
            goals = List.copyOf(goals);
            bounds = List.copyOf(bounds);
        }

        /** Whether it is the answer, or part of it. */
        boolean isAnswer() {
            return standing.equals("named") || standing.equals("frontier");
        }
    }

    /**
     * A look of the selection at which some combination was known to meet the bounds.
     *
     * @param replications of all combinations so far
     * @param mean of the best so far
     */
    public record Step(long replications, double mean) {}

    /** Copies the lists. */
    public OptimumData {
        goals = List.copyOf(goals);
        bounds = List.copyOf(bounds);
        boundUnits = List.copyOf(boundUnits);
        candidates = List.copyOf(candidates);
        steps = List.copyOf(steps);
    }

    /** The data of a result. */
    public static OptimumData of(Decision decision) {
        List<Wish> wishes = decision.question().wishes();
        List<Goal> goals = new ArrayList<>();
        for (int g = 0; g < wishes.size(); g++) {
            goals.add(new Goal(
                    wishes.get(g).metric(),
                    wishes.get(g).most(),
                    decision.units().get(g)));
        }
        List<Step> steps = new ArrayList<>();
        if (!decision.question().isFrontier()) {
            for (Selected.Step step : decision.oneGoal().steps()) {
                if (step.named() >= 0) {
                    steps.add(new Step(step.replications() + decision.searchReplications(), step.mean()));
                }
            }
        }
        return new OptimumData(
                decision.name(),
                goals,
                decision.question().suchThat(),
                decision.units().subList(wishes.size(), decision.units().size()),
                DecisionRow.of(decision).stream()
                        .filter(row -> row.replications() > 0)
                        .map(row -> new Candidate(
                                row.standing(),
                                row.goals().stream().map(Mean::of).toList(),
                                row.bounds().stream().map(Mean::of).toList()))
                        .toList(),
                steps,
                decision.replications(),
                new DecisionWords(decision).whatToDo().get(0));
    }

    /** Whether there are two goals. */
    boolean isFrontier() {
        return goals.size() > 1;
    }

    /** The charts that there are numbers for. */
    List<String> charts() {
        List<String> charts = new ArrayList<>();
        if ((isFrontier() || !bounds.isEmpty()) && candidates.size() > 1) {
            charts.add("frontier");
        }
        if (!steps.isEmpty()) {
            charts.add("progress");
        }
        return charts;
    }

    /** Label of a metric: what it is in a few words, with its unit; a cost without a currency has none. */
    static String labelled(String metric, String unit) {
        return Words.labelled(Words.metric(metric), unit.equals("1/d") ? "" : unit);
    }
}
