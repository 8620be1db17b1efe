package org.bridgeconvoy.bridge;

import java.util.Random;
import java.util.stream.DoubleStream;

/**
 * A simulation of one lane under a fixed cycle of greens that uses nothing of the library: vehicles of one speed, Poisson arrivals on both
 * sides, one green after the other. Times in seconds.
 *
 * @param crossing time on the lane
 * @param headway least time between entries of one side
 * @param clearance time after the last exit of the other side
 * @param greens of the side that begins and of the other
 * @param red after each green
 */
record AlternateByHand(double crossing, double headway, double clearance, double[] greens, double red) {

    /** The mean wait of all that arrive before the end; who waits at the end has waited until then. */
    double meanWait(Random random, double rate, double end) {
        double[][] arrivals = {arrivals(random, rate, end), arrivals(random, rate, end)};
        int[] next = {0, 0};
        double[] lastEntry = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double waited = 0;
        double begin = 0;
        for (int side = 0; begin < end; side = 1 - side) {
            double over = Math.min(begin + greens[side], end);
            double free = Math.max(begin, lastEntry[1 - side] + crossing + clearance);
            while (next[side] < arrivals[side].length) {
                double arrival = arrivals[side][next[side]];
                double entry = Math.max(Math.max(arrival, free), lastEntry[side] + headway);
                if (entry >= over) {
                    break;
                }
                waited += entry - arrival;
                lastEntry[side] = entry;
                next[side]++;
            }
            begin += greens[side] + red;
        }
        for (int side = 0; side < 2; side++) {
            for (int i = next[side]; i < arrivals[side].length; i++) {
                waited += end - arrivals[side][i];
            }
        }
        return waited / (arrivals[0].length + arrivals[1].length);
    }

    private static double[] arrivals(Random random, double rate, double end) {
        DoubleStream.Builder times = DoubleStream.builder();
        double time = -Math.log(1 - random.nextDouble()) / rate;
        while (time < end) {
            times.add(time);
            time -= Math.log(1 - random.nextDouble()) / rate;
        }
        return times.build().toArray();
    }
}
