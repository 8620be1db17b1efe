package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;

/** Stands in for a station that the world leaves out: trucks pass in no time. */
public final class SkippedStation extends Step {

    private final RunContext context;
    private final TripTime start;
    private final TripTime end;
    private final Step next;

    /** Lets trucks pass a stage, on to the next step. */
    public SkippedStation(RunContext context, Stage stage, Step next) {
        this.context = context;
        start = TripTime.begins(stage);
        end = TripTime.ends(stage);
        this.next = next;
    }

    @Override
    public void arrive(Truck truck) {
        context.reached(truck, start);
        context.reached(truck, end);
        next.arrive(truck);
    }
}
