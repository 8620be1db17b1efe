package org.bridgeconvoy.engine;

/**
 * Where a run was when one of its events threw. The engine lets the original exception through, so that its type stays what the
 * event threw, and attaches one of these to it as a suppressed exception.
 */
public final class EventFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long timeNanos;

    EventFailure(long timeNanos, Event event) {
        // No stack trace of its own: the exception it is attached to has one.
        super("event " + event + " failed at t=" + timeNanos + " ns", null, false, false);
        this.timeNanos = timeNanos;
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
