package org.bridgeconvoy.result;

import java.util.Locale;

/**
 * The stages of a trip that have a queue before them, in the order of a trip; {@code TRUCK} is a consignment waiting for a truck.
 * The stages of a return load occur only in worlds that have some.
 */
public enum Stage {
    /** A consignment waits to be assigned. */
    TRUCK("for a truck", "a truck", ""),
    /** Loading at the origin. */
    LOAD("loading", "origin.loading"),
    /** Export customs at the origin. */
    EXPORT("export customs", "origin.customs"),
    /** Crossing from the origin to the destination. */
    OUTBOUND("bridge, outbound", "the bridge, outbound", ""),
    /** Import customs at the destination. */
    IMPORT("import customs", "destination.customs"),
    /** Unloading at the destination. */
    UNLOAD("unloading", "destination.unloading"),
    /** Loading a return load at the destination. */
    RETURN_LOAD("loading, return", "destination.loading"),
    /** Export customs of a return load at the destination. */
    RETURN_EXPORT("export customs, return", "destination.export"),
    /** Crossing back, empty or with a return load. */
    RETURN("bridge, return", "the bridge, return", ""),
    /** Import customs of a return load at the origin. */
    RETURN_IMPORT("import customs, return", "origin.import"),
    /** Unloading a return load at the origin. */
    RETURN_UNLOAD("unloading, return", "origin.unloading");

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String text;
    private final String awaited;
    private final String key;

    Stage(String text, String key) {
        this(text, text, key);
    }

    Stage(String text, String awaited, String key) {
        this.text = text;
        this.awaited = awaited;
        this.key = key;
    }

    /**
     * The name in files and reports.
     *
     * @return such as {@code load} and {@code return-load}
     */
    public String label() {
        return label;
    }

    /**
     * The stage for people, as the name of a row.
     *
     * @return such as {@code export customs}
     */
    public String text() {
        return text;
    }

    /**
     * What a truck or consignment in the queue of this stage waits for, in words.
     *
     * @return such as {@code a truck}, {@code export customs}, {@code the bridge, outbound}
     */
    public String awaited() {
        return awaited;
    }

    /**
     * Whether it is one of the two crossings of the bridge.
     *
     * @return true for {@code OUTBOUND} and {@code RETURN}
     */
    public boolean isCrossing() {
        return this == OUTBOUND || this == RETURN;
    }

    /**
     * Whether trucks are served in it at a station, with servers and hours.
     *
     * @return true for all but {@code TRUCK} and the crossings
     */
    public boolean isStation() {
        return this != TRUCK && !isCrossing();
    }

    /**
     * Whether trucks are served in it with a return load only.
     *
     * @return true for the four stations of a return load
     */
    public boolean isOfReturnLoad() {
        return isStation() && compareTo(UNLOAD) > 0;
    }

    /**
     * Whether its station stands at the origin.
     *
     * @return false for a station of the destination, and for a stage that is no station
     */
    public boolean isAtOrigin() {
        return key.startsWith("origin.");
    }

    /**
     * The station's key in scenario files.
     *
     * @return such as {@code origin.loading}; empty if the stage is no station
     */
    public String key() {
        return key;
    }

    /**
     * What stands in the queue of this stage, in words.
     *
     * @return {@code consignments} or {@code trucks}
     */
    public String waiting() {
        return this == TRUCK ? "consignments" : "trucks";
    }
}
