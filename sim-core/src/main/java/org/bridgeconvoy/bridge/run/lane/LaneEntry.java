package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.run.context.Breakdown;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;

/** The step of a trip over the lane in one direction: hands trucks that come to the lane, and those that leave it on to the next step. */
final class LaneEntry extends Step {

    private final Lane lane;
    private final LaneSide side;
    private Step next = Step.nowhere();

    LaneEntry(Lane lane, LaneSide side) {
        this.lane = lane;
        this.side = side;
    }

    /** Names the step behind the lane. */
    void leadTo(Step step) {
        next = step;
    }

    Step next() {
        return next;
    }

    @Override
    public void arrive(Truck truck) {
        lane.join(side, truck);
    }

    @Override
    public void ended(Truck truck) {
        Breakdown breakdown = truck.breakdown;
        if (breakdown == null) {
            lane.left(side, truck);
            next.arrive(truck);
        } else if (breakdown.begun) {
            lane.droveOn(side, truck, breakdown);
        } else {
            lane.stopped(side, truck, breakdown);
        }
    }
}
