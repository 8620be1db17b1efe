package org.bridgeconvoy.bridge.station;

import java.util.Locale;

/** The stages of a trip that have a queue before them, in order; {@code TRUCK} is a consignment waiting for a truck. */
public enum Stage {
    /** A consignment waits to be assigned. */
    TRUCK,
    /** Loading at the origin. */
    LOAD,
    /** Export customs at the origin. */
    EXPORT,
    /** Crossing, loaded. */
    OUTBOUND,
    /** Import customs at the destination. */
    IMPORT,
    /** Unloading at the destination. */
    UNLOAD,
    /** Crossing back, empty. */
    RETURN;

    /**
     * The name in files and reports.
     *
     * @return such as {@code load}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
