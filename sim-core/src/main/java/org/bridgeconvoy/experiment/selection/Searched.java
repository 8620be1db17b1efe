package org.bridgeconvoy.experiment.selection;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a search over a grid found. The promise is that of {@link Selected} over the points that the search visited, not over the grid.
 *
 * @param visited the points that the search visited, ascending; candidate i of {@code selected} is the i-th of these
 * @param selected the selection among them, with replications of its own
 * @param searchReplications replications of the search, beside those of the selection
 */
public record Searched(List<Integer> visited, Selected selected, long searchReplications) {

    /** Copies the list. */
    public Searched {
        visited = List.copyOf(visited);
    }

    /**
     * The point that is named.
     *
     * @return its number in the grid; empty if none was shown to be feasible
     */
    public OptionalInt named() {
        return selected.named().isPresent()
                ? OptionalInt.of(visited.get(selected.named().getAsInt()))
                : OptionalInt.empty();
    }

    /**
     * Replications of search and selection together.
     *
     * @return 1 or more
     */
    public long replications() {
        return searchReplications + selected.replications();
    }
}
