package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a builder of a flow has collected, for the words that add to them.
 *
 * @param <E> what moves through the flow
 * @param <B> the builder
 */
abstract class FlowParts<E, B> {
    final List<Move<E>> moves = new ArrayList<>();
    final List<String> names = new ArrayList<>();

    /** The seize that was added last, and its index; null if another step was. */
    private @Nullable Seizing<E> seizing;

    private int seizingAt;

    FlowParts() {}

    /** The builder itself. */
    abstract B self();

    final B add(String name, Move<E> move) {
        seizing = null;
        moves.add(move);
        names.add(name);
        return self();
    }

    final void addAll(Steps<E> part) {
        seizing = null;
        part.addTo(moves, names);
    }

    final B add(Seizing<E> seize) {
        seizing = seize;
        seizingAt = moves.size();
        seize.addTo(moves, names);
        return self();
    }

    /** Ends the place for words that belong to the seize added last. */
    final void endSeize() {
        seizing = null;
    }

    /** The seize that a word belongs to, taken out of the steps again. */
    final Seizing<E> takeSeize(String word) {
        Seizing<E> seize = seizing;
        if (seize == null) {
            throw new IllegalStateException(
                    "step " + (moves.size() + 1) + ": " + word + " belongs directly behind a seize");
        }
        moves.subList(seizingAt, moves.size()).clear();
        names.subList(seizingAt, names.size()).clear();
        return seize;
    }

    /** An argument of the next step, which must not be null. */
    final <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw new NullPointerException("step " + (moves.size() + 1) + ": " + what + " is null");
        }
        return value;
    }
}
