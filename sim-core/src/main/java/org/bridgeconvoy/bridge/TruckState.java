package org.bridgeconvoy.bridge;

import java.util.Locale;

/** The states of a truck; at every instant each truck is in exactly one. */
public enum TruckState {
    /** No consignment. */
    IDLE,
    /** Being loaded. */
    LOAD,
    /** Waiting for loading, or interrupted in it, while the station is shut. */
    LOAD_CLOSED,
    /** Waiting for loading while the station is open and all servers are busy. */
    LOAD_BUSY,
    /** In export customs. */
    EXPORT,
    /** Waiting at export customs that are shut. */
    EXPORT_CLOSED,
    /** Waiting at export customs that are busy. */
    EXPORT_BUSY,
    /** Crossing, loaded. */
    OUTBOUND,
    /** Waiting for the release of the outbound convoy. */
    OUTBOUND_CONVOY,
    /** In the outbound bridge queue, whose first is held by a closure. */
    OUTBOUND_CLOSURE,
    /** Likewise, held by a truck that has broken down. */
    OUTBOUND_BREAKDOWN,
    /** Likewise, the lane is not given to this direction. */
    OUTBOUND_CONTROL,
    /** Likewise, opposing trucks are on the lane or the clearance has not passed. */
    OUTBOUND_CLEARING,
    /** Likewise, the headway has not passed. */
    OUTBOUND_HEADWAY,
    /** Likewise, too many trucks or too much mass on the lane. */
    OUTBOUND_LIMIT,
    /** In import customs. */
    IMPORT,
    /** Waiting at import customs that are shut. */
    IMPORT_CLOSED,
    /** Waiting at import customs that are busy. */
    IMPORT_BUSY,
    /** Being unloaded. */
    UNLOAD,
    /** Waiting for unloading, or interrupted in it, while the station is shut. */
    UNLOAD_CLOSED,
    /** Waiting for unloading while the station is open and all servers are busy. */
    UNLOAD_BUSY,
    /** Crossing back, empty. */
    RETURN,
    /** Waiting for the release of the return convoy. */
    RETURN_CONVOY,
    /** In the return bridge queue, whose first is held by a closure. */
    RETURN_CLOSURE,
    /** Likewise, held by a truck that has broken down. */
    RETURN_BREAKDOWN,
    /** Likewise, the lane is not given to this direction. */
    RETURN_CONTROL,
    /** Likewise, opposing trucks are on the lane or the clearance has not passed. */
    RETURN_CLEARING,
    /** Likewise, the headway has not passed. */
    RETURN_HEADWAY,
    /** Likewise, too many trucks or too much mass on the lane. */
    RETURN_LIMIT,
    /** Resting at the origin after the return. */
    REST,
    /** In a stage of the modeler's own, waiting or served. */
    OWN;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '.');

    /**
     * The name in files and reports.
     *
     * @return such as {@code outbound.control}
     */
    public String label() {
        return label;
    }
}
