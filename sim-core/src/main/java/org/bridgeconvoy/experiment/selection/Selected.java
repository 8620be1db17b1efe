package org.bridgeconvoy.experiment.selection;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a selection found.
 *
 * <p>With the confidence of the promise, all of this holds together: the named candidate misses no bound by more than its tolerance; no candidate that
 * keeps every bound by more than its tolerance is better than the named one by more than {@code gap}. When it ended {@link Ending#DECIDED}, the gap is at
 * most the indifference.
 *
 * @param ending how it ended
 * @param named the candidate that is named; empty if none was shown to be feasible
 * @param gap by how much a candidate may still be better than the named one, in the unit of the objective, 0 or more; NaN if none is named
 * @param indifference in the unit of the objective; NaN if none is named
 * @param promise what was promised
 * @param candidates all, in their order
 * @param replications of all candidates together
 * @param steps how it went
 */
public record Selected(
        Ending ending,
        OptionalInt named,
        double gap,
        double indifference,
        Promise promise,
        List<Candidate> candidates,
        long replications,
        List<Step> steps) {

    /** Copies the lists. */
    public Selected {
        candidates = List.copyOf(candidates);
        steps = List.copyOf(steps);
    }

    /**
     * A look at the data.
     *
     * @param replications of all candidates so far
     * @param named the best candidate known to be feasible; −1 if there is none
     * @param mean its objective; NaN if there is none
     * @param open how many candidates still have to be told
     */
    public record Step(long replications, int named, double mean, int open) {}

    /**
     * The candidates that stand so.
     *
     * @param standing where
     * @return in their order
     */
    public List<Candidate> standing(Standing standing) {
        return candidates.stream().filter(c -> c.standing() == standing).toList();
    }

    /**
     * The named candidate.
     *
     * @return empty if none was shown to be feasible
     */
    public Optional<Candidate> findNamed() {
        return named.isPresent() ? Optional.of(candidates.get(named.getAsInt())) : Optional.empty();
    }
}
