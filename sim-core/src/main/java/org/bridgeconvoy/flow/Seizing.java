package org.bridgeconvoy.flow;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A seize for which not everybody waits to the end, with the steps of those who go away. In the flow stand: the seize, the parting of the
 * ways, the steps of those who give up with the way out behind them, and those of who balks with the same.
 */
final class Seizing<E> {
    private final Resource resource;
    private final int units;
    private final @Nullable ToIntFunction<? super E> priority;
    private @Nullable ToDoubleFunction<? super E> patienceSeconds;
    private @Nullable Flow<E> gaveUp;
    private int room = Integer.MAX_VALUE;
    private @Nullable Flow<E> balked;

    Seizing(Resource resource, int units, @Nullable ToIntFunction<? super E> priority) {
        this.resource = resource;
        this.units = units;
        this.priority = priority;
    }

    void giveUpAfter(ToDoubleFunction<? super E> seconds, Flow<E> way) {
        patienceSeconds = once(patienceSeconds == null, seconds, "orGiveUpAfterSeconds");
        gaveUp = way;
    }

    void balkAt(int length, Flow<E> way) {
        if (length < 0) {
            throw new IllegalArgumentException("resource '" + resource.name()
                    + "': the length of the queue from which entities balk must be >= 0, got " + length);
        }
        balked = once(balked == null, way, "orBalkAt");
        room = length;
    }

    private <T> T once(boolean isFirst, T value, String word) {
        if (!isFirst) {
            throw new IllegalStateException("seize of resource '" + resource.name() + "' has " + word + " already");
        }
        return value;
    }

    /** Adds the seize and its ways to the steps of a flow. */
    void addTo(List<Move<E>> moves, List<String> names) {
        String name = "seize of resource '" + resource.name() + "'";
        int longGaveUp = gaveUp == null ? 0 : gaveUp.count() + 1;
        int longBalked = balked == null ? 0 : balked.count() + 1;
        moves.add(begin(longGaveUp + longBalked));
        names.add(name);
        if (longGaveUp + longBalked == 0) {
            return;
        }
        moves.add(part(longGaveUp, longBalked));
        names.add(name);
        addWay(gaveUp, moves, names);
        addWay(balked, moves, names);
    }

    private static <E> void addWay(@Nullable Flow<E> way, List<Move<E>> moves, List<String> names) {
        if (way != null) {
            way.addTo(moves, names);
            moves.add(new WayOut<>());
            names.add("way out");
        }
    }

    private Move<E> begin(int longWays) {
        Allocation allocation = resource.allocation();
        ToIntFunction<? super E> order = priority;
        if (longWays > 0) {
            return this::beginImpatient;
        }
        if (order == null) {
            return (sim, journey) -> allocation.seize(sim, journey, units, 0);
        }
        return (sim, journey) -> allocation.seize(sim, journey, units, order.applyAsInt(journey.entity()));
    }

    private void beginImpatient(Simulation sim, Journey<E> journey) {
        Allocation allocation = resource.allocation();
        int order = priority == null ? 0 : priority.applyAsInt(journey.entity());
        // Drawn for everybody, so that streams stay in step between variants of a model.
        long patience = patience(sim, journey);
        if (allocation.queue.length() >= room && allocation.mustWait(sim, units, order)) {
            allocation.balk(sim, journey);
            journey.resume(sim);
            return;
        }
        allocation.seize(sim, journey, units, order);
        if (journey.isInLine()) {
            journey.waitAtMost(sim, patience);
        }
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
    private Move<E> part(int longGaveUp, int longBalked) {
        Allocation allocation = resource.allocation();
        return (sim, journey) -> {
            allocation.giveUp(sim, journey);
            if (journey.units == Customer.BALKED) {
                journey.skip(longGaveUp);
            } else if (journey.units != Customer.GAVE_UP || longGaveUp == 0) {
                journey.skip(longGaveUp + longBalked);
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
