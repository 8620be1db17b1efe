package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;

/** The step of a trip over the lane in one direction: hands arriving trucks to the lane, and leaving trucks to the next step. */
final class LaneEntry extends Step {

    private final Lane lane;
    private final Crossings crossings;
    private Step next = Step.nowhere();

    LaneEntry(Lane lane, Crossings crossings) {
        this.lane = lane;
        this.crossings = crossings;
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
        lane.join(crossings, truck);
    }

    @Override
    public void ended(Truck truck) {
        if (lane.ended(crossings, truck)) {
            next.arrive(truck);
        }
    }
}
