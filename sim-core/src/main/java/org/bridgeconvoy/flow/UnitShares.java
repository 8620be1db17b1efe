package org.bridgeconvoy.flow;

import java.util.function.ObjDoubleConsumer;

/**
 * What the units of a resource did, as shares of the time of the greatest number of units that it ever had; together 1, NaN while no time
 * has passed. A unit that is in use beyond the capacity of the moment counts as busy or blocked and not as off shift. While the resource
 * has failed, the units on shift count as failed, with or without an entity.
 *
 * @param busy in use, and the entity that has it works
 * @param blocked in use, and the entity that has it waits in a queue, before a gate or in a batch
 * @param failed out of order
 * @param idle on shift, in order and free
 * @param offShift not there: the capacity of the moment is below the greatest
 */
public record UnitShares(double busy, double blocked, double failed, double idle, double offShift) {
    void figures(ObjDoubleConsumer<String> to) {
        to.accept("busy", busy);
        to.accept("blocked", blocked);
        to.accept("failed", failed);
        to.accept("idle", idle);
        to.accept("off shift", offShift);
    }
}
