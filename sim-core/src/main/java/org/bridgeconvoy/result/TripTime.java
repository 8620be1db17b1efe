package org.bridgeconvoy.result;

import java.util.Locale;

/**
 * The instants of a trip, in the order of the columns of {@code trips.csv}. Those from {@code ROAD_ORIGIN_OUT_END} on are there only
 * where a world has roads or return loads; in time they lie between the others.
 */
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
    AVAILABLE,
    /** The truck has come from the origin's yard to its customs. */
    ROAD_ORIGIN_OUT_END,
    /** It has come from the destination's customs to its yard. */
    ROAD_DESTINATION_OUT_END,
    /** The consignment of its return load appeared. */
    RETURN_CONSIGNED,
    /** The truck, unloaded, took it. */
    RETURN_ASSIGNED,
    /** Loading at the destination began. */
    RETURN_LOAD_START,
    /** Loading at the destination ended. */
    RETURN_LOAD_END,
    /** Export customs at the destination began. */
    RETURN_EXPORT_START,
    /** Export customs at the destination ended. */
    RETURN_EXPORT_END,
    /** The truck has come from the destination's yard to the bridge, or to export customs with a return load. */
    ROAD_DESTINATION_BACK_END,
    /** Import customs at the origin began. */
    RETURN_IMPORT_START,
    /** Import customs at the origin ended. */
    RETURN_IMPORT_END,
    /** Unloading at the origin began. */
    RETURN_UNLOAD_START,
    /** Unloading at the origin ended; the return load is delivered. */
    RETURN_UNLOAD_END,
    /** The truck has come from the bridge, or from import customs with a return load, to the origin's yard. */
    ROAD_ORIGIN_BACK_END;

    /**
     * Whether a trip has this instant only where the world has roads or return loads.
     *
     * @return true for those behind {@code AVAILABLE}
     */
    public boolean isFurther() {
        return compareTo(AVAILABLE) > 0;
    }

    /**
     * The name of the column: {@code load_start}.
     *
     * @return the name in lower case
     */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
