package org.bridgeconvoy.flow;

import java.util.function.ToLongFunction;
import org.bridgeconvoy.engine.Simulation;

/** A delay whose length, in nanoseconds, is drawn when an entity comes. */
final class DelayNanos<E> extends Delay<E> {
    private final ToLongFunction<? super E> nanos;

    DelayNanos(ToLongFunction<? super E> nanos) {
        this.nanos = nanos;
    }

    @Override
    long nanos(Simulation sim, Journey<E> journey) {
        long time = nanos.applyAsLong(journey.entity());
        if (time < 0) {
            throw DelaySeconds.refused(sim, journey, ">= 0 ns, got " + time + " ns", nanos);
        }
        return time;
    }
}
