package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.result.TripTime;

/** In place of a station that the world leaves out: passed through in no time. */
public final class SkippedStation extends Step {

    private final RunContext context;
    private final TripTime start;
    private final TripTime end;
    private final Step next;

    /** Passed through between two columns of the trip table, to the next place. */
    public SkippedStation(RunContext context, TripTime start, TripTime end, Step next) {
        this.context = context;
        this.start = start;
        this.end = end;
        this.next = next;
    }

    @Override
    public void arrive(Truck truck) {
        context.reached(truck, start);
        context.reached(truck, end);
        next.arrive(truck);
    }
}
