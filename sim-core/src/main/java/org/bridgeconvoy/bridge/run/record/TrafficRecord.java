package org.bridgeconvoy.bridge.run.record;

import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.observe.TimeWeighted;

/** The vehicles of one name in one run: their queue, and their waits and exits in the window. */
public final class TrafficRecord {

    private final Sample waits;
    private final TimeWeighted length = new TimeWeighted();

    /** Number of vehicles in the queue that joined in the window. */
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

    /** A vehicle joins the queue. */
    public void joined(long now) {
        length.add(1, now);
        if (now >= windowBegan) {
            joinedInWindow.add(1, now);
            joins++;
        }
    }

    /** A vehicle that joined at {@code joinedAt} enters the lane at {@code now}, which may be past. */
    public void entered(long joinedAt, long now) {
        length.add(-1, now);
        if (joinedAt >= windowBegan) {
            joinedInWindow.add(-1, now);
        }
        if (now >= windowBegan) {
            waits.record((double) (now - joinedAt));
        }
    }

    /** A vehicle leaves the lane. */
    public void left(long now) {
        if (now >= windowBegan) {
            exits++;
        }
    }

    /** Waits of the vehicles that entered in the window, in nanoseconds. */
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

    /** Number of vehicles that joined in the window. */
    long joins() {
        return joins;
    }

    /**
     * Total wait of the vehicles that joined in the window, in nanoseconds. A vehicle still waiting counts with its wait up to the horizon.
     */
    double waitedNanos(long horizon) {
        return joinedInWindow.area(horizon).doubleValue();
    }
}
