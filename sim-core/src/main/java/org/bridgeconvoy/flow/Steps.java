package org.bridgeconvoy.flow;

import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.engine.Simulation;

/** The steps of a flow in their order, with their names for messages. Never changes. */
final class Steps<E> {
    /** Number of steps that may begin each other; the one behind them begins when they have all returned. */
    private static final int LONGEST_ROW = 8;

    private final Move<E>[] moves;
    private final Link<E>[] links;

    /** Whether the step at each index is a delay; false behind the last. */
    private final boolean[] delays;

    private final String[] names;

    Steps(List<Move<E>> moves, List<String> names) {
        this(placed(moves), names.toArray(new String[0]));
    }

    private Steps(Move<E>[] moves, String[] names) {
        this.moves = moves;
        this.links = links(moves);
        this.delays = new boolean[moves.length + 1];
        for (int i = 0; i < moves.length; i++) {
            delays[i] = moves[i].isDelay();
        }
        this.names = names;
    }

    @SuppressWarnings({"unchecked", "rawtypes"
    }) // an array of Move<E> cannot be created otherwise, and no other type gets in
    private static <E> Move<E>[] placed(List<Move<E>> moves) {
        Move<E>[] placed = new Move[moves.size()];
        for (int i = 0; i < placed.length; i++) {
            placed[i] = moves.get(i).before(placed.length - i - 1);
        }
        return placed;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // as above
    private static <E> Link<E>[] links(Move<E>[] moves) {
        Link<E>[] links = new Link[moves.length + 1];
        links[moves.length] = Link.end();
        for (int i = moves.length - 1; i >= 0; i--) {
            links[i] = moves[i].link(i % LONGEST_ROW == LONGEST_ROW - 1 ? Link.rest() : links[i + 1]);
        }
        return links;
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

    /** The links of the steps and, behind them, that of the end; not a copy. */
    Link<E>[] links() {
        return links;
    }

    /** Whether the step behind a number of others is a delay. */
    boolean isDelay(int position) {
        return delays[position];
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
