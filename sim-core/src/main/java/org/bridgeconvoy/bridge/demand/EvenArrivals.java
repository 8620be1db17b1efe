package org.bridgeconvoy.bridge.demand;

import org.bridgeconvoy.random.RandomStream;

/** Consignment k appears when the cumulative demand reaches k. */
public record EvenArrivals() implements ArrivalPattern {

    @Override
    public Arrivals start(DemandCurve demand, RandomStream random) {
        return new Arrivals() {
            private final DemandCurve.Reader reader = demand.reader();
            private long consignment;

            @Override
            public long next() {
                return reader.timeOf(++consignment);
            }
        };
    }
}
