/**
 * The clock and the events of one simulation run.
 *
 * <p>Here live the simulated clock, the list of pending events and the run loop; nothing about bridges, queues, statistics or
 * random numbers. Start reading at {@link org.bridgeconvoy.engine.Simulation}.
 */
@NullMarked
package org.bridgeconvoy.engine;

import org.jspecify.annotations.NullMarked;
