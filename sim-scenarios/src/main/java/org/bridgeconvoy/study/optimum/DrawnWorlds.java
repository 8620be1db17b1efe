package org.bridgeconvoy.study.optimum;

import java.util.List;
import java.util.function.Predicate;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.scenario.UncertainInputs;

/**
 * The worlds in which replications run: of each replication what its world sets, the same for all combinations. Worlds are independent; of a joint sample each
 * is a row drawn at random with replacement. What is varied is decided, so it is not drawn.
 */
final class DrawnWorlds {

    private static final String STREAM = "optimise.worlds";

    private final UncertainInputs uncertain;
    private final List<String> varied;
    private final long seed;

    /**
     * Worlds of a scenario.
     *
     * @param varied the paths that are varied
     */
    DrawnWorlds(UncertainInputs uncertain, List<String> varied, long seed) {
        this.uncertain = uncertain;
        this.varied = List.copyOf(varied);
        this.seed = seed;
    }

    /** How many inputs are drawn. */
    int inputs() {
        Predicate<String> isDrawn = path -> !isVaried(path);
        return (int)
                (uncertain.isJoint()
                        ? uncertain.paths().stream().filter(isDrawn).count()
                        : uncertain.inputs().stream()
                                .filter(input -> input.places().stream().anyMatch(place -> isDrawn.test(place.path())))
                                .count());
    }

    /** What the world of a replication sets, each as {@code PATH=VALUE}. */
    List<String> sets(int replication) {
        RandomStream stream = Streams.of(seed, replication).stream(STREAM);
        List<String> all = uncertain.isJoint()
                ? uncertain.world(stream.nextInt(uncertain.rows().size()))
                : uncertain.world(uncertain.space().draw(stream));
        return all.stream()
                .filter(set -> !isVaried(set.substring(0, set.indexOf('='))))
                .toList();
    }

    private boolean isVaried(String path) {
        return varied.stream().anyMatch(v -> path.equals(v) || path.startsWith(v + "."));
    }
}
