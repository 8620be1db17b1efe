package org.bridgeconvoy.experiment.point;

/**
 * Consecutive replications of one point.
 *
 * @param point number of the point, from 0 in the order of the list of points
 * @param first number of the first replication, at least 1
 * @param last number of the last replication, at least {@code first}
 */
public record PointTask(int point, int first, int last) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PointTask {
        if (point < 0) {
            throw new IllegalArgumentException("point must be >= 0, got " + point);
        }
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("1 <= first <= last is needed, got " + first + " to " + last);
        }
    }

    /**
     * How many replications these are.
     *
     * @return at least 1
     */
    public int replications() {
        return last - first + 1;
    }
}
