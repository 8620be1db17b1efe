package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/** Lets a resource fail and be repaired by the clock, in use or not. */
final class TimeFailures implements Event {
    private final Interruptions interruptions;
    private final FailureLaw law;
    private boolean isDown;

    TimeFailures(Interruptions interruptions, FailureLaw law) {
        this.interruptions = interruptions;
        this.law = law;
    }

    void begin(Simulation sim) {
        after(sim, law.up(sim));
    }

    private void after(Simulation sim, long nanos) {
        if (nanos != Long.MAX_VALUE) {
            sim.schedule(nanos, this);
        }
    }

    @Override
    public void fire(Simulation sim) {
        isDown = !isDown;
        after(sim, isDown ? law.repair(sim) : law.up(sim));
        if (isDown) {
            interruptions.fail(sim);
        } else {
            interruptions.repair(sim);
        }
    }

    @Override
    public String toString() {
        return (isDown ? "repair" : "failure") + " of resource '" + law.resource() + "'";
    }
}
