package org.bridgeconvoy.flow;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A seize for which not everybody waits to the end, with the steps of those who go away. In the flow stand: the seize, the parting of the
 * ways, the steps of those who give up with the way out behind them, and those of who balks with the same.
 */
final class Seizing<E> {
    private final @Nullable Resource resource;

    /** Chooses the resource for each entity, if it is not always one. */
    private final @Nullable Function<? super E, Resource> chosen;

    private final int units;
    private final @Nullable ToIntFunction<? super E> priority;
    private @Nullable ToDoubleFunction<? super E> patienceSeconds;
    private @Nullable Steps<E> gaveUp;
    private int room = Integer.MAX_VALUE;
    private @Nullable Steps<E> balked;
    private boolean preempts;
    private @Nullable Interrupted work;
    private @Nullable Steps<E> discarded;

    Seizing(Resource resource, int units, @Nullable ToIntFunction<? super E> priority) {
        this(resource, null, units, priority);
    }

    Seizing(Function<? super E, Resource> chosen, int units, @Nullable ToIntFunction<? super E> priority) {
        this(null, chosen, units, priority);
    }

    private Seizing(
            @Nullable Resource resource,
            @Nullable Function<? super E, Resource> chosen,
            int units,
            @Nullable ToIntFunction<? super E> priority) {
        this.resource = resource;
        this.chosen = chosen;
        this.units = units;
        this.priority = priority;
    }

    void giveUpAfter(ToDoubleFunction<? super E> seconds, Steps<E> way) {
        patienceSeconds = once(patienceSeconds == null, seconds, "orGiveUpAfterSeconds");
        gaveUp = way;
    }

    void balkAt(int length, Steps<E> way) {
        if (length < 0) {
            throw new IllegalArgumentException(
                    name() + ": the length of the queue from which entities balk must be >= 0, got " + length);
        }
        balked = once(balked == null, way, "orBalkAt");
        room = length;
    }

    void preempts() {
        preempts = true;
    }

    void ifInterrupted(Interrupted what) {
        work = once(work == null && discarded == null, what, "a word on what becomes of interrupted work");
    }

    void ifInterruptedGo(Steps<E> way) {
        discarded = once(work == null && discarded == null, way, "a word on what becomes of interrupted work");
    }

    private String name() {
        return resource == null ? "seize of a chosen resource" : "seize of resource '" + resource.name() + "'";
    }

    private <T> T once(boolean isFirst, T value, String word) {
        if (!isFirst) {
            throw new IllegalStateException(name() + " has " + word + " already");
        }
        return value;
    }

    /** Adds the seize and its ways to the steps of a flow. */
    void addTo(List<Move<E>> moves, List<String> names) {
        String name = name();
        int longGaveUp = gaveUp == null ? 0 : gaveUp.count() + 1;
        int longBalked = balked == null ? 0 : balked.count() + 1;
        int longDiscarded = discarded == null ? 0 : discarded.count() + 1;
        int longWays = longGaveUp + longBalked + longDiscarded;
        Move<E> begin = begin(longWays);
        if (work != null) {
            begin = new Interruptible<>(begin, new Interruption(work, 0));
        } else if (discarded != null) {
            begin = new Interruptible<>(begin, new Interruption(Interrupted.RESUME, 1 + longGaveUp + longBalked));
        }
        moves.add(begin);
        names.add(name);
        if (longWays == 0) {
            return;
        }
        moves.add(part(longGaveUp, longWays));
        names.add(name);
        addWay(gaveUp, moves, names);
        addWay(balked, moves, names);
        addWay(discarded, moves, names);
    }

    /** A seize that says what becomes of interrupted work. */
    private record Interruptible<E>(Move<E> seize, Interruption interruption) implements Move<E> {
        @Override
        public void begin(Simulation sim, Journey<E> journey) {
            seize.begin(sim, journey);
        }
    }

    private static <E> void addWay(@Nullable Steps<E> way, List<Move<E>> moves, List<String> names) {
        if (way != null) {
            way.addTo(moves, names);
            moves.add(new WayOut<>());
            names.add("way out");
        }
    }

    private Move<E> begin(int longWays) {
        ToIntFunction<? super E> order = priority;
        Resource always = resource;
        if (longWays > 0) {
            return this::beginImpatient;
        }
        if (always == null || preempts) {
            return (sim, journey) -> seize(sim, journey, allocation(sim, journey), order(journey));
        }
        Allocation allocation = always.allocation();
        if (order == null) {
            return new Seize<>(allocation, units);
        }
        return (sim, journey) -> allocation.seize(sim, journey, units, order.applyAsInt(journey.entity()));
    }

    private void beginImpatient(Simulation sim, Journey<E> journey) {
        Allocation allocation = allocation(sim, journey);
        int order = order(journey);
        // Drawn for everybody, so that streams stay in step between variants of a model.
        long patience = patience(sim, journey);
        if (allocation.queue.length() >= room && allocation.mustWait(sim, units, order, preempts)) {
            allocation.balk(sim, journey);
            journey.resume(sim);
            return;
        }
        seize(sim, journey, allocation, order);
        if (journey.isInLine()) {
            journey.waitAtMost(sim, patience);
        }
    }

    private void seize(Simulation sim, Journey<E> journey, Allocation allocation, int order) {
        if (preempts) {
            allocation.seizePreempting(sim, journey, units, order);
        } else {
            allocation.seize(sim, journey, units, order);
        }
    }

    private Allocation allocation(Simulation sim, Journey<E> journey) {
        if (resource != null) {
            return resource.allocation();
        }
        Resource found = chosen == null ? null : chosen.apply(journey.entity());
        if (found == null) {
            throw new IllegalStateException("step " + journey.what() + ": no resource was chosen " + journey.at(sim));
        }
        found.checkUnits(units);
        return found.allocation();
    }

    private int order(Journey<E> journey) {
        return priority == null ? 0 : priority.applyAsInt(journey.entity());
    }

    private long patience(Simulation sim, Journey<E> journey) {
        if (patienceSeconds == null) {
            return Long.MAX_VALUE;
        }
        double seconds = patienceSeconds.applyAsDouble(journey.entity());
        if (!(seconds >= DelaySeconds.LEAST_SECONDS)) {
            throw DelaySeconds.refused(sim, journey, ">= 0 s, got " + seconds + " s", patienceSeconds);
        }
        return DelaySeconds.nanos(seconds);
    }

    /** Sends a customer on its way: behind all ways if it was served, or if there is none for it. */
    private Move<E> part(int longGaveUp, int longWays) {
        return (sim, journey) -> {
            if (journey.line() instanceof Allocation queue) {
                // Its patience is over.
                queue.giveUp(sim, journey);
            }
            if (journey.units == Customer.BALKED) {
                journey.skip(longGaveUp);
            } else if (journey.units != Customer.GAVE_UP || longGaveUp == 0) {
                journey.skip(longWays);
            }
            journey.resume(sim);
        };
    }

    /** The end of a way: out of the flow that has the seize, whose length is known when it is built. */
    private record WayOut<E>() implements Move<E> {
        @Override
        public void begin(Simulation sim, Journey<E> journey) {
            throw new IllegalStateException("way out of a flow that was not built");
        }

        @Override
        public Move<E> before(int steps) {
            return (sim, journey) -> {
                journey.skip(steps);
                journey.resume(sim);
            };
        }
    }
}
