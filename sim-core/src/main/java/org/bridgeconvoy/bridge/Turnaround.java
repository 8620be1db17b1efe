package org.bridgeconvoy.bridge;

import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;

/** The end of a trip: a truck that has come back rests, then it is available again. */
final class Turnaround extends Place {

    private final BridgeRun run;
    private final Fleet fleet;
    private final RandomStream times;

    Turnaround(BridgeRun run, Fleet fleet, RandomStream times) {
        this.run = run;
        this.fleet = fleet;
        this.times = times;
    }

    @Override
    void arrive(Truck truck) {
        Distribution seconds = fleet.truckClass(truck).turnaroundSeconds();
        long nanos = Nanos.ofSeconds(seconds.sample(times));
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
