/**
 * The base of one run, on which every part stands: the simulation, the pass over the phases of an instant, the observers, the states of
 * trucks, the truck and the step of a trip, the world in force, and the choice of short cuts that the run takes.
 *
 * <p>Here must not live: anything that knows a part of the model. Start reading at {@link org.bridgeconvoy.bridge.run.context.RunContext}.
 */
@NullMarked
package org.bridgeconvoy.bridge.run.context;

import org.jspecify.annotations.NullMarked;
