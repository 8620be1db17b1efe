package org.bridgeconvoy.experiment;

/** A replication failed; the cause says why. Of several failures, that of the lowest number. */
public class ReplicationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int replication;
    private final long seed;

    ReplicationException(int replication, long seed, Throwable cause) {
        this("", replication, seed, cause);
    }

    /**
     * A failure of one of several models.
     *
     * @param which model it is, as {@code " of point 3"}
     * @param replication number of the replication, 1 or more
     * @param seed seed of the experiment
     * @param cause why it failed
     */
    protected ReplicationException(String which, int replication, long seed, Throwable cause) {
        super("replication " + replication + which + " failed (seed " + seed + "): " + reason(cause), cause);
        this.replication = replication;
        this.seed = seed;
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /**
     * The number of the replication that failed.
     *
     * @return 1 or more
     */
    public final int replication() {
        return replication;
    }

    /**
     * The seed of the experiment: with it and the number the replication can be run again alone.
     *
     * @return the seed
     */
    public final long seed() {
        return seed;
    }
}
