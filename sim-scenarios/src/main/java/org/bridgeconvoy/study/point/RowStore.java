package org.bridgeconvoy.study.point;

import java.util.Optional;

/** Keeps the numbers of finished replications of points, so that an interrupted command goes on where it stopped. */
public interface RowStore {

    /** Keeps nothing. */
    RowStore NONE = new RowStore() {
        @Override
        public Optional<double[]> take(int point, int replication) {
            return Optional.empty();
        }

        @Override
        public void save(int point, int replication, double[] row) {
            // Nothing is kept.
        }
    };

    /**
     * The numbers of a replication that an earlier command has finished, given once: what was taken need not be kept in memory.
     *
     * @param point its number, from 0
     * @return empty if they are not stored
     */
    Optional<double[]> take(int point, int replication);

    /** Saves the numbers of a replication; they are read back the same to the bit. */
    void save(int point, int replication, double[] row);
}
