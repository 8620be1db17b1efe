package org.bridgeconvoy.engine;

/** Told of the events of a run, for a trace or an animation. */
@FunctionalInterface
public interface EventListener {

    /**
     * An event is about to fire.
     *
     * @param nowNanos the time, ns
     * @param event the event; its {@code toString} says what it is, in a flow with step and entity
     */
    void fires(long nowNanos, Event event);
}
