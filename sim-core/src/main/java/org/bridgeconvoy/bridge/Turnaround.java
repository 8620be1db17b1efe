package org.bridgeconvoy.bridge;

import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.RandomStream;

/** The end of a trip: a truck that has come back rests, then it is available again. */
final class Turnaround extends Place {

    private final BridgeRun run;
    private final Fleet fleet;
    private final Draws draws;

    Turnaround(BridgeRun run, Fleet fleet, RandomStream times) {
        this.run = run;
        this.fleet = fleet;
        draws = new Draws(run.isUnchanging() && fleet.classes() == 1, times);
    }

    @Override
    void arrive(Truck truck) {
        long nanos =
                Nanos.ofSeconds(draws.next(fleet.truckClass(truck.truckClass).turnaroundSeconds()));
        if (nanos == 0) {
            fleet.available(truck);
            return;
        }
        run.states().enter(TruckState.REST);
        run.scheduleEnd(truck, this, nanos);
    }

    @Override
    void ended(Truck truck) {
        run.states().leave(TruckState.REST);
        fleet.available(truck);
    }
}
