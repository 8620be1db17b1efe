package org.bridgeconvoy.flow;

import java.util.Arrays;
import java.util.List;

/** The steps of a flow in their order, with their names for messages. Never changes. */
final class Steps<E> {
    private final Move<E>[] moves;
    private final String[] names;

    @SuppressWarnings({"unchecked", "rawtypes"
    }) // an array of Move<E> cannot be created otherwise, and no other type gets in
    Steps(List<Move<E>> moves, List<String> names) {
        this.moves = new Move[moves.size()];
        for (int i = 0; i < this.moves.length; i++) {
            this.moves[i] = moves.get(i).before(this.moves.length - i - 1);
        }
        this.names = names.toArray(new String[0]);
    }

    /** The steps themselves, not a copy: callers must not write to it. */
    Move<E>[] moves() {
        return moves;
    }

    int count() {
        return moves.length;
    }

    void addTo(List<Move<E>> otherMoves, List<String> otherNames) {
        otherMoves.addAll(Arrays.asList(moves));
        otherNames.addAll(Arrays.asList(names));
    }

    /** The name of a step by its number from 1, "none" for any other number. */
    String nameOf(int step) {
        return step < 1 || step > names.length ? "none" : names[step - 1];
    }
}
