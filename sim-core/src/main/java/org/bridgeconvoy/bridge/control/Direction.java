package org.bridgeconvoy.bridge.control;

/** The two directions of the bridge. */
public enum Direction {
    /** From the origin to the destination, loaded. */
    OUTBOUND("outbound"),
    /** From the destination back to the origin, empty. */
    RETURN("return");

    private final String label;

    Direction(String label) {
        this.label = label;
    }

    /**
     * The other direction.
     *
     * @return never the same
     */
    public Direction opposite() {
        return this == OUTBOUND ? RETURN : OUTBOUND;
    }

    /**
     * The name in files and reports: {@code outbound} or {@code return}.
     *
     * @return in lower case
     */
    public String label() {
        return label;
    }
}
