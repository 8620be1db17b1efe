package org.bridgeconvoy.flow;

import org.bridgeconvoy.engine.Simulation;

/** A delay. Who gets units of a resource and is delayed next begins the delay straight away. */
abstract class Delay<E> implements Move<E>, Link<E> {

    /** The length, at least 0; {@link Long#MAX_VALUE} for ever. */
    abstract long nanos(Simulation sim, Journey<E> journey);

    @Override
    public final void begin(Simulation sim, Journey<E> journey) {
        journey.resumeAfter(sim, nanos(sim, journey));
    }

    @Override
    public final boolean run(Simulation sim, Journey<E> journey) {
        begin(sim, journey);
        return false;
    }

    @Override
    public final boolean isDelay() {
        return true;
    }

    @Override
    public final Link<E> link(Link<E> behind) {
        return this;
    }
}
