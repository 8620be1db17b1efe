package org.bridgeconvoy.flow;

import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.engine.Simulation;

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

    private Steps(Move<E>[] moves, String[] names) {
        this.moves = moves;
        this.names = names;
    }

    /** The steps, told to a listener. */
    Steps<E> traced(StepListener<? super E> listener) {
        Move<E>[] told = moves.clone();
        for (int i = 0; i < told.length; i++) {
            told[i] = new Traced<>(moves[i], i + 1 + " (" + names[i] + ")", listener);
        }
        return new Steps<>(told, names);
    }

    private record Traced<E>(Move<E> move, String name, StepListener<? super E> listener) implements Move<E> {
        @Override
        public void begin(Simulation sim, Journey<E> journey) {
            listener.begins(journey.entity(), sim.now(), name);
            move.begin(sim, journey);
        }

        @Override
        public Interruption interruption() {
            return move.interruption();
        }
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

    @Override
    public String toString() {
        return String.join(", ", names);
    }
}
