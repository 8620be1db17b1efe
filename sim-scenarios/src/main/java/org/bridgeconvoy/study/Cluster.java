package org.bridgeconvoy.study;

import java.util.List;

/** Machines that run pieces. */
@FunctionalInterface
public interface Cluster extends AutoCloseable {

    /** Takes what a piece gave, one call at a time. */
    @FunctionalInterface
    interface Taker {

        /**
         * A piece has ended.
         *
         * @param piece its place in the list, from 0
         * @param bytes what {@link Piece#run} gave
         */
        void take(int piece, byte[] bytes);
    }

    /**
     * Runs pieces, each at least once, in any order; returns when all have ended and were taken.
     *
     * @param files travel with the pieces
     * @param taker takes what each gave, exactly once
     * @throws ClusterException if the machines give a piece up, or all of them are gone
     * @throws java.util.concurrent.CancellationException if the calling thread is interrupted
     */
    void run(List<Piece<?>> pieces, PieceFiles files, Taker taker);

    /** Lets the machines go. */
    @Override
    default void close() {}
}
