package org.bridgeconvoy.result;

import java.util.List;
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

    private static final List<TripTime> IN_TIME = List.of(
            CONSIGNED,
            ASSIGNED,
            LOAD_START,
            LOAD_END,
            ROAD_ORIGIN_OUT_END,
            EXPORT_START,
            EXPORT_END,
            OUTBOUND_QUEUED,
            OUTBOUND_ENTER,
            OUTBOUND_EXIT,
            IMPORT_START,
            IMPORT_END,
            ROAD_DESTINATION_OUT_END,
            UNLOAD_START,
            UNLOAD_END,
            RETURN_ASSIGNED,
            RETURN_LOAD_START,
            RETURN_LOAD_END,
            ROAD_DESTINATION_BACK_END,
            RETURN_EXPORT_START,
            RETURN_EXPORT_END,
            RETURN_QUEUED,
            RETURN_ENTER,
            RETURN_EXIT,
            RETURN_IMPORT_START,
            RETURN_IMPORT_END,
            ROAD_ORIGIN_BACK_END,
            RETURN_UNLOAD_START,
            RETURN_UNLOAD_END,
            AVAILABLE);

    /**
     * When a truck, or its load, joins the queue before a stage.
     *
     * @param stage any
     * @param further whether the trip has the further instants, so that it joins where the road before the stage ends
     * @return the instant
     */
    public static TripTime joins(Stage stage, boolean further) {
        return switch (stage) {
            case TRUCK -> CONSIGNED;
            case LOAD -> ASSIGNED;
            case EXPORT -> further ? ROAD_ORIGIN_OUT_END : LOAD_END;
            case OUTBOUND -> OUTBOUND_QUEUED;
            case IMPORT -> OUTBOUND_EXIT;
            case UNLOAD -> further ? ROAD_DESTINATION_OUT_END : IMPORT_END;
            case RETURN_LOAD -> RETURN_ASSIGNED;
            case RETURN_EXPORT -> ROAD_DESTINATION_BACK_END;
            case RETURN -> RETURN_QUEUED;
            case RETURN_IMPORT -> RETURN_EXIT;
            case RETURN_UNLOAD -> ROAD_ORIGIN_BACK_END;
        };
    }

    /**
     * When a stage begins: assignment, service or entering the bridge.
     *
     * @param stage any
     * @return the instant
     */
    public static TripTime begins(Stage stage) {
        return switch (stage) {
            case TRUCK -> ASSIGNED;
            case LOAD -> LOAD_START;
            case EXPORT -> EXPORT_START;
            case OUTBOUND -> OUTBOUND_ENTER;
            case IMPORT -> IMPORT_START;
            case UNLOAD -> UNLOAD_START;
            case RETURN_LOAD -> RETURN_LOAD_START;
            case RETURN_EXPORT -> RETURN_EXPORT_START;
            case RETURN -> RETURN_ENTER;
            case RETURN_IMPORT -> RETURN_IMPORT_START;
            case RETURN_UNLOAD -> RETURN_UNLOAD_START;
        };
    }

    /**
     * When a stage ends: the service of a station, or the crossing.
     *
     * @param stage any but {@code TRUCK}, whose end is {@link #ASSIGNED}
     * @return the instant
     * @throws IllegalArgumentException for {@code TRUCK}
     */
    public static TripTime ends(Stage stage) {
        return switch (stage) {
            case TRUCK -> throw new IllegalArgumentException("no truck is in the stage " + stage);
            case LOAD -> LOAD_END;
            case EXPORT -> EXPORT_END;
            case OUTBOUND -> OUTBOUND_EXIT;
            case IMPORT -> IMPORT_END;
            case UNLOAD -> UNLOAD_END;
            case RETURN_LOAD -> RETURN_LOAD_END;
            case RETURN_EXPORT -> RETURN_EXPORT_END;
            case RETURN -> RETURN_EXIT;
            case RETURN_IMPORT -> RETURN_IMPORT_END;
            case RETURN_UNLOAD -> RETURN_UNLOAD_END;
        };
    }

    /**
     * The instants of a truck's trip in their order in time. {@link #RETURN_CONSIGNED} is not among them: the return load appears
     * independently of the truck.
     *
     * @param further whether the trip has the further instants
     * @return first the consignment, last the end of the trip
     */
    public static List<TripTime> inTime(boolean further) {
        return IN_TIME.stream().filter(time -> further || !time.isFurther()).toList();
    }

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
