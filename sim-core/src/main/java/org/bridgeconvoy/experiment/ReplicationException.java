package org.bridgeconvoy.experiment;

/** A replication failed; the cause says why. Of several failures, that of the lowest number. */
public final class ReplicationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int replication;
    private final long seed;

    ReplicationException(int replication, long seed, Throwable cause) {
        super("replication " + replication + " failed (seed " + seed + "): " + reason(cause), cause);
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
    public int replication() {
        return replication;
    }

    /**
     * The seed of the experiment: with it and the number the replication can be run again alone.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }
}
