package org.bridgeconvoy.bridge.run.context;

import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;

/**
 * An event of the model that is not the end of a truck's or vehicle's activity: consignments appear, a shift changes, the lane wakes up. All
 * are of this one class: where the engine's loop meets only two classes of events, the compiler calls both directly.
 */
public final class PartEvent implements Event {

    private final InstantPass pass;
    private final String name;
    private final Runnable work;

    /**
     * An event that can be scheduled again and again.
     *
     * @param pass runs after the work, for what the work asked for
     * @param name what happens, for messages
     */
    public PartEvent(InstantPass pass, String name, Runnable work) {
        this.pass = pass;
        this.name = name;
        this.work = work;
    }

    @Override
    public void fire(Simulation sim) {
        work.run();
        pass.settle();
    }

    @Override
    public String toString() {
        return name;
    }
}
