package org.bridgeconvoy.calendar;

/**
 * Reads {@link Openings} along a clock that never goes back, in amortized constant time per call. Each run and reader needs its own cursor;
 * not thread-safe.
 */
public final class OpeningsCursor {

    private final Openings openings;

    /** Index of the opening that holds the last time asked about, or of the next one. */
    private int index = -1;

    // Beginning and end of that opening; both MAX_VALUE after the last opening.
    private long start;
    private long end;

    /**
     * A cursor at the beginning of time.
     *
     * @param openings the openings to read
     */
    public OpeningsCursor(Openings openings) {
        this.openings = openings;
        advance();
    }

    /**
     * The openings it reads.
     *
     * @return as given
     */
    public Openings openings() {
        return openings;
    }

    /**
     * Whether {@code time} lies in an opening.
     *
     * @param time not before the time of any earlier call
     * @return whether an opening holds it
     */
    public boolean isOpen(long time) {
        seek(time);
        return start <= time && time < end;
    }

    /**
     * The next instant after {@code time} at which it opens or shuts; {@code Long.MAX_VALUE} if never.
     *
     * @param time not before the time of any earlier call
     * @return after {@code time}
     */
    public long nextChange(long time) {
        seek(time);
        return start <= time ? end : start;
    }

    /**
     * The first instant of the opening that holds {@code time}, or of the next one; MAX_VALUE if there is none.
     *
     * @param time not before the time of any earlier call
     * @return {@code Long.MIN_VALUE} if the opening never began
     */
    public long opening(long time) {
        seek(time);
        return start;
    }

    /**
     * The end of the opening that holds {@code time}, or of the next one; {@code Long.MAX_VALUE} if there is none.
     *
     * @param time not before the time of any earlier call
     * @return exclusive
     */
    public long closing(long time) {
        seek(time);
        return end;
    }

    private void seek(long time) {
        while (end <= time && index < openings.count()) {
            advance();
        }
    }

    private void advance() {
        index++;
        boolean isPast = index >= openings.count();
        start = isPast ? Long.MAX_VALUE : openings.start(index);
        end = isPast ? Long.MAX_VALUE : openings.end(index);
    }

    @Override
    public String toString() {
        return "cursor at the opening from " + start + " ns to " + end + " ns";
    }
}
