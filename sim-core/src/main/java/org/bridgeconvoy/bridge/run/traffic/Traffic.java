package org.bridgeconvoy.bridge.run.traffic;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.lane.Lane;
import org.bridgeconvoy.bridge.run.plan.TrafficPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.TrafficTable;

/** All through traffic of one run. */
public final class Traffic {

    private final List<VehicleSource> sources = new ArrayList<>();
    private final List<TrafficTable.Name> names = new ArrayList<>();

    /** The through traffic of a run's world; its vehicles cross the lane. */
    public Traffic(RunContext context, Lane lane, Streams streams) {
        VehicleNumbers numbers = new VehicleNumbers();
        for (TrafficPlan plan : context.world().plan().traffic()) {
            TrafficStream stream = plan.config();
            names.add(new TrafficTable.Name(stream.name(), stream.direction() == Direction.OUTBOUND));
            sources.add(new VehicleSource(
                    context, lane.addVehicles(stream.direction()), numbers, sources.size(), plan, streams));
        }
    }

    /** Schedules the first vehicles. */
    public void begin() {
        sources.forEach(VehicleSource::begin);
    }

    /** Takes on another world; the curves already hold all changes of the rates. */
    public void apply(WorldPlan next) {
        for (int i = 0; i < sources.size(); i++) {
            sources.get(i).apply(next.traffic().get(i));
        }
    }

    /** The streams, in the order of the configuration. */
    public List<TrafficTable.Name> names() {
        return names;
    }
}
