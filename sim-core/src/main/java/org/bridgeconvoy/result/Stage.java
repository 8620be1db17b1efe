package org.bridgeconvoy.result;

import java.util.Locale;

/**
 * The stages of a trip that have a queue before them, in the order of a trip; {@code TRUCK} is a consignment waiting for a truck.
 * The stages of a return load occur only in worlds that have some.
 */
public enum Stage {
    /** A consignment waits to be assigned. */
    TRUCK("for a truck", "a truck"),
    /** Loading at the origin. */
    LOAD("loading"),
    /** Export customs at the origin. */
    EXPORT("export customs"),
    /** Crossing from the origin to the destination. */
    OUTBOUND("bridge, outbound", "the bridge, outbound"),
    /** Import customs at the destination. */
    IMPORT("import customs"),
    /** Unloading at the destination. */
    UNLOAD("unloading"),
    /** Loading a return load at the destination. */
    RETURN_LOAD("loading for return"),
    /** Export customs of a return load at the destination. */
    RETURN_EXPORT("export customs for return"),
    /** Crossing back, empty or with a return load. */
    RETURN("bridge, return", "the bridge, return"),
    /** Import customs of a return load at the origin. */
    RETURN_IMPORT("import customs on return"),
    /** Unloading a return load at the origin. */
    RETURN_UNLOAD("unloading on return");

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String text;
    private final String awaited;

    Stage(String text) {
        this(text, text);
    }

    Stage(String text, String awaited) {
        this.text = text;
        this.awaited = awaited;
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
     * What stands in the queue of this stage, in words.
     *
     * @return {@code consignments} or {@code trucks}
     */
    public String waiting() {
        return this == TRUCK ? "consignments" : "trucks";
    }
}
