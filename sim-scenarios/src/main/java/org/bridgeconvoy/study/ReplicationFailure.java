package org.bridgeconvoy.study;

/** A replication failed: an error of the program or of a modeler's own code, not of the scenario file. */
public final class ReplicationFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long seed;
    private final int replication;

    /** Names the replication and keeps what went wrong. */
    public ReplicationFailure(long seed, int replication, Throwable cause) {
        super("replication " + replication + " failed" + where(cause) + ": " + describe(cause), cause);
        this.seed = seed;
        this.replication = replication;
    }

    /** The same failure with a hint at the end of its message. */
    public ReplicationFailure(ReplicationFailure failure, String hint) {
        super(failure.getMessage() + " (" + hint + ")", failure.getCause());
        this.seed = failure.seed;
        this.replication = failure.replication;
    }

    private static String where(Throwable cause) {
        for (Throwable suppressed : cause.getSuppressed()) {
            if (suppressed.getMessage() != null) {
                return " (" + suppressed.getMessage() + ")";
            }
        }
        return "";
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** The seed with which it can be run again. */
    public long seed() {
        return seed;
    }

    /** The number of the replication, from 1. */
    public int replication() {
        return replication;
    }
}
