package org.bridgeconvoy.result;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The states of a truck; at every instant each truck is in exactly one. */
public enum TruckState {
    /** No consignment. */
    IDLE("idle", "no consignment", Activity.IDLE),
    /** Being loaded. */
    LOAD(Stage.LOAD, Activity.SERVED),
    /** Waiting for loading, or interrupted in it, while the station is shut. */
    LOAD_CLOSED(Stage.LOAD, Activity.CLOSED),
    /** Waiting for loading while the station is open and all servers are busy. */
    LOAD_BUSY(Stage.LOAD, Activity.BUSY),
    /** In export customs. */
    EXPORT(Stage.EXPORT, Activity.SERVED),
    /** Waiting at export customs that are shut. */
    EXPORT_CLOSED(Stage.EXPORT, Activity.CLOSED),
    /** Waiting at export customs that are busy. */
    EXPORT_BUSY(Stage.EXPORT, Activity.BUSY),
    /** Crossing from the origin to the destination. */
    OUTBOUND(Stage.OUTBOUND, Activity.SERVED),
    /** Waiting for the release of the outbound convoy. */
    OUTBOUND_CONVOY(Stage.OUTBOUND, Activity.CONVOY),
    /** In the outbound bridge queue, whose first is held by a closure. */
    OUTBOUND_CLOSURE(Stage.OUTBOUND, Activity.CLOSURE),
    /** In the outbound bridge queue, whose first is held by a truck that has broken down. */
    OUTBOUND_BREAKDOWN(Stage.OUTBOUND, Activity.BREAKDOWN),
    /** In the outbound bridge queue; the lane is not given to this direction. */
    OUTBOUND_CONTROL(Stage.OUTBOUND, Activity.CONTROL),
    /** In the outbound bridge queue; opposing trucks are on the lane or the clearance has not passed. */
    OUTBOUND_CLEARING(Stage.OUTBOUND, Activity.CLEARING),
    /** In the outbound bridge queue, whose first is held by the headway. */
    OUTBOUND_HEADWAY(Stage.OUTBOUND, Activity.HEADWAY),
    /** In the outbound bridge queue; too many trucks or too much mass would be on the lane. */
    OUTBOUND_LIMIT(Stage.OUTBOUND, Activity.LIMIT),
    /** In import customs. */
    IMPORT(Stage.IMPORT, Activity.SERVED),
    /** Waiting at import customs that are shut. */
    IMPORT_CLOSED(Stage.IMPORT, Activity.CLOSED),
    /** Waiting at import customs that are busy. */
    IMPORT_BUSY(Stage.IMPORT, Activity.BUSY),
    /** Being unloaded. */
    UNLOAD(Stage.UNLOAD, Activity.SERVED),
    /** Waiting for unloading, or interrupted in it, while the station is shut. */
    UNLOAD_CLOSED(Stage.UNLOAD, Activity.CLOSED),
    /** Waiting for unloading while the station is open and all servers are busy. */
    UNLOAD_BUSY(Stage.UNLOAD, Activity.BUSY),
    /** Unloaded at the destination, waiting for a return load. */
    WAIT_FOR_LOAD("wait-for-load", "no return load yet", Activity.IDLE),
    /** Being loaded for the return. */
    RETURN_LOAD(Stage.RETURN_LOAD, Activity.SERVED),
    /** Waiting for loading for the return while the station is shut. */
    RETURN_LOAD_CLOSED(Stage.RETURN_LOAD, Activity.CLOSED),
    /** Waiting for loading for the return while all servers are busy. */
    RETURN_LOAD_BUSY(Stage.RETURN_LOAD, Activity.BUSY),
    /** In export customs with a return load. */
    RETURN_EXPORT(Stage.RETURN_EXPORT, Activity.SERVED),
    /** Waiting with a return load at export customs that are shut. */
    RETURN_EXPORT_CLOSED(Stage.RETURN_EXPORT, Activity.CLOSED),
    /** Waiting with a return load at export customs that are busy. */
    RETURN_EXPORT_BUSY(Stage.RETURN_EXPORT, Activity.BUSY),
    /** Crossing back, empty or with a return load. */
    RETURN(Stage.RETURN, Activity.SERVED),
    /** Waiting for the release of the return convoy. */
    RETURN_CONVOY(Stage.RETURN, Activity.CONVOY),
    /** In the return bridge queue, whose first is held by a closure. */
    RETURN_CLOSURE(Stage.RETURN, Activity.CLOSURE),
    /** In the return bridge queue, whose first is held by a truck that has broken down. */
    RETURN_BREAKDOWN(Stage.RETURN, Activity.BREAKDOWN),
    /** In the return bridge queue; the lane is not given to this direction. */
    RETURN_CONTROL(Stage.RETURN, Activity.CONTROL),
    /** In the return bridge queue; opposing trucks are on the lane or the clearance has not passed. */
    RETURN_CLEARING(Stage.RETURN, Activity.CLEARING),
    /** In the return bridge queue, whose first is held by the headway. */
    RETURN_HEADWAY(Stage.RETURN, Activity.HEADWAY),
    /** In the return bridge queue; too many trucks or too much mass would be on the lane. */
    RETURN_LIMIT(Stage.RETURN, Activity.LIMIT),
    /** In import customs with a return load. */
    RETURN_IMPORT(Stage.RETURN_IMPORT, Activity.SERVED),
    /** Waiting with a return load at import customs that are shut. */
    RETURN_IMPORT_CLOSED(Stage.RETURN_IMPORT, Activity.CLOSED),
    /** Waiting with a return load at import customs that are busy. */
    RETURN_IMPORT_BUSY(Stage.RETURN_IMPORT, Activity.BUSY),
    /** Being unloaded of a return load. */
    RETURN_UNLOAD(Stage.RETURN_UNLOAD, Activity.SERVED),
    /** Waiting for unloading of a return load while the station is shut. */
    RETURN_UNLOAD_CLOSED(Stage.RETURN_UNLOAD, Activity.CLOSED),
    /** Waiting for unloading of a return load while all servers are busy. */
    RETURN_UNLOAD_BUSY(Stage.RETURN_UNLOAD, Activity.BUSY),
    /** On the road between a bank's stations and the bridge. */
    ROAD("road", "road", Activity.SERVED),
    /** Resting at the origin after the return. */
    REST("rest", "rest", Activity.SERVED),
    /** In a stage of the modeler's own, waiting or served. */
    OWN("own", "own stages", Activity.SERVED);

    private final @Nullable Stage stage;
    private final Activity activity;
    private final String label;
    private final String where;

    TruckState(Stage stage, Activity activity) {
        this.stage = stage;
        this.activity = activity;
        label = stage.label() + (activity == Activity.SERVED ? "" : "." + activity.label());
        where = stage.text();
    }

    TruckState(String label, String where, Activity activity) {
        stage = null;
        this.activity = activity;
        this.label = label;
        this.where = where;
    }

    /**
     * The state of a truck that does this in a stage.
     *
     * @param stage not {@code TRUCK}, where consignments wait
     * @param activity one that the stage has: a station that is shut, a lane that clears
     * @return never null
     * @throws IllegalArgumentException if there is no such state
     */
    public static TruckState of(Stage stage, Activity activity) {
        return Arrays.stream(values())
                .filter(state -> state.stage == stage && state.activity == activity)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no truck is " + activity + " in the stage " + stage));
    }

    /**
     * The name in files and reports.
     *
     * @return such as {@code outbound.control}
     */
    public String label() {
        return label;
    }

    /**
     * The stage that it belongs to.
     *
     * @return empty for {@code idle}, {@code wait-for-load}, {@code road}, {@code rest} and {@code own}
     */
    public Optional<Stage> stage() {
        return Optional.ofNullable(stage);
    }

    /**
     * What the truck does or waits for there.
     *
     * @return never null
     */
    public Activity activity() {
        return activity;
    }

    /**
     * Where on its trip the truck is, for people; the same for all states of a stage.
     *
     * @return such as {@code export customs}
     */
    public String where() {
        return where;
    }
}
