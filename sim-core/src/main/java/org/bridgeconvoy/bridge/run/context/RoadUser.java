package org.bridgeconvoy.bridge.run.context;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.engine.Event;
import org.jspecify.annotations.Nullable;

/**
 * Who crosses the bridge, a truck or a vehicle, and at the same time the one event that it can have pending: the end of what it is
 * doing. It also is its own link in the queue it stands in, so that a trip or a crossing allocates nothing.
 */
public abstract class RoadUser implements Event {

    /** The breakdown that it has or will have on the bridge; null if none, or if it has driven on. */
    public @Nullable Breakdown breakdown;

    /** The next behind it in its queue. */
    @Nullable
    RoadUser next;

    /** The event scheduled last; inert once that has fired. */
    public long handle;

    /** When it joined its present queue, or became idle. */
    public long joinedAt;

    /** What it weighs on the bridge, as it entered. */
    public long grossMilligrams;

    /** When it leaves the bridge, or its service ends; while a service is paused, what is left of it. */
    public long dueNanos;

    /** What it waits for will take: a service, or a crossing in free flow; -1 as long as that is not drawn. */
    public long nextNanos = -1;

    /**
     * What it joined its present queue with: before the bridge the speed of its crossing in m/s, before a station that serves by rank its
     * rank. One field for both, because the fields of all trucks together should fit the first cache of the processor.
     */
    public double joinedWith;

    /** Number of the convoy it was released with; 0 for none. */
    public int convoy;

    /** The priority of its event among those of an instant. */
    public abstract int endPriority();

    /** Its number among those of its kind, from 1. */
    public abstract int number();

    /** What it weighs now on the bridge in a direction, in milligrams. */
    public abstract long grossMass(Direction direction);

    /** Its own headway behind the one before it, given the bridge's, in nanoseconds. */
    public abstract long headwayNanos(long ofBridge);
}
