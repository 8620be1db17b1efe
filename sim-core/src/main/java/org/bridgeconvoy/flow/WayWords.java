package org.bridgeconvoy.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.bridgeconvoy.engine.Simulation;

/**
 * The words of a flow about ways: choose, repeat, leave.
 *
 * @param <E> what moves through the flow
 * @param <B> the builder
 */
abstract class WayWords<E, B> extends SeizeWords<E, B> {
    /** Names of places, with the number of steps before them. */
    private final Map<String, Integer> marks = new LinkedHashMap<>();

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
        int longTrue = given(ifTrue, "the flow if it holds").steps().count();
        int longFalse = given(ifFalse, "the flow if not").steps().count();
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

    /**
     * Goes one of many ways and then on behind all of them.
     *
     * @param which the number of the way, from 0, looked at when the entity comes
     * @param ways the steps of each; a flow without steps goes on at once
     * @return this
     */
    public final B choose(ToIntFunction<? super E> which, List<Flow<E>> ways) {
        given(which, "the function that chooses the way");
        List<Steps<E>> all = stepsOf(ways);
        int[] starts = new int[all.size()];
        int length = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = length;
            length += all.get(i).count() + 1;
        }
        add("choice of a way", (sim, journey) -> {
            int way = which.applyAsInt(journey.entity());
            if (way < 0 || way >= starts.length) {
                throw new IllegalStateException("step " + journey.what() + ": the way must be from 0 to "
                        + (starts.length - 1) + ", got " + way + " " + journey.at(sim));
            }
            journey.skip(starts[way]);
            journey.resume(sim);
        });
        int rest = length;
        for (Steps<E> way : all) {
            rest -= way.count() + 1;
            int behind = rest;
            addAll(way);
            add("end of a way", (sim, journey) -> {
                journey.skip(behind);
                journey.resume(sim);
            });
        }
        return self();
    }

    /**
     * Goes one of many ways by chance and then on behind all of them.
     *
     * @param uniform draws from 0 to 1, such as {@code stream::nextDouble}; once for each entity that comes
     * @param probabilities of each way; they add up to 1
     * @param ways the steps of each; a flow without steps goes on at once
     * @return this
     * @throws IllegalArgumentException if the probabilities are not as said, or there are not as many as ways
     */
    public final B chooseByChance(DoubleSupplier uniform, double[] probabilities, List<Flow<E>> ways) {
        given(uniform, "what draws");
        return choose(new Chances(probabilities, ways.size(), uniform)::draw, ways);
    }

    private List<Steps<E>> stepsOf(List<Flow<E>> ways) {
        return given(ways, "the list of ways").stream()
                .map(way -> given(way, "a way").steps())
                .toList();
    }

    /**
     * Repeats steps while a condition holds, which is looked at before each time: none, one or many times.
     *
     * @param condition looked at when the entity comes, and again behind the steps
     * @param body the steps
     * @return this
     */
    public final B repeatWhile(Predicate<? super E> condition, Flow<E> body) {
        given(condition, "the condition");
        Steps<E> steps = given(body, "the flow to repeat").steps();
        int length = steps.count();
        add("repeat while", (sim, journey) -> {
            if (!condition.test(journey.entity())) {
                journey.skip(length + 1);
            }
            journey.resume(sim);
        });
        addAll(steps);
        return add("end of a repeat", new JumpBack<>(entity -> true, length + 2));
    }

    /**
     * Goes steps, and repeats them until a condition holds, which is looked at behind them: once or many times.
     *
     * @param condition looked at behind the steps
     * @param body the steps
     * @return this
     */
    public final B repeatUntil(Predicate<? super E> condition, Flow<E> body) {
        given(condition, "the condition");
        Steps<E> steps = given(body, "the flow to repeat").steps();
        addAll(steps);
        return add("end of a repeat", new JumpBack<>(condition.negate(), steps.count() + 1));
    }

    /**
     * Marks the place between two steps, for {@link #goBackTo}.
     *
     * @param name of the place, once in a builder
     * @return this
     * @throws IllegalArgumentException if the name is there already
     */
    public final B mark(String name) {
        if (marks.putIfAbsent(given(name, "the name of the mark"), moves.size()) != null) {
            throw new IllegalArgumentException("step " + (moves.size() + 1) + ": mark '" + name + "' is there already");
        }
        endSeize();
        return self();
    }

    /**
     * Goes back to a mark if a condition holds, such as for rework; else on.
     *
     * @param name of a mark before, in the same builder
     * @param condition looked at when the entity comes
     * @return this
     * @throws IllegalArgumentException if no such mark stands before
     */
    public final B goBackTo(String name, Predicate<? super E> condition) {
        given(condition, "the condition");
        Integer at = marks.get(given(name, "the name of the mark"));
        if (at == null) {
            throw new IllegalArgumentException("step " + (moves.size() + 1) + ": no mark '" + name
                    + "' stands before; there are " + marks.keySet());
        }
        return add("way back to mark '" + name + "'", new JumpBack<>(condition, moves.size() - at + 1));
    }

    /**
     * Leaves the flow if a condition holds: to its end or, where this flow is part of another, on behind the part.
     *
     * @param condition looked at when the entity comes
     * @return this
     */
    public final B leaveIf(Predicate<? super E> condition) {
        return add("leave", new Leave<>(given(condition, "the condition")));
    }

    /**
     * Goes several ways at once (fork), and on when all of them have ended (join). On each way the entity moves as if alone: it may wait in
     * several queues at once. It releases on a way what it has seized on it, or behind all of them.
     *
     * @param ways the steps of each, begun in this order
     * @return this
     */
    public final B inParallel(List<Flow<E>> ways) {
        return add("parallel ways", fork(stepsOf(ways), false));
    }

    /**
     * Goes several ways at once, and on as soon as the first of them has ended: a wait with a time limit, the first of several signals.
     * The entity is taken out of its steps on the other ways: it leaves their queues, its delays there do not end, and units that it has
     * seized on them are given back.
     *
     * @param ways the steps of each, begun in this order; those behind one that ends at once are not begun
     * @return this
     */
    public final B firstOf(List<Flow<E>> ways) {
        return add("race of ways", fork(stepsOf(ways), true));
    }

    private Move<E> fork(List<Steps<E>> ways, boolean first) {
        return (sim, journey) -> {
            Fork fork = new Fork(journey, first, ways.size());
            for (Steps<E> way : ways) {
                fork.add(new Journey<>(way, journey.entity()));
            }
            fork.begin(sim);
        };
    }

    /**
     * Waits until each of several gates has let the entity pass: for all of several signals.
     *
     * @param gates at least one
     * @return this
     */
    public final B waitForAll(List<Gate> gates) {
        return add(
                "all of gates " + namesOf(gates),
                fork(gates.stream().map(this::before).toList(), false));
    }

    /**
     * Waits until the first of several gates lets the entity pass: for any of several signals.
     *
     * @param gates at least one
     * @return this
     */
    public final B waitForAny(List<Gate> gates) {
        return add(
                "any of gates " + namesOf(gates),
                fork(gates.stream().map(this::before).toList(), true));
    }

    private String namesOf(List<Gate> gates) {
        if (given(gates, "the list of gates").isEmpty()) {
            throw new IllegalArgumentException("step " + (moves.size() + 1) + ": at least one gate is needed");
        }
        return gates.stream()
                .map(gate -> "'" + given(gate, "a gate").name() + "'")
                .collect(Collectors.joining(", "));
    }

    private Steps<E> before(Gate gate) {
        return new Steps<>(List.of(gate::pass), List.of("gate '" + gate.name() + "'"));
    }

    /**
     * Splits the entity into parts that go a way of their own, and goes on when all of them have ended it (assembly).
     *
     * @param <F> what the parts are
     * @param parts makes the parts when the entity comes; none goes on at once
     * @param way the steps of the parts
     * @return this
     */
    public final <F> B splitAndAssemble(Function<? super E, ? extends Iterable<? extends F>> parts, Flow<F> way) {
        given(parts, "what makes the parts");
        Steps<F> steps = given(way, "the flow of the parts").steps();
        return add("parts", (sim, journey) -> {
            Fork fork = new Fork(journey, false, 0);
            for (F part : parts.apply(journey.entity())) {
                fork.add(new Journey<>(steps, part));
            }
            fork.begin(sim);
        });
    }

    /**
     * Sends parts or copies of the entity on a way of their own, and goes on at once.
     *
     * @param <F> what the parts are
     * @param parts makes the parts when the entity comes
     * @param way the steps of the parts
     * @return this
     */
    public final <F> B splitOff(Function<? super E, ? extends Iterable<? extends F>> parts, Flow<F> way) {
        given(parts, "what makes the parts");
        given(way, "the flow of the parts");
        return add("parts", (sim, journey) -> {
            for (F part : parts.apply(journey.entity())) {
                way.launch(sim, part);
            }
            journey.resume(sim);
        });
    }

    /** The end of a flow, if a condition holds. */
    private record Leave<E>(Predicate<? super E> condition) implements Move<E> {
        @Override
        public void begin(Simulation sim, Journey<E> journey) {
            throw new IllegalStateException("leave of a flow that was not built");
        }

        @Override
        public Move<E> before(int steps) {
            return (sim, journey) -> {
                if (condition.test(journey.entity())) {
                    journey.skip(steps);
                }
                journey.resume(sim);
            };
        }
    }
}
