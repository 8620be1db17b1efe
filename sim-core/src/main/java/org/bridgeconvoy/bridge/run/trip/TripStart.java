package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.result.TruckState;

/** The beginning of a trip: an idle truck at the origin has been given a consignment. */
public final class TripStart implements Dispatch.Begin {

    private final RunContext context;
    private final Step first;
    private long trips;

    /** Trips are numbered from 1 in the order in which they begin; each begins with a step. */
    public TripStart(RunContext context, Step first) {
        this.context = context;
        this.first = first;
    }

    @Override
    public void begin(Truck truck) {
        truck.isReturnLoad = false;
        truck.assignedAt = context.now();
        truck.trip = ++trips;
        context.states().leave(TruckState.IDLE);
        context.tripBegins(truck);
        first.arrive(truck);
    }
}
