package org.bridgeconvoy.bridge.run.record;

import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.observe.TimeWeighted;

/** The vehicles of one name in one run: their queue, and in the window their waits and exits. */
public final class TrafficRecord {

    private final Sample waits;
    private final TimeWeighted length = new TimeWeighted();

    /** Those in the queue that joined in the window. */
    private final TimeWeighted joinedInWindow = new TimeWeighted();

    private long joins;
    private long exits;
    private long windowBegan = Long.MAX_VALUE;

    /** An empty queue, whose waits in nanoseconds go to a sample. */
    TrafficRecord(Sample waits) {
        this.waits = waits;
    }

    void windowBegins(long now) {
        windowBegan = now;
        length.reset(now);
        joinedInWindow.reset(now);
    }

    /** One joins the queue. */
    public void joined(long now) {
        length.add(1, now);
        if (now >= windowBegan) {
            joinedInWindow.add(1, now);
            joins++;
        }
    }

    /** One that joined at an instant enters the lane, perhaps at a time that is past. */
    public void entered(long joinedAt, long now) {
        length.add(-1, now);
        if (joinedAt >= windowBegan) {
            joinedInWindow.add(-1, now);
        }
        if (now >= windowBegan) {
            waits.record((double) (now - joinedAt));
        }
    }

    /** One leaves the lane. */
    public void left(long now) {
        if (now >= windowBegan) {
            exits++;
        }
    }

    /** The waits of those that entered in the window, in nanoseconds. */
    Sample waits() {
        return waits;
    }

    int waiting() {
        return length.value();
    }

    int longestQueue(long horizon) {
        return length.max(horizon);
    }

    long exits() {
        return exits;
    }

    /** How many joined in the window. */
    long joins() {
        return joins;
    }

    /** What those that joined in the window have waited, in nanoseconds; who still waits has waited until the horizon. */
    double waitedNanos(long horizon) {
        return joinedInWindow.area(horizon).doubleValue();
    }
}
