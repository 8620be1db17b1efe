package org.bridgeconvoy.result;

import java.util.Arrays;
import java.util.function.Predicate;

/** The part of a metric's name that tells the metrics of one family apart: a word in capitals in the pattern of their names. */
public enum MetricPart {
    /** Nothing: the family has one metric. */
    NONE("", part -> false),
    /** One of all {@link Stage}s. */
    STAGE("STAGE", part -> anyStage(part, stage -> true)),
    /** A stage with servers and hours. */
    STATION("STATION", part -> anyStage(part, Stage::isStation)),
    /** {@code outbound} or {@code return}. */
    DIRECTION("DIRECTION", part -> anyStage(part, Stage::isCrossing)),
    /** One of the {@link TruckState}s. */
    STATE(
            "STATE",
            part -> Arrays.stream(TruckState.values()).anyMatch(s -> s.label().equals(part))),
    /** A cargo of the scenario. */
    CARGO("CARGO", part -> true),
    /** A goal of the scenario. */
    GOAL("GOAL", part -> true),
    /** The name of a stream of through traffic. */
    TRAFFIC("NAME", part -> true),
    /** An observed column. */
    COLUMN("COLUMN", part -> true);

    private final String token;

    @SuppressWarnings("ImmutableEnumChecker") // The predicates above keep nothing.
    private final Predicate<String> accepted;

    MetricPart(String token, Predicate<String> accepted) {
        this.token = token;
        this.accepted = accepted;
    }

    /**
     * The word in capitals that stands for it in patterns and documents.
     *
     * @return such as {@code CARGO}; empty for {@code NONE}
     */
    public String token() {
        return token;
    }

    boolean accepts(String part) {
        return !part.isEmpty() && accepted.test(part);
    }

    private static boolean anyStage(String label, Predicate<Stage> kind) {
        return Arrays.stream(Stage.values()).anyMatch(s -> s.label().equals(label) && kind.test(s));
    }
}
