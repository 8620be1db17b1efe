package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.selection.Candidate;
import org.bridgeconvoy.experiment.selection.Feasibility;
import org.bridgeconvoy.experiment.selection.Frontier;
import org.bridgeconvoy.experiment.selection.Standing;
import org.bridgeconvoy.study.optimum.Decision;

/**
 * A combination of an optimum as a row of a table, with one goal or two.
 *
 * @param number of the combination among those considered, from 1
 * @param values the varied values
 * @param standing where it stands: {@code named}, {@code frontier}, {@code alike}, {@code undecided}, {@code not_best}, {@code beaten},
 *     "infeasible" or {@code no_data}
 * @param replications how many it got
 * @param goals mean of each goal
 * @param bounds of each bound the mean, or the share of replications that meet it
 * @param feasible of each bound whether it is met
 * @param fromNamed how far its goal lies from that of the named one; NaN where there is none
 */
public record DecisionRow(
        int number,
        List<String> values,
        String standing,
        int replications,
        List<Estimate> goals,
        List<Estimate> bounds,
        List<Feasibility> feasible,
        Interval fromNamed) {

    /** Copies the lists. */
    public DecisionRow {
        values = List.copyOf(values);
        goals = List.copyOf(goals);
        bounds = List.copyOf(bounds);
        feasible = List.copyOf(feasible);
    }

    /** All combinations that were considered, in their order. */
    public static List<DecisionRow> of(Decision decision) {
        List<DecisionRow> rows = new ArrayList<>();
        if (decision.question().isFrontier()) {
            decision.twoGoals().candidates().forEach(member -> rows.add(row(decision, member)));
        } else {
            decision.oneGoal().candidates().forEach(candidate -> rows.add(row(decision, candidate)));
        }
        return rows;
    }

    private static DecisionRow row(Decision decision, Candidate candidate) {
        return new DecisionRow(
                candidate.number() + 1,
                decision.considered().get(candidate.number()),
                candidate.standing().name().toLowerCase(Locale.ROOT),
                candidate.replications(),
                List.of(candidate.objective()),
                candidate.constraints(),
                candidate.feasible(),
                candidate.fromNamed());
    }

    private static DecisionRow row(Decision decision, Frontier.Member member) {
        String place = member.place() == Frontier.Place.ON
                ? "frontier"
                : member.place().name().toLowerCase(Locale.ROOT);
        return new DecisionRow(
                member.number() + 1,
                decision.considered().get(member.number()),
                place,
                member.replications(),
                member.goals(),
                member.constraints(),
                member.feasible(),
                new Interval(Double.NaN, Double.NaN));
    }

    /** Whether it is the answer, or part of it. */
    public boolean isAnswer() {
        return standing.equals("frontier") || is(Standing.NAMED);
    }

    /** Whether it stands so. */
    boolean is(Standing wanted) {
        return standing.equals(wanted.name().toLowerCase(Locale.ROOT));
    }
}
