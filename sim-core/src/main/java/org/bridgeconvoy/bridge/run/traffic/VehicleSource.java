package org.bridgeconvoy.bridge.run.traffic;

import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.lane.VehicleCrossings;
import org.bridgeconvoy.bridge.run.plan.TrafficPlan;
import org.bridgeconvoy.bridge.run.trip.CheckedArrivals;
import org.bridgeconvoy.random.Streams;

/** The vehicles of one name in one run: lets them appear (phase 3). */
final class VehicleSource {

    private final RunContext context;
    private final VehicleCrossings crossings;
    private final VehicleNumbers numbers;
    private final int priority;
    private final CheckedArrivals arrivals;
    private final PartEvent appearance;

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
        appearance =
                new PartEvent(context.pass(), "a vehicle of '" + plan.config().name() + "' appears", this::appear);
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
            context.sim().scheduleAt(next, priority, appearance);
        }
    }

    private void appear() {
        crossings.appear(numbers.next());
        scheduleNext();
    }
}
