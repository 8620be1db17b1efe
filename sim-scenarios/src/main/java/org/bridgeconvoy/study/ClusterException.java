package org.bridgeconvoy.study;

/** A cluster could not run what it was given, though it tried again. */
public final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Stands for a failure that is none of a certain piece. */
    private static final int NONE = -1;

    private final int piece;

    /** A failure of the whole cluster. */
    public ClusterException(String message, Throwable cause) {
        this(NONE, message, cause);
    }

    /**
     * A failure of a piece.
     *
     * @param piece its place in the list of pieces, from 0
     */
    public ClusterException(int piece, String message, Throwable cause) {
        super(message, cause);
        this.piece = piece;
    }

    /** Whether a certain piece failed. */
    public boolean isOfPiece() {
        return piece != NONE;
    }

    /** The place of the piece that failed. */
    public int piece() {
        return piece;
    }
}
