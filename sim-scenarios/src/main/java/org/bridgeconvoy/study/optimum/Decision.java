package org.bridgeconvoy.study.optimum;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.experiment.selection.Frontier;
import org.bridgeconvoy.experiment.selection.Selected;
import org.jspecify.annotations.Nullable;

/**
 * What came out of an optimum.
 *
 * @param name the scenario's name
 * @param description what it is about
 * @param seed seed of all random numbers
 * @param version version of the library
 * @param question what was asked
 * @param units unit of the metric of each goal, then of each bound
 * @param considered values of the combinations that were considered, in the order of the candidates
 * @param selected the answer to one goal; null with two
 * @param frontier the answer to two goals; null with one
 * @param searchReplications replications of the search, beside those of the selection; 0 without a search
 * @param uncertain how many inputs that are not varied are uncertain
 * @param notCleared of each candidate, how many replications counted as the horizon because they did not clear
 */
public record Decision(
        String name,
        String description,
        long seed,
        String version,
        Question question,
        List<String> units,
        List<List<String>> considered,
        @Nullable Selected selected,
        @Nullable Frontier frontier,
        long searchReplications,
        int uncertain,
        List<Integer> notCleared) {

    /** Copies the lists. */
    public Decision {
        units = List.copyOf(units);
        considered = List.copyOf(considered);
        notCleared = List.copyOf(notCleared);
    }

    /** The answer to one goal. */
    public Selected oneGoal() {
        return Objects.requireNonNull(selected, "there are two goals");
    }

    /** The answer to two goals. */
    public Frontier twoGoals() {
        return Objects.requireNonNull(frontier, "there is one goal");
    }

    /** Replications of all candidates, those of a search included. */
    public long replications() {
        return searchReplications + (selected == null ? twoGoals().replications() : selected.replications());
    }
}
