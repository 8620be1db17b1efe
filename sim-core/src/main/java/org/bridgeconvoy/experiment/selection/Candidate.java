package org.bridgeconvoy.experiment.selection;

import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Interval;

/**
 * What a selection knows of a candidate in the end.
 *
 * @param number of the candidate, from 0
 * @param standing where it stands
 * @param replications how many it got; 0 if an objective that is known beforehand ruled it out
 * @param objective mean of the objective with its own 95% interval; an objective known beforehand has no spread
 * @param fromNamed objective of this one minus that of the named one, from paired differences: the interval that the selection decided by, each
 *     end with the confidence of one of its statements; NaN if none is named or there are no paired replications
 * @param constraints for each constraint, the mean, or the share of replications that meet the bound, with its own 95% interval
 * @param feasible for each constraint, whether it is met
 */
public record Candidate(
        int number,
        Standing standing,
        int replications,
        Estimate objective,
        Interval fromNamed,
        List<Estimate> constraints,
        List<Feasibility> feasible) {

    /** Copies the lists. */
    public Candidate {
        constraints = List.copyOf(constraints);
        feasible = List.copyOf(feasible);
    }
}
