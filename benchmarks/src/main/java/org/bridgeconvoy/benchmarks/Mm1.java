package org.bridgeconvoy.benchmarks;

import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** The M/M/1 queue that all engines run: arrivals at 0.9 a second, a mean service of 1 s, and the mean time in the system. */
final class Mm1 {
    /** Customers of one run: two events each. */
    static final int CUSTOMERS = 100_000;

    private static final double ARRIVAL_MEAN_NANOS = 1e9 / 0.9;
    private static final double SERVICE_MEAN_NANOS = 1e9;

    private final RandomStream arrivals;
    private final RandomStream services;

    Mm1(int replication) {
        Streams streams = Streams.of(1, replication);
        arrivals = streams.stream("arrivals");
        services = streams.stream("services");
    }

    long untilArrival() {
        return (long) (ARRIVAL_MEAN_NANOS * arrivals.nextExponential());
    }

    long service() {
        return (long) (SERVICE_MEAN_NANOS * services.nextExponential());
    }

    /** The wrong answer is no result: theory says 10 s; the mean over a run of 100,000 customers lies well within 5 and 20. */
    static double checked(double meanSecondsInSystem) {
        if (!(meanSecondsInSystem > 5 && meanSecondsInSystem < 20)) {
            throw new IllegalStateException("mean time in system " + meanSecondsInSystem + " s, theory says 10 s");
        }
        return meanSecondsInSystem;
    }
}
