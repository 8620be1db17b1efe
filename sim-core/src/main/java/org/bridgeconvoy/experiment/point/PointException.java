package org.bridgeconvoy.experiment.point;

import org.bridgeconvoy.experiment.ReplicationException;

/** A replication of a point failed; the cause says why. Of several failures, that of the lowest task and number. */
public final class PointException extends ReplicationException {
    private static final long serialVersionUID = 1L;

    private final int point;

    PointException(int point, int replication, long seed, Throwable cause) {
        super(" of point " + point, replication, seed, cause);
        this.point = point;
    }

    /**
     * The number of the point.
     *
     * @return 0 or more
     */
    public int point() {
        return point;
    }
}
