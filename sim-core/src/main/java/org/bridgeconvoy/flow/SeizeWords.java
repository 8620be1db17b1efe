package org.bridgeconvoy.flow;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The words of a flow about resources.
 *
 * @param <E> what moves through the flow
 * @param <B> the builder
 */
abstract class SeizeWords<E, B> extends FlowParts<E, B> {
    SeizeWords() {}

    /**
     * Seizes one unit of a resource; the entity waits in its queue until the unit is free.
     *
     * @param resource of which
     * @return this
     */
    public final B seize(Resource resource) {
        return seize(resource, 1);
    }

    /**
     * Seizes units of a resource, all at once; the entity waits in its queue until they are free.
     *
     * @param resource of which
     * @param units how many, from 1 to the most the resource ever has
     * @return this
     * @throws IllegalArgumentException if the number of units is out of range
     */
    public final B seize(Resource resource, int units) {
        given(resource, "the resource to seize").checkUnits(units);
        return add(new Seizing<>(resource, units, null));
    }

    /**
     * Seizes units of a resource, with a priority in its queue.
     *
     * @param resource of which
     * @param units how many, from 1 to the most the resource ever has
     * @param priority read when the entity comes; the higher one is served first, equal ones in the order of coming
     * @return this
     * @throws IllegalArgumentException if the number of units is out of range
     */
    public final B seize(Resource resource, int units, ToIntFunction<? super E> priority) {
        given(resource, "the resource to seize").checkUnits(units);
        given(priority, "the priority");
        return add(new Seizing<>(resource, units, priority));
    }

    /**
     * Seizes one unit of a resource that is chosen for each entity: of the counter with the shortest line ({@link
     * Resource#withShortestLine}), of the machine that the entity asks for. The words that belong behind a seize belong behind this
     * one too.
     *
     * @param chosen gives the resource when the entity comes
     * @return this
     */
    public final B seize(Function<? super E, Resource> chosen) {
        return seize(chosen, 1, null);
    }

    /**
     * Seizes units of a resource that is chosen for each entity, with a priority in its queue.
     *
     * @param chosen gives the resource when the entity comes
     * @param units how many, from 1 to the most that the chosen resource ever has, which is checked when the entity comes
     * @param priority read when the entity comes; the higher one is served first, equal ones in the order of coming; null for 0
     * @return this
     */
    public final B seize(Function<? super E, Resource> chosen, int units, @Nullable ToIntFunction<? super E> priority) {
        given(chosen, "the function that chooses the resource");
        return add(new Seizing<>(chosen, units, priority));
    }

    /**
     * Releases one unit of a resource that is chosen for each entity.
     *
     * @param chosen gives the resource when the entity comes
     * @return this
     */
    public final B release(Function<? super E, Resource> chosen) {
        given(chosen, "the function that chooses the resource");
        return add("release of a chosen resource", (sim, journey) -> {
            Resource resource = given(chosen.apply(journey.entity()), "the chosen resource");
            resource.allocation().release(sim, journey, 1);
            journey.resume(sim);
        });
    }

    /**
     * Releases all that the entity has seized in this flow and still holds, of whatever resources: for one that was chosen, or at the
     * end of a way on which it is not known what is held. Who waits for the units goes on before the entity. It does nothing if the
     * entity holds nothing.
     *
     * @return this
     */
    public final B releaseAll() {
        return add("release of all", (sim, journey) -> {
            Holding.giveBackAll(sim, journey.holdings);
            journey.resume(sim);
        });
    }

    /**
     * Limits the wait for the seize before this word: an entity that has waited this long in the queue without the units gives up
     * (reneges). It goes the steps given and then out of this flow: to its end or, where this flow is part of another, on behind the
     * part.
     *
     * @param patienceSeconds how long, drawn when the entity comes, also if it is served at once, and rounded to the nanosecond; at
     *     least 0; infinite, or beyond the end of the clock, for ever
     * @param gaveUp the steps of who gives up
     * @return this
     * @throws IllegalStateException if the step before is no seize, or has a patience
     */
    public final B orGiveUpAfterSeconds(ToDoubleFunction<? super E> patienceSeconds, Flow<E> gaveUp) {
        given(patienceSeconds, "the patience");
        given(gaveUp, "the flow of who gives up");
        Seizing<E> seize = takeSeize("orGiveUpAfterSeconds");
        seize.giveUpAfter(patienceSeconds, gaveUp.steps());
        return add(seize);
    }

    /**
     * Limits the queue of the seize before this word: an entity that would have to wait, and finds that number in the queue, does not join
     * it (balks). It goes the steps given and then out of this flow: to its end or, where this flow is part of another, on behind the
     * part. Seizes elsewhere of the same resource have limits of their own.
     *
     * @param queueLength number that wait, at least 0; 0 for no waiting at all
     * @param balked the steps of who balks
     * @return this
     * @throws IllegalArgumentException if the length is negative
     * @throws IllegalStateException if the step before is no seize, or has a limit
     */
    public final B orBalkAt(int queueLength, Flow<E> balked) {
        given(balked, "the flow of who balks");
        Seizing<E> seize = takeSeize("orBalkAt");
        seize.balkAt(queueLength, balked.steps());
        return add(seize);
    }

    /**
     * Lets the seize before this word preempt: where not enough units are free, it takes some from entities of lower priority in
     * their seize of this resource, first from those of the lowest priority, of these from who seized last. It takes them only
     * from entities that are in a delay which does not stand still, and only if that makes enough units free; else the entity waits
     * in the queue, and takes them when something is released or repaired. Units that are taken and left over go to the queue
     * before the entity goes on.
     *
     * <p>Who loses units loses all that it has of this resource, waits for them in the queue ahead of its priority, taking none from
     * others, and then goes on as {@link #ifInterrupted} says; taken out of the queue ({@link Resource#leave}), it has no units and its
     * delay is over. Of several seizes of the resource on one way the last one counts.
     *
     * @return this
     * @throws IllegalStateException if the step before is no seize
     */
    public final B preempting() {
        Seizing<E> seize = takeSeize("preempting");
        seize.preempts();
        return add(seize);
    }

    /**
     * Says what becomes of a delay that is interrupted while the entity holds the units of the seize before this word: because
     * another entity takes them, or because the resource fails. Without this word it goes on where it was. A delay that already stands
     * still is not interrupted again.
     *
     * @param work resumes, restarts, or is drawn anew
     * @return this
     * @throws IllegalStateException if the step before is no seize, or it has been said
     */
    public final B ifInterrupted(Interrupted work) {
        given(work, "what becomes of the work");
        Seizing<E> seize = takeSeize("ifInterrupted");
        seize.ifInterrupted(work);
        return add(seize);
    }

    /**
     * Lets an entity that is interrupted in a delay, while it holds the units of the seize before this word, give up its work and
     * all units that it has of the resource. It goes the steps given, at this instant but after what the interruption causes at once, and
     * then out of this flow: to its end or, where this flow is part of another, on behind the part.
     *
     * @param discarded the steps of who gives up
     * @return this
     * @throws IllegalStateException if the step before is no seize, or it has been said
     */
    public final B ifInterruptedGo(Flow<E> discarded) {
        given(discarded, "the flow of who gives up its work");
        Seizing<E> seize = takeSeize("ifInterruptedGo");
        seize.ifInterruptedGo(discarded.steps());
        return add(seize);
    }

    /**
     * Releases one unit of a resource. An entity that waits for it goes on before the one that releases it.
     *
     * @param resource to which
     * @return this
     */
    public final B release(Resource resource) {
        return release(resource, 1);
    }

    /**
     * Releases units of a resource. Entities that wait for them go on before the one that releases them.
     *
     * @param resource to which
     * @param units how many, at least 1
     * @return this
     * @throws IllegalArgumentException if the number of units is out of range
     */
    public final B release(Resource resource, int units) {
        given(resource, "the resource to release").checkUnits(units);
        Allocation allocation = resource.allocation();
        return add("release of resource '" + resource.name() + "'", new Release<>(allocation, units));
    }
}
