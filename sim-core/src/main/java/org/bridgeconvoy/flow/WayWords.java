package org.bridgeconvoy.flow;

import java.util.function.Predicate;

/**
 * The words of a flow about ways: choose, repeat, leave.
 *
 * @param <E> what moves through the flow
 * @param <B> the builder
 */
abstract class WayWords<E, B> extends SeizeWords<E, B> {
    WayWords() {}

    /**
     * Goes one of two ways and then on behind both.
     *
     * @param condition looked at when the entity comes
     * @param ifTrue the steps if it holds
     * @param ifFalse the steps if not; a flow without steps goes on at once
     * @return this
     */
    public final B branch(Predicate<? super E> condition, Flow<E> ifTrue, Flow<E> ifFalse) {
        given(condition, "the condition");
        int longTrue = given(ifTrue, "the flow if it holds").count();
        int longFalse = given(ifFalse, "the flow if not").count();
        add("branch", (sim, journey) -> {
            if (!condition.test(journey.entity())) {
                journey.skip(longTrue + 1);
            }
            journey.resume(sim);
        });
        addAll(ifTrue.steps());
        add("end of a branch", (sim, journey) -> {
            journey.skip(longFalse);
            journey.resume(sim);
        });
        addAll(ifFalse.steps());
        return self();
    }
}
