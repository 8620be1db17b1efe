package org.bridgeconvoy.bridge.run.context;

import java.util.ArrayList;
import java.util.List;

/** The last phase of a pass: services of 0 s end in it, so that the instant then begins again from its first phase. */
public final class ImmediateEnds {

    private final RunContext context;
    private final Phase phase;
    private final List<Truck> trucks = new ArrayList<>();

    /** A phase without ends yet; {@code phase} must be the last of the pass. */
    public ImmediateEnds(RunContext context, Phase phase) {
        this.context = context;
        this.phase = phase;
        phase.does(this::scheduleAll);
    }

    /** Schedules the end of a service that takes {@code delay} nanoseconds: at 0 it ends in the next pass. */
    public void scheduleEnd(Truck truck, Step step, long delay) {
        if (delay == 0) {
            truck.step = step;
            trucks.add(truck);
            phase.ask();
        } else {
            context.scheduleEnd(truck, step, delay);
        }
    }

    private void scheduleAll() {
        for (Truck truck : trucks) {
            context.scheduleEnd(truck, truck.step, 0);
        }
        trucks.clear();
    }
}
