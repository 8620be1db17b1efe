package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.control.Direction;

/** A vehicle of the through traffic as observers see it. Ask it at once: when the vehicle is gone, the object stands for another. */
public interface VehicleView {

    /**
     * Its number over all names, in the order of joining.
     *
     * @return from 1
     */
    int number();

    /**
     * The name of its stream.
     *
     * @return one of the scenario's traffic
     */
    String name();

    /**
     * Where it goes.
     *
     * @return the direction of its stream
     */
    Direction direction();

    /**
     * What it weighs.
     *
     * @return tonnes, at least 0
     */
    double massTonnes();
}
