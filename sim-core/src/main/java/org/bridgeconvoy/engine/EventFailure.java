package org.bridgeconvoy.engine;

import java.math.BigDecimal;

/**
 * Where a run was when one of its events threw. The engine lets the original exception through, so that its type stays what the
 * event threw, and attaches one of these to it as a suppressed exception.
 */
public final class EventFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long timeNanos;

    EventFailure(long timeNanos, Event event) {
        // No stack trace of its own: the exception it is attached to has one.
        super("event " + event + " failed at " + at(timeNanos), null, false, false);
        this.timeNanos = timeNanos;
    }

    /**
     * A time of the clock as messages tell it, exact: {@code t=2.5 s}.
     *
     * @param nanos any time
     * @return seconds with up to nine decimals
     */
    public static String at(long nanos) {
        return "t=" + BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }

    /** An event in a message: its own words if it has any, else its class without the number of the object. */
    static String nameOf(Event event) {
        String words = event.toString();
        String type = event.getClass().getName();
        if (!words.startsWith(type + "@")) {
            return words;
        }
        int lambda = type.indexOf("$$Lambda");
        return lambda < 0 ? "an event of class " + type : "a lambda in class " + type.substring(0, lambda);
    }

    /**
     * The simulated time at which the event fired, in nanoseconds.
     *
     * @return the time, at least 0
     */
    public long timeNanos() {
        return timeNanos;
    }
}
