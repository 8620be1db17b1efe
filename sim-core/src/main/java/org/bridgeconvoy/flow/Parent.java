package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** Who is told that a journey has ended. */
interface Parent {
    void ended(Simulation sim, Customer<?> child);
}
