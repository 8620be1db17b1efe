package org.bridgeconvoy.bridge;

import java.util.Random;

/**
 * A simulation of one lane under actuated signals that uses nothing of the library: vehicles of one speed, Poisson arrivals on both sides,
 * the next entry or turn one after the other. Times in seconds.
 */
final class ActuatedByHand {

    private ActuatedByHand() {}

    /** The mean wait of all that arrive before the end; who waits at the end has waited until then. */
    static double meanWait(
            Random random,
            double rate,
            double end,
            double crossing,
            double headway,
            double clearance,
            double least,
            double most) {
        double[][] arrivals = {arrivals(random, rate, end), arrivals(random, rate, end)};
        int[] next = {0, 0};
        double[] lastEntry = {-1e9, -1e9};
        int side = 0;
        double green = 0;
        double now = 0;
        double waited = 0;
        while (true) {
            double mine = arrivals[side][next[side]];
            double others = arrivals[1 - side][next[1 - side]];
            double entry = Math.max(Math.max(mine, green), lastEntry[side] + headway);
            // The queue is empty from now until the next arrival.
            double turnEmpty = Math.max(Math.max(now, others), green + least);
            double turn = Math.max(Math.max(green, others) + most, green + least);
            if (turnEmpty < mine) {
                turn = Math.min(turn, turnEmpty);
            }
            if (Math.min(turn, entry) >= end) {
                break;
            }
            if (turn <= entry) {
                now = turn;
                double emptied = Math.max(lastEntry[0], lastEntry[1]) + crossing;
                green = Math.max(now, emptied + clearance);
                side = 1 - side;
                // Who came in the meantime is in the queue.
                now = green;
            } else {
                waited += entry - mine;
                now = entry;
                lastEntry[side] = entry;
                next[side]++;
            }
        }
        int count = 0;
        for (int s = 0; s < 2; s++) {
            count += arrivals[s].length - 1;
            for (int i = next[s]; i < arrivals[s].length - 1; i++) {
                waited += end - arrivals[s][i];
            }
        }
        return waited / count;
    }

    /** Arrivals before the end, and one that never comes. */
    private static double[] arrivals(Random random, double rate, double end) {
        double[] times = new double[(int) (3 * rate * end) + 100];
        int count = 0;
        for (double time = 0; ; ) {
            time -= Math.log(1 - random.nextDouble()) / rate;
            if (time >= end) {
                times[count++] = Double.MAX_VALUE / 4;
                return java.util.Arrays.copyOf(times, count);
            }
            times[count++] = time;
        }
    }
}
