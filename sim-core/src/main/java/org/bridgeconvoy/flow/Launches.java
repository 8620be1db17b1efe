package org.bridgeconvoy.flow;

import java.util.Objects;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
import org.jspecify.annotations.Nullable;

/** The event that launches the entities of one flow, one after the other. */
final class Launches<E> implements Event {
    private final Flow<E> flow;
    private final DoubleSupplier gapSeconds;
    private final Supplier<? extends E> entities;
    private @Nullable E last;

    Launches(Flow<E> flow, DoubleSupplier gapSeconds, Supplier<? extends E> entities) {
        this.flow = flow;
        this.gapSeconds = Objects.requireNonNull(gapSeconds, "gapSeconds");
        this.entities = Objects.requireNonNull(entities, "entity");
    }

    @Override
    public void fire(Simulation sim) {
        E entity = entities.get();
        last = entity;
        flow.launch(sim, entity);
        scheduleNext(sim);
    }

    void scheduleNext(Simulation sim) {
        double gap = gapSeconds.getAsDouble();
        if (!(gap >= DelaySeconds.LEAST_SECONDS)) {
            throw new IllegalArgumentException(
                    "the gap between two launches must be >= 0 s, got " + gap + " s" + DelaySeconds.law(gapSeconds)
                            + ", behind " + lastName() + " (" + EventFailure.at(sim.now()) + ")");
        }
        long nanos = DelaySeconds.nanos(gap);
        if (nanos != Long.MAX_VALUE && nanos <= Long.MAX_VALUE - sim.now()) {
            sim.schedule(nanos, this);
        }
    }

    private String lastName() {
        return last == null ? "the start" : last.toString();
    }

    @Override
    public String toString() {
        return "launch of the next entity" + DelaySeconds.law(gapSeconds) + ", behind " + lastName();
    }
}
