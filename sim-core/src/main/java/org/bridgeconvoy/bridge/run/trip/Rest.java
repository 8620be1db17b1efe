package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.PresentWorld;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.result.TruckState;

/** The end of a trip: a truck that has come back rests, then becomes available again. */
public final class Rest extends Step {

    private final RunContext context;
    private final Fleet fleet;
    private final Runnable catchUp;
    private final PresentWorld world;
    private final Draws draws;

    /**
     * The rest of trucks, which become available in a fleet afterwards.
     *
     * @param catchUp makes the lane replay its missed changes
     */
    public Rest(RunContext context, Fleet fleet, Runnable catchUp, RandomStream times) {
        this.context = context;
        this.fleet = fleet;
        this.catchUp = catchUp;
        world = context.world();
        draws = new Draws(context.fastPaths().drawsRestAhead(world.classes()), times);
    }

    private long restNanos(Truck truck) {
        return Nanos.delayOfSeconds(
                draws.next(world.truckClass(truck.truckClass).turnaroundSeconds()));
    }

    /** Whether every rest takes more than 0 s. */
    public boolean isNeverZero() {
        for (int c = 0; c < world.classes(); c++) {
            if (Nanos.delayOfSeconds(world.truckClass(c).turnaroundSeconds().lowerBound()) < 1) {
                return false;
            }
        }
        return true;
    }

    /** Announces a truck that arrives at a future instant, no earlier than any truck that came or was announced before it. */
    public void expect(Truck truck, long at) {
        context.scheduleEndAt(truck, this, Nanos.after(at, restNanos(truck)));
    }

    @Override
    public void arrive(Truck truck) {
        long nanos = restNanos(truck);
        if (nanos == 0) {
            fleet.available(truck);
            return;
        }
        context.states().enter(TruckState.REST);
        context.scheduleEnd(truck, this, nanos);
    }

    @Override
    public void ended(Truck truck) {
        // The lane may not have replayed this truck's exit yet.
        catchUp.run();
        context.states().leave(TruckState.REST);
        fleet.available(truck);
    }
}
