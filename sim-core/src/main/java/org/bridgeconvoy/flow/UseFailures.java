package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/** Lets a resource fail after a time in use, summed up over its units, and repairs it. */
final class UseFailures implements Event {
    private final Interruptions interruptions;
    private final FailureLaw law;
    private boolean isDown;

    /** Time in use that is left until the failure, unit-nanoseconds. */
    private long left;

    private int inUse;
    private long notedTo;
    private long handle;

    UseFailures(Interruptions interruptions, FailureLaw law) {
        this.interruptions = interruptions;
        this.law = law;
    }

    void begin(Simulation sim, int nowInUse) {
        left = law.up(sim);
        change(sim, nowInUse);
    }

    /** Notes the number of units in use from now on. */
    void change(Simulation sim, int nowInUse) {
        if (isDown) {
            return;
        }
        if (left != Long.MAX_VALUE) {
            left -= inUse * (sim.now() - notedTo);
        }
        notedTo = sim.now();
        inUse = nowInUse;
        sim.cancel(handle);
        if (inUse > 0 && left != Long.MAX_VALUE) {
            // Rounded up, so that the failure never comes before its time in use is over.
            long wait = left <= 0 ? 0 : (left - 1) / inUse + 1;
            if (wait <= Long.MAX_VALUE - sim.now()) {
                handle = sim.schedule(wait, this);
            }
        }
    }

    @Override
    public void fire(Simulation sim) {
        if (!isDown) {
            isDown = true;
            long repair = law.repair(sim);
            if (repair != Long.MAX_VALUE) {
                handle = sim.schedule(repair, this);
            }
            interruptions.fail(sim);
            return;
        }
        isDown = false;
        left = law.up(sim);
        notedTo = sim.now();
        inUse = 0;
        interruptions.repair(sim);
    }

    @Override
    public String toString() {
        return (isDown ? "repair" : "failure by use") + " of resource '" + law.resource() + "'";
    }
}
