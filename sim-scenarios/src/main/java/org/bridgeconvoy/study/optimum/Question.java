package org.bridgeconvoy.study.optimum;

import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;

/**
 * What is asked of an optimum.
 *
 * @param varied the values to choose from, one path each
 * @param wishes one goal, or two for a frontier
 * @param suchThat bounds that the answer must meet; may be empty
 * @param indifference the least difference of a goal that matters
 * @param tolerance how near to a bound on a mean an answer may be taken or left
 * @param shareTolerance the same for a share of replications; 0.02 is 2 points
 * @param budget most replications of all combinations together
 * @param inWorlds whether each replication runs in a world of its own, drawn from the uncertain inputs; else all have the base of these
 */
public record Question(
        List<Vary> varied,
        List<Wish> wishes,
        List<SuchThat> suchThat,
        Margin indifference,
        Margin tolerance,
        double shareTolerance,
        long budget,
        boolean inWorlds) {

    /** With more combinations than this a search visits some of them. */
    public static final int MOST_CONSIDERED = 1_000;

    /** Copies the lists. */
    public Question {
        varied = List.copyOf(varied);
        wishes = List.copyOf(wishes);
        suchThat = List.copyOf(suchThat);
    }

    /** How many combinations of the values there are. */
    public long combinations() {
        return varied.stream().mapToLong(v -> v.values().size()).reduce(1, Math::multiplyExact);
    }

    /** Whether a search visits some of the combinations, because there are too many to consider all. */
    public boolean isSearch() {
        return combinations() > MOST_CONSIDERED;
    }

    /** Whether two goals are asked for, so that the answer is a frontier. */
    public boolean isFrontier() {
        return wishes.size() > 1;
    }

    /** The metric of each goal, then of each bound. */
    public List<String> metrics() {
        return Stream.concat(
                        wishes.stream().map(Wish::metric), suchThat.stream().map(SuchThat::metric))
                .toList();
    }
}
