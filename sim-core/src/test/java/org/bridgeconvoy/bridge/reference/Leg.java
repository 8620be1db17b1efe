package org.bridgeconvoy.bridge.reference;

import java.util.Locale;
import org.bridgeconvoy.bridge.control.Direction;

/** What a truck goes through on a trip, in the order of the table of section 3. */
enum Leg {
    IDLE_AT_ORIGIN,
    LOAD,
    ROAD_ORIGIN_OUT,
    EXPORT,
    CONVOY_OUTBOUND,
    OUTBOUND,
    IMPORT,
    ROAD_DESTINATION_OUT,
    UNLOAD,
    IDLE_AT_DESTINATION,
    RETURN_LOAD,
    ROAD_DESTINATION_BACK,
    RETURN_EXPORT,
    CONVOY_RETURN,
    RETURN,
    RETURN_IMPORT,
    ROAD_ORIGIN_BACK,
    RETURN_UNLOAD,
    REST;

    /** The leg after this one; after the rest the trip is over. */
    Leg next() {
        return values()[(ordinal() + 1) % values().length];
    }

    boolean isStation() {
        return switch (this) {
            case LOAD, EXPORT, IMPORT, UNLOAD, RETURN_LOAD, RETURN_EXPORT, RETURN_IMPORT, RETURN_UNLOAD -> true;
            default -> false;
        };
    }

    boolean isRoad() {
        return name().startsWith("ROAD");
    }

    /** Stations that only a truck with a return load goes to. */
    boolean isForReturnLoadsOnly() {
        return isStation() && name().startsWith("RETURN");
    }

    /** The name of the stream of a road's times: one "for each bank and direction" (section 3). */
    String roadStream() {
        return switch (this) {
            case ROAD_ORIGIN_OUT -> "road.origin.outbound";
            case ROAD_DESTINATION_OUT -> "road.destination.outbound";
            case ROAD_DESTINATION_BACK -> "road.destination.return";
            case ROAD_ORIGIN_BACK -> "road.origin.return";
            default -> throw new IllegalStateException(name() + " is no road");
        };
    }

    /** The direction of a bridge queue or of the convoys before it. */
    Direction direction() {
        return switch (this) {
            case CONVOY_OUTBOUND, OUTBOUND -> Direction.OUTBOUND;
            case CONVOY_RETURN, RETURN -> Direction.RETURN;
            default -> throw new IllegalStateException(name() + " is not at the bridge");
        };
    }

    /** How the columns of trips.csv begin (section 8). */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the states of section 8 name a station. */
    String state() {
        return column().replace('_', '-');
    }
}
