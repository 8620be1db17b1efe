package org.bridgeconvoy.coverage;

import java.util.Arrays;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Truckloads that wait from day to day, as a Markov chain: each day a Poisson number appears, then at most a random number is carried. Exact up to the
 * cut at {@link #MOST}.
 */
final class Backlog {

    private static final int MOST = 600;
    private static final int MOST_PER_DAY = 80;

    private final double[] arrivals;
    private final double[] capacity;
    private double[] waiting = new double[MOST];
    private double[] carried = new double[MOST_PER_DAY];

    /**
     * A chain before its first day.
     *
     * @param initial truckloads at the start
     * @param perDay mean of those that appear a day
     * @param capacity probability that at most 0, 1, 2, … can be carried on a day; at most {@value #MOST_PER_DAY} entries
     */
    Backlog(int initial, double perDay, double[] capacity) {
        this.arrivals = poisson(0, perDay);
        this.capacity = capacity.clone();
        waiting[initial] = 1;
    }

    /** Probabilities of a fixed number. */
    static double[] fixed(int number) {
        double[] p = new double[MOST_PER_DAY];
        p[number] = 1;
        return p;
    }

    /** Probabilities of a number plus a Poisson number. */
    static double[] poisson(int number, double mean) {
        double[] p = new double[MOST_PER_DAY];
        PoissonDistribution poisson = new PoissonDistribution(mean);
        for (int k = number; k < MOST_PER_DAY; k++) {
            p[k] = poisson.probability(k - number);
        }
        return p;
    }

    /** Chance of a Poisson number of at least {@code k}. */
    static double atLeast(int k, double mean) {
        return 1 - new PoissonDistribution(mean).cumulativeProbability(k - 1);
    }

    private void day() {
        double[] present = new double[MOST];
        for (int b = 0; b < MOST; b++) {
            for (int a = 0; a < MOST_PER_DAY && b + a < MOST; a++) {
                present[b + a] += waiting[b] * arrivals[a];
            }
        }
        waiting = new double[MOST];
        carried = new double[MOST_PER_DAY];
        for (int q = 0; q < MOST; q++) {
            for (int c = 0; c < MOST_PER_DAY; c++) {
                double p = present[q] * capacity[c];
                waiting[Math.max(0, q - c)] += p;
                carried[Math.min(q, c)] += p;
            }
        }
    }

    /**
     * What is expected of days {@code from} (included) to {@code to}.
     *
     * @param goal a day meets it with at least as many carried
     */
    Expected days(int from, int to, int goal) {
        double sum = 0;
        double met = 0;
        for (int d = 0; d < to; d++) {
            day();
            if (d >= from) {
                for (int k = 0; k < MOST_PER_DAY; k++) {
                    sum += k * carried[k];
                }
                met += Arrays.stream(carried, goal, MOST_PER_DAY).sum();
            }
        }
        double rest = 0;
        for (int b = 0; b < MOST; b++) {
            rest += b * waiting[b];
        }
        return new Expected(sum / (to - from), rest, met / (to - from));
    }

    /**
     * Expectations.
     *
     * @param carried truckloads a day
     * @param waiting truckloads after the last day
     * @param met share of days that meet the goal
     */
    record Expected(double carried, double waiting, double met) {}
}
