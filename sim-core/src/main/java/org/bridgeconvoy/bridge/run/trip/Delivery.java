package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.record.Recorder;

/** The moment after unloading: the load counts as delivered. */
public final class Delivery extends Step {

    private final RunContext context;
    private final Recorder recorder;
    private final Step next;

    /** Counts loads in a recorder, and hands trucks on. */
    public Delivery(RunContext context, Recorder recorder, Step next) {
        this.context = context;
        this.recorder = recorder;
        this.next = next;
    }

    @Override
    public void arrive(Truck truck) {
        recorder.delivered(truck.cargo, truck.loadMilligrams, truck.consignedAt, context.now());
        next.arrive(truck);
    }
}
