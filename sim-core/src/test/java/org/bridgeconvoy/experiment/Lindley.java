package org.bridgeconvoy.experiment;

import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Waits of an M/M/1 queue by Lindley's recursion: a model whose answer is known. */
final class Lindley {
    private Lindley() {}

    /** Mean wait in the queue in the long run. */
    static double meanWait(double arrivalRate, double serviceRate) {
        return arrivalRate / serviceRate / (serviceRate - arrivalRate);
    }

    /** Waits of the first customers; the first wait is given. */
    static double[] waits(Streams streams, double arrivalRate, double serviceRate, int customers, double first) {
        RandomStream arrivals = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        double[] waits = new double[customers];
        waits[0] = first;
        for (int i = 1; i < customers; i++) {
            double service = services.nextExponential() / serviceRate;
            double gap = arrivals.nextExponential() / arrivalRate;
            waits[i] = Math.max(0, waits[i - 1] + service - gap);
        }
        return waits;
    }

    /** The mean wait of some customers of a queue that starts in its long-run state, so that the mean is known exactly. */
    static double stationaryMean(Streams streams, double arrivalRate, double serviceRate, int customers) {
        RandomStream start = streams.stream("start");
        boolean waits = start.nextDouble() < arrivalRate / serviceRate;
        double first = waits ? start.nextExponential() / (serviceRate - arrivalRate) : 0;
        double sum = 0;
        for (double wait : waits(streams, arrivalRate, serviceRate, customers, first)) {
            sum += wait;
        }
        return sum / customers;
    }
}
