package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;

/** The fork where trucks with a return load part from empty ones. */
public final class Fork extends Step {

    private final Step loaded;
    private final Step empty;

    /** A fork between the step of trucks with a return load and that of empty ones. */
    public Fork(Step loaded, Step empty) {
        this.loaded = loaded;
        this.empty = empty;
    }

    @Override
    public void arrive(Truck truck) {
        (truck.isReturnLoad ? loaded : empty).arrive(truck);
    }
}
