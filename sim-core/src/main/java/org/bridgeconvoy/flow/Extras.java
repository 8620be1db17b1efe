package org.bridgeconvoy.flow;

import org.jspecify.annotations.Nullable;

/** What few journeys need: kept apart, so that the others stay small. */
final class Extras {
    /** Whether the customer, which waits in a queue, takes units from others of lower priority. */
    boolean preempts;

    /** The step of the seize of the units for which the customer waits since another one took them while it worked; 0 if none. */
    int lostBy;

    /** Number of reasons for which a delay of the customer stands still: units taken from it and resources that failed. */
    int stops;

    /** Whether a delay stands still. */
    boolean standsStill;

    /** Length of a delay that stands still, as it was drawn, ns. */
    long length;

    /** What is left of a delay that stands still, ns; negative if it is to be drawn anew. */
    long left;

    /** Who is told of the end of the journey; null if none waits for it. */
    @Nullable
    Parent parent;

    /** The innermost passage that the journey is in; null outside any. */
    @Nullable
    Stay stay;
}
