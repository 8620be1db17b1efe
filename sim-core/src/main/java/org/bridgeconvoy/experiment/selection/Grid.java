package org.bridgeconvoy.experiment.selection;

import java.util.Arrays;

/**
 * Numbers of the points of a grid: every combination of values, the last dimension varies fastest.
 *
 * @param sizes how many values each dimension has, at least 1 each; at least one dimension, at most 2<sup>31</sup> − 1 points
 */
public record Grid(int... sizes) {

    /**
     * Checks and copies the sizes.
     *
     * @throws IllegalArgumentException if one is below 1, there are none or there are too many points
     */
    public Grid {
        sizes = sizes.clone();
        long points = sizes.length == 0 ? 0 : 1;
        for (int size : sizes) {
            points = size < 1 ? 0 : Math.min(points * size, Integer.MAX_VALUE + 1L);
        }
        if (points < 1 || points > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a grid needs 1 to " + Integer.MAX_VALUE + " points, got sizes " + Arrays.toString(sizes));
        }
    }

    /**
     * How many levels each variable has.
     *
     * @return a copy
     */
    @Override
    public int[] sizes() {
        return sizes.clone();
    }

    /**
     * How many points there are.
     *
     * @return at least 1
     */
    public int points() {
        int points = 1;
        for (int size : sizes) {
            points *= size;
        }
        return points;
    }

    /**
     * Which value a point has in each dimension.
     *
     * @param point its number, from 0
     * @return for each dimension a number from 0
     * @throws IllegalArgumentException if there is no such point
     */
    public int[] at(int point) {
        if (point < 0 || point >= points()) {
            throw new IllegalArgumentException("point must be from 0 to " + (points() - 1) + ", got " + point);
        }
        int[] at = new int[sizes.length];
        int left = point;
        for (int d = sizes.length - 1; d >= 0; d--) {
            at[d] = left % sizes[d];
            left /= sizes[d];
        }
        return at;
    }

    /**
     * The number of a point.
     *
     * @param at for each dimension the number of its value
     * @return the point, or −1 if it lies outside the grid
     */
    public int point(int... at) {
        int point = 0;
        for (int d = 0; d < sizes.length; d++) {
            if (at[d] < 0 || at[d] >= sizes[d]) {
                return -1;
            }
            point = point * sizes[d] + at[d];
        }
        return point;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && Arrays.equals(sizes, grid.sizes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sizes);
    }

    @Override
    public String toString() {
        return "Grid" + Arrays.toString(sizes);
    }
}
