package org.bridgeconvoy.experiment.point;

import org.bridgeconvoy.experiment.ReplicationException;

/**
 * A replication of a point failed; the cause says why. Of several failures, that of the lowest task and number. The message names the point as {@link
 * PointExperiment#naming} says.
 */
public final class PointException extends ReplicationException {
    private static final long serialVersionUID = 1L;

    private final int point;
    private final String name;

    PointException(int point, String name, int replication, long seed, Throwable cause) {
        super(" of " + name, replication, seed, cause);
        this.point = point;
        this.name = name;
    }

    /**
     * The number of the point.
     *
     * @return 0 or more
     */
    public int point() {
        return point;
    }

    /**
     * What the point is called, such as {@code point 3} or {@code world 4 (fleet.trucks=100)}.
     *
     * @return the name in the message
     */
    public String name() {
        return name;
    }
}
