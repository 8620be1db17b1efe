package org.bridgeconvoy.experiment.selection;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.experiment.point.PointRunner;

/**
 * The candidates that no other beats, for several goals, under constraints: fully sequential, with common random numbers. What it promises is on {@link
 * Frontier}.
 *
 * <p>Every pair is compared in every goal by the paired differences of a {@link Selection}, the error shared out equally among all pairs, goals, constraints and
 * looks (Bonferroni). A candidate gets no more replications when it is shown to be infeasible or beaten, or when each of its comparisons with the others that
 * are left is told: beaten, not beaten, or known to half an indifference in every goal. Immutable.
 */
public final class FrontierSelection {

    private final List<Objective> goals;
    private final List<Constraint> constraints;
    private final SortedMap<Integer, double[]> known;

    /**
     * A frontier.
     *
     * @param goals at least one
     * @param constraints what candidates must meet; may be empty
     * @throws IllegalArgumentException if there is no goal
     */
    public FrontierSelection(List<Objective> goals, List<Constraint> constraints) {
        this(goals, constraints, new TreeMap<>());
    }

    private FrontierSelection(List<Objective> goals, List<Constraint> constraints, SortedMap<Integer, double[]> known) {
        this.goals = List.copyOf(goals);
        this.constraints = List.copyOf(constraints);
        this.known = known;
        if (goals.isEmpty()) {
            throw new IllegalArgumentException("a frontier needs at least one goal");
        }
    }

    /**
     * Sets a goal that is known without simulation, such as a cost.
     *
     * @param goal its place in the list of goals, from 0
     * @param values of each candidate; the runner's output is not looked at
     * @return a frontier for as many candidates
     */
    public FrontierSelection knowing(int goal, double[] values) {
        SortedMap<Integer, double[]> more = new TreeMap<>(known);
        more.put(goal, values.clone());
        return new FrontierSelection(goals, constraints, more);
    }

    /**
     * Finds the frontier.
     *
     * @param candidates how many there are, at least 1: points 0 to {@code candidates} − 1 of the runner
     * @param runner gives the outputs that goals and constraints name
     * @param promise what to keep to
     * @return what was found
     * @throws IllegalArgumentException if there is no candidate, or a goal is known of another number of candidates
     */
    public Frontier run(int candidates, PointRunner runner, Promise promise) {
        if (candidates < 1) {
            throw new IllegalArgumentException("a frontier needs at least one candidate, got " + candidates);
        }
        for (double[] values : known.values()) {
            if (values.length != candidates) {
                throw new IllegalArgumentException(
                        "a goal is known of " + values.length + " candidates, there are " + candidates);
            }
        }
        return new FrontierRace(goals, constraints, known, candidates, runner, promise).run();
    }

    @Override
    public String toString() {
        return "frontier of " + goals + " such that " + constraints;
    }
}
