package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** What a flow does in one step. A step that does not end at once must see to it that the journey is continued. */
@FunctionalInterface
interface Move<E> {
    void begin(Simulation sim, Journey<E> journey);
}
