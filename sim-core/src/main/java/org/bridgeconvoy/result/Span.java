package org.bridgeconvoy.result;

/** What a number that was observed at the real bridge is of. */
public enum Span {
    /** A day: a column of {@code daily.csv}. */
    DAY("day", 86_400_000_000_000L),
    /** An hour: trucks that left the bridge in it. */
    HOUR("hour", 3_600_000_000_000L),
    /** An instant, to the second: a queue or a wait. */
    INSTANT("instant", 1_000_000_000L);

    private final String label;
    private final long nanos;

    Span(String label, long nanos) {
        this.label = label;
        this.nanos = nanos;
    }

    /**
     * Name in files.
     *
     * @return {@code day}, {@code hour} or {@code instant}
     */
    public String label() {
        return label;
    }

    /**
     * Length of what is numbered since the start of a run.
     *
     * @return nanoseconds of a day, an hour or a second
     */
    public long nanos() {
        return nanos;
    }

    /**
     * What a name in files stands for.
     *
     * @param label as {@link #label} gives it
     * @return the span
     * @throws IllegalArgumentException if it is none of them
     */
    public static Span find(String label) {
        for (Span span : values()) {
            if (span.label.equals(label)) {
                return span;
            }
        }
        throw new IllegalArgumentException("day, hour or instant is needed, got " + label);
    }
}
