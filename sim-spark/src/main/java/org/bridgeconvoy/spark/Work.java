package org.bridgeconvoy.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.bridgeconvoy.study.Piece;

/** Runs a piece on the machine where it has arrived. */
final class Work implements Function<Piece<?>, byte[]> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<Luggage> luggage;

    Work(Broadcast<Luggage> luggage) {
        this.luggage = luggage;
    }

    @Override
    public byte[] call(Piece<?> piece) {
        Luggage here = luggage.value();
        return piece.run(here.loader(), here.files());
    }
}
