package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** A resource, a gate or a batch as a customer sees it: where it waits, and who takes back the units that it holds. */
interface Place {
    /** Takes a customer that waits here out, without continuing it; those behind it may be served. */
    void abandon(Simulation sim, Customer<?> customer);

    /** Whether units that a customer holds are blocked while it waits here. */
    default boolean blocks() {
        return true;
    }

    /** Takes back all units that a holding has, and serves those who wait for them. Only for a place that has units. */
    default void takeBack(Simulation sim, Holding holding) {
        throw new IllegalStateException("no units here");
    }
}
