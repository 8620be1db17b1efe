package org.bridgeconvoy.bridge.run.context;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.engine.Event;
import org.jspecify.annotations.Nullable;

/**
 * A truck or a vehicle that crosses the bridge. The object is also the one event that it can have pending, the end of its present activity,
 * and its own link in its present queue: so a trip or a crossing allocates nothing.
 */
public abstract class RoadUser implements Event {

    /** Its breakdown on the bridge, present or ahead; null if there is none, or once it has driven on. */
    public @Nullable Breakdown breakdown;

    /** The next behind it in its queue. */
    @Nullable
    RoadUser next;

    /** Handle of its last scheduled event; without effect once the event has fired. */
    public long handle;

    /** When it joined its present queue, or became idle. */
    public long joinedAt;

    /** Its gross mass on the bridge at its entry. */
    public long grossMilligrams;

    /** When it leaves the bridge, or when its service ends; while a service is paused, the remaining time. */
    public long dueNanos;

    /** Duration of the activity it waits for: a service, or a crossing in free flow; -1 until drawn. */
    public long nextNanos = -1;

    /**
     * Value drawn on joining its present queue: before the bridge the speed of its crossing in m/s, before a station that serves by rank
     * its rank. One field holds both, so that the fields of all trucks together fit the processor's first-level cache.
     */
    public double joinedWith;

    /** Number of the convoy it was released with; 0 for none. */
    public int convoy;

    /** The priority of its event among those of an instant. */
    public abstract int endPriority();

    /** Its number among those of its kind, from 1. */
    public abstract int number();

    /** Its present gross mass on the bridge in a direction, in milligrams. */
    public abstract long grossMass(Direction direction);

    /** Its own headway behind the one before it, in nanoseconds, given the bridge's headway. */
    public abstract long headwayNanos(long ofBridge);
}
