package org.bridgeconvoy.experiment.selection;

import java.util.List;
import org.bridgeconvoy.experiment.Estimate;

/**
 * What is known of candidates under several goals.
 *
 * <p>A candidate <em>beats</em> another if it is better by more than the indifference in one goal, and in no other worse by more than it. With the confidence of
 * the promise, all of this holds together: every candidate that is left out as beaten is beaten by one on the frontier; every one on the frontier is
 * feasible; if the frontier was {@link Ending#DECIDED}, none on it is worse than another on it by more than two indifferences in one goal without being
 * better in another.
 *
 * @param ending how it ended
 * @param promise what was promised
 * @param candidates all, in their order
 * @param replications of all candidates together
 */
public record Frontier(Ending ending, Promise promise, List<Member> candidates, long replications) {

    /** Copies the list. */
    public Frontier {
        candidates = List.copyOf(candidates);
    }

    /** Where a candidate stands. */
    public enum Place {
        /** On the frontier: feasible, and no other is shown to beat it. */
        ON,
        /** Beaten by one on the frontier, whatever its constraints. */
        BEATEN,
        /** Not beaten; whether it meets the constraints is not known. */
        UNDECIDED,
        /** It does not meet the constraints, or keeps one by less than its tolerance. */
        INFEASIBLE,
        /** A replication gave no number for a goal or a mean that is constrained. */
        NO_DATA
    }

    /**
     * A candidate.
     *
     * @param number of the candidate, from 0
     * @param place where it stands
     * @param beatenBy which one on the frontier beats it; −1 if none
     * @param replications how many it got
     * @param goals the mean of each goal with its own 95% interval
     * @param constraints for each constraint, the mean, or the share of replications that meet the bound, with its own 95% interval
     * @param feasible for each constraint, whether it is met
     */
    public record Member(
            int number,
            Place place,
            int beatenBy,
            int replications,
            List<Estimate> goals,
            List<Estimate> constraints,
            List<Feasibility> feasible) {

        /** Copies the lists. */
        public Member {
            goals = List.copyOf(goals);
            constraints = List.copyOf(constraints);
            feasible = List.copyOf(feasible);
        }
    }

    /**
     * The candidates that stand so.
     *
     * @param place where
     * @return in their order
     */
    public List<Member> at(Place place) {
        return candidates.stream().filter(c -> c.place() == place).toList();
    }
}
