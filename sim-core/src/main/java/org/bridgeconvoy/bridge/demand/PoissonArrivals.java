package org.bridgeconvoy.bridge.demand;

import org.bridgeconvoy.random.RandomStream;

/**
 * A non-homogeneous Poisson process whose cumulative rate is the stream's cumulative demand: unit-rate exponential steps
 * carried through the inverse of the cumulative rate (Cinlar 1975, Introduction to Stochastic Processes, section 4.7).
 */
public record PoissonArrivals() implements ArrivalPattern {

    @Override
    public Arrivals start(DemandCurve demand, RandomStream random) {
        if (demand.truckloads() == 0) {
            // A cargo that is only listed draws nothing, so that its run can be told from one with random demand.
            return () -> Long.MAX_VALUE;
        }
        return new Arrivals() {
            private final DemandCurve.Reader reader = demand.reader();
            private double reached;

            @Override
            public long next() {
                reached += random.nextExponential();
                return reader.timeOf(reached);
            }
        };
    }
}
