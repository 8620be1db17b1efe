package org.bridgeconvoy.bridge.run.traffic;

import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.lane.VehicleCrossings;
import org.bridgeconvoy.bridge.run.plan.TrafficPlan;
import org.bridgeconvoy.bridge.run.trip.CheckedArrivals;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.Streams;

/** The vehicles of one name in one run: lets them appear (phase 3). */
final class VehicleSource implements Event {

    private final RunContext context;
    private final VehicleCrossings crossings;
    private final VehicleNumbers numbers;
    private final int priority;
    private final CheckedArrivals arrivals;

    /** The source of the stream at an index of the traffic. */
    VehicleSource(
            RunContext context,
            VehicleCrossings crossings,
            VehicleNumbers numbers,
            int index,
            TrafficPlan plan,
            Streams streams) {
        this.context = context;
        this.crossings = crossings;
        this.numbers = numbers;
        priority = Priorities.vehicles(index);
        arrivals = CheckedArrivals.start(
                "traffic '" + plan.config().name() + "'",
                "vehicles",
                plan.config().arrivals(),
                plan.curve(),
                streams.stream(plan.stream("arrivals")));
    }

    void apply(TrafficPlan next) {
        crossings.apply(next);
    }

    void begin() {
        scheduleNext();
    }

    private void scheduleNext() {
        long next = arrivals.next();
        if (next < context.horizon()) {
            context.sim().scheduleAt(next, priority, this);
        }
    }

    @Override
    public void fire(Simulation sim) {
        crossings.appear(numbers.next());
        scheduleNext();
        context.settle();
    }
}
