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

    private long restNanos(Truck truck) {
        return Nanos.delayOfSeconds(
                draws.next(fleet.truckClass(truck.truckClass).turnaroundSeconds()));
    }

    /** Whether every truck rests for a time. */
    boolean isNeverZero() {
        for (int c = 0; c < fleet.classes(); c++) {
            if (Nanos.delayOfSeconds(fleet.truckClass(c).turnaroundSeconds().lowerBound()) < 1) {
                return false;
            }
        }
        return true;
    }

    /** A truck will come at an instant still ahead, behind all that came or will come before it. */
    void expect(Truck truck, long at) {
        run.scheduleEndAt(truck, this, Nanos.after(at, restNanos(truck)));
    }

    @Override
    void arrive(Truck truck) {
        long nanos = restNanos(truck);
        if (nanos == 0) {
            fleet.available(truck);
            return;
        }
        run.states().enter(TruckState.REST);
        run.scheduleEnd(truck, this, nanos);
    }

    @Override
    void ended(Truck truck) {
        // That it came here may not be made up for yet.
        run.lane().catchUp();
        run.states().leave(TruckState.REST);
        fleet.available(truck);
    }
}
