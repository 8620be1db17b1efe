package org.bridgeconvoy.spark;

import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.bridgeconvoy.study.Piece;

/** What an executor of Spark does with a piece: it runs its replications. */
final class RunPiece implements Function<Piece<?>, byte[]> {

    private static final long serialVersionUID = 1L;

    private final Broadcast<BroadcastInputs> inputs;

    RunPiece(Broadcast<BroadcastInputs> inputs) {
        this.inputs = inputs;
    }

    @Override
    public byte[] call(Piece<?> piece) {
        BroadcastInputs here = inputs.value();
        return piece.run(here.loader(), here.files());
    }
}
