package org.bridgeconvoy.observe;

import java.util.function.ObjDoubleConsumer;

/** Something in a run that collects figures and can forget them at the end of the warm-up. */
public interface Measured {

    /**
     * The name in reports.
     *
     * @return such as that of the resource
     */
    String name();

    /**
     * Forgets what was collected and keeps the state: the end of the warm-up.
     *
     * @param nowNanos the time of the run, ns
     */
    void forget(long nowNanos);

    /**
     * Tells the figures collected since the start or since they were last forgotten, always in one order.
     *
     * @param nowNanos the time of the run, ns
     * @param to takes the name of each figure, with its unit unless it is a number or a share, and its value; NaN if there was nothing to
     *     observe
     */
    void figures(long nowNanos, ObjDoubleConsumer<String> to);
}
