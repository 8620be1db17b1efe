package org.bridgeconvoy.experiment.calibration;

import org.bridgeconvoy.random.RandomStream;

/** Places in the unit cube, one in each of n equal slices of every dimension (McKay, Beckman and Conover 1979). */
final class LatinHypercube {

    private LatinHypercube() {}

    /** Draws places, a row each. */
    static double[][] sample(int n, int dimensions, RandomStream stream) {
        double[][] places = new double[n][dimensions];
        int[] slices = new int[n];
        for (int d = 0; d < dimensions; d++) {
            for (int i = 0; i < n; i++) {
                int other = stream.nextInt(i + 1);
                slices[i] = slices[other];
                slices[other] = i;
            }
            for (int i = 0; i < n; i++) {
                places[i][d] = (slices[i] + stream.nextDouble()) / n;
            }
        }
        return places;
    }
}
