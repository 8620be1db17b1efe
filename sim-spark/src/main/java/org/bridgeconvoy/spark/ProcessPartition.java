package org.bridgeconvoy.spark;

import java.io.Serializable;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What Spark does with the partition of a task: each has one piece, whose bytes are the result. */
final class ProcessPartition extends AbstractFunction1<Iterator<byte[]>, byte[]> implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public byte[] apply(Iterator<byte[]> given) {
        return given.next();
    }
}
