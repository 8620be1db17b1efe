package org.bridgeconvoy.random;

/**
 * Points that fill a unit cube evenly in every coordinate: of n points one lies in each of n equal slices of each coordinate (McKay, Beckman
 * and Conover 1979). {@link Distribution#quantile} turns a coordinate into a value. The mean of a function over the points varies less than
 * over independent points, the more the nearer the function is to a sum of functions of single coordinates; the points of one design depend
 * on each other, so an interval takes the means of several designs, drawn one after the other, as its observations.
 */
public final class LatinHypercube {

    private LatinHypercube() {}

    /**
     * A design.
     *
     * @param points how many, at least 1
     * @param coordinates of each, at least 1
     * @param stream where the randomness comes from
     * @return the points, in random order; each coordinate above 0 and below 1
     * @throws IllegalArgumentException if a number is below 1
     */
    public static double[][] draw(int points, int coordinates, RandomStream stream) {
        if (points < 1 || coordinates < 1) {
            throw new IllegalArgumentException(
                    "a Latin hypercube needs points >= 1 and coordinates >= 1, got " + points + " and " + coordinates);
        }
        double[][] design = new double[points][coordinates];
        for (int c = 0; c < coordinates; c++) {
            int[] slices = new int[points];
            for (int i = 0; i < points; i++) {
                // Fisher and Yates, inside out.
                int j = stream.nextInt(i + 1);
                slices[i] = slices[j];
                slices[j] = i;
            }
            for (int i = 0; i < points; i++) {
                design[i][c] = Math.min((slices[i] + stream.nextDouble()) / points, Math.nextDown(1.0));
            }
        }
        return design;
    }
}
