package org.bridgeconvoy.engine;

/**
 * Something that happens at one instant of simulated time.
 *
 * <p>The fast way is one small object that is scheduled again and again; a lambda is the convenient one. The same object may be
 * pending several times at once.
 */
@FunctionalInterface
public interface Event {

    /**
     * Performs the event; {@link Simulation#now()} is its time. An exception thrown here ends the run and reaches
     * the caller of the run.
     *
     * @param sim the run in which the event fires, to read the clock and to schedule what follows
     */
    void fire(Simulation sim);
}
