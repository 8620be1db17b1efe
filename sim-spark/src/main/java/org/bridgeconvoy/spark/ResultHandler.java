package org.bridgeconvoy.spark;

import java.util.concurrent.BlockingQueue;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** Spark calls it with the result of each task as soon as it has come; whoever waits for the job has the queue. */
final class ResultHandler extends AbstractFunction2<Object, byte[], BoxedUnit> {

    /**
     * What a piece gave.
     *
     * @param number the place of the piece, from 0
     */
    record Piece(int number, byte[] bytes) {}

    private final BlockingQueue<Piece> queue;

    ResultHandler(BlockingQueue<Piece> queue) {
        this.queue = queue;
    }

    BlockingQueue<Piece> queue() {
        return queue;
    }

    @Override
    public BoxedUnit apply(Object number, byte[] bytes) {
        queue.add(new Piece((Integer) number, bytes));
        return BoxedUnit.UNIT;
    }
}
