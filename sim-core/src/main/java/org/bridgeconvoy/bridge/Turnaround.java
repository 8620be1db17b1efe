package org.bridgeconvoy.bridge;

import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.RandomStream;

/** The end of a trip: a truck that has come back rests, then it is available again. */
final class Turnaround extends Place {

    private final BridgeRun run;
    private final Fleet fleet;
    private final RandomStream times;

    /** Of a fleet of one class. */
    private final Draws draws;

    Turnaround(BridgeRun run, Fleet fleet, RandomStream times) {
        this.run = run;
        this.fleet = fleet;
        this.times = times;
        draws = new Draws(run.isUnchanging(), () -> drawNanos(0));
    }

    @Override
    void arrive(Truck truck) {
        long nanos = fleet.classes() == 1 ? draws.next() : drawNanos(truck.truckClass);
        if (nanos == 0) {
            fleet.available(truck);
            return;
        }
        run.states().enter(TruckState.REST);
        run.scheduleEnd(truck, this, nanos);
    }

    private long drawNanos(int truckClass) {
        return Nanos.ofSeconds(fleet.truckClass(truckClass).turnaroundSeconds().sample(times));
    }

    @Override
    void ended(Truck truck) {
        run.states().leave(TruckState.REST);
        fleet.available(truck);
    }
}
