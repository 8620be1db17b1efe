package org.bridgeconvoy.spark;

import java.io.Serializable;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** What the one piece of a task gave. */
final class First extends AbstractFunction1<Iterator<byte[]>, byte[]> implements Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public byte[] apply(Iterator<byte[]> given) {
        return given.next();
    }
}
