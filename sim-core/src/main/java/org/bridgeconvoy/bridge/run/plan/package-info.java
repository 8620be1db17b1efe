/**
 * The plan of a world: its configuration laid on the dates of a run, in nanoseconds and milligrams. Immutable and shared by all
 * replications.
 *
 * <p>Here must not live: anything that changes during a run. Start reading at {@link org.bridgeconvoy.bridge.run.plan.WorldPlan}.
 */
@NullMarked
package org.bridgeconvoy.bridge.run.plan;

import org.jspecify.annotations.NullMarked;
