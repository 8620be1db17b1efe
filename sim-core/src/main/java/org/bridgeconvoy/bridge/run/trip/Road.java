package org.bridgeconvoy.bridge.run.trip;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.PresentWorld;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/** One way along the road of a bank, between its yard and the bridge: no queue, and trucks may overtake. */
public final class Road extends Step {

    private final RunContext context;
    private final PresentWorld world;
    private final Direction bank;
    private final TripTime end;
    private final Draws draws;
    private final Step next;

    /**
     * One way along a road; a truck passes a bank without a road in no time.
     *
     * @param bank the bank, named by the direction that begins there
     * @param end the instant of the trip at which this way ends
     */
    public Road(RunContext context, Direction bank, TripTime end, RandomStream times, Step next) {
        this.context = context;
        this.bank = bank;
        this.end = end;
        this.next = next;
        world = context.world();
        draws = new Draws(context.fastPaths().drawsAhead(), times);
    }

    @Override
    public void arrive(Truck truck) {
        Distribution road = world.plan().road(bank);
        long nanos = road == null ? 0 : Nanos.delayOfSeconds(draws.next(road));
        if (nanos == 0) {
            goOn(truck);
            return;
        }
        context.states().enter(TruckState.ROAD);
        context.scheduleEnd(truck, this, nanos);
    }

    @Override
    public void ended(Truck truck) {
        context.states().leave(TruckState.ROAD);
        goOn(truck);
    }

    private void goOn(Truck truck) {
        context.reached(truck, end);
        next.arrive(truck);
    }
}
