package org.bridgeconvoy.result;

import java.util.Locale;

/** The instants of a trip, in the order of the columns of {@code trips.csv}. */
public enum TripTime {
    /** The consignment appeared. */
    CONSIGNED,
    /** A truck took it; the trip begins. */
    ASSIGNED,
    /** Loading began. */
    LOAD_START,
    /** Loading ended. */
    LOAD_END,
    /** Export customs began. */
    EXPORT_START,
    /** Export customs ended. */
    EXPORT_END,
    /** The truck joined the outbound bridge queue, released by its convoy. */
    OUTBOUND_QUEUED,
    /** It entered the bridge. */
    OUTBOUND_ENTER,
    /** It left the bridge. */
    OUTBOUND_EXIT,
    /** Import customs began. */
    IMPORT_START,
    /** Import customs ended. */
    IMPORT_END,
    /** Unloading began. */
    UNLOAD_START,
    /** Unloading ended; the load is delivered. */
    UNLOAD_END,
    /** The truck joined the return bridge queue, released by its convoy. */
    RETURN_QUEUED,
    /** It entered the bridge. */
    RETURN_ENTER,
    /** It left the bridge. */
    RETURN_EXIT,
    /** It has rested and is idle at the origin; the trip ends. */
    AVAILABLE;

    /**
     * The name of the column: {@code load_start}.
     *
     * @return the name in lower case
     */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
