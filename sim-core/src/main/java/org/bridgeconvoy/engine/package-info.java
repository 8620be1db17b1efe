/**
 * The clock and the events of one simulation run.
 *
 * <p>Here live the simulated clock, the future event list and the run loop; nothing about bridges, queues, statistics or random
 * numbers. Start reading at {@link org.bridgeconvoy.engine.Simulation}; the event list has a page with a picture,
 * docs/guide/event-list.md.
 */
@NullMarked
package org.bridgeconvoy.engine;

import org.jspecify.annotations.NullMarked;
