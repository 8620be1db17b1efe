package org.bridgeconvoy.flow;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The words of a flow about levels, stores and statistics.
 *
 * @param <E> what moves through the flow
 * @param <B> the builder
 */
abstract class StockWords<E, B> extends WayWords<E, B> {
    StockWords() {}

    /**
     * Takes an amount from a level; the entity waits until it is there.
     *
     * @param level from which
     * @param amount how much, asked when the entity comes; from 0 to the capacity
     * @return this
     */
    public final B take(Level level, ToDoubleFunction<? super E> amount) {
        given(level, "the level");
        given(amount, "the amount");
        return add(
                "take from level '" + level.name() + "'",
                (sim, journey) -> level.take(sim, journey, amount.applyAsDouble(journey.entity())));
    }

    /**
     * Puts an amount into a level; the entity waits until there is room. Who waits for the amount goes on before it.
     *
     * @param level into which
     * @param amount how much, asked when the entity comes; from 0 to the capacity
     * @return this
     */
    public final B put(Level level, ToDoubleFunction<? super E> amount) {
        given(level, "the level");
        given(amount, "the amount");
        return add(
                "put into level '" + level.name() + "'",
                (sim, journey) -> level.put(sim, journey, amount.applyAsDouble(journey.entity())));
    }

    /**
     * Takes an item from a store; the entity waits until there is one that will do.
     *
     * @param <T> the items
     * @param store from which
     * @param filter gives, when the entity comes, the test that items must pass
     * @param receiver gets the entity and the item
     * @return this
     */
    public final <T> B take(
            Store<T> store,
            Function<? super E, Predicate<? super T>> filter,
            BiConsumer<? super E, ? super T> receiver) {
        given(store, "the store");
        given(filter, "the filter");
        given(receiver, "the receiver of the item");
        return add("take from store '" + store.name() + "'", (sim, journey) -> {
            E entity = journey.entity();
            store.take(sim, journey, filter.apply(entity), item -> receiver.accept(entity, item));
        });
    }

    /**
     * Puts an item into a store; the entity waits until there is room. Who waits for the item goes on before it.
     *
     * @param <T> the items
     * @param store into which
     * @param item gives the item when the entity comes
     * @return this
     */
    public final <T> B put(Store<T> store, Function<? super E, ? extends T> item) {
        given(store, "the store");
        given(item, "what gives the item");
        return add(
                "put into store '" + store.name() + "'",
                (sim, journey) -> store.put(sim, journey, item.apply(journey.entity())));
    }

    /**
     * Adds all steps of another flow and measures the time that entities spend in them and the number inside.
     *
     * @param passage the statistics; may measure several parts of a run, also in other flows
     * @param part the steps
     * @return this
     */
    public final B within(Passage<? super E> passage, Flow<E> part) {
        given(passage, "the passage");
        Steps<E> steps = given(part, "the flow").steps();
        add("way into passage '" + passage.name() + "'", (sim, journey) -> {
            Extras extras = journey.extras();
            extras.stay = passage.enter(sim, journey.entity(), journey.step(), steps.count(), extras.stay);
            journey.resume(sim);
        });
        addAll(steps);
        return add("way out of passage '" + passage.name() + "'", (sim, journey) -> {
            journey.endStayHere(sim);
            journey.resume(sim);
        });
    }
}
