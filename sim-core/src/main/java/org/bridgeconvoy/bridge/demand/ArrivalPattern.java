package org.bridgeconvoy.bridge.demand;

import org.bridgeconvoy.random.RandomStream;

/**
 * How the consignments of a stream appear in time, given the curve of its cumulative demand. Immutable, shared by all
 * replications; implement it for a pattern of your own.
 */
public interface ArrivalPattern {

    /**
     * The arrivals of one replication.
     *
     * @param demand the stream's cumulative demand in truckloads
     * @param random the stream's own random numbers; a deterministic pattern leaves them alone
     * @return new ones for each call
     */
    Arrivals start(DemandCurve demand, RandomStream random);

    /** The arrivals of one stream in one replication, in order. */
    interface Arrivals {

        /**
         * Time of the next consignment in nanoseconds since the start of the run, never before the previous one; {@code Long.MAX_VALUE}
         * when there is none.
         *
         * @return the instant
         */
        long next();
    }
}
