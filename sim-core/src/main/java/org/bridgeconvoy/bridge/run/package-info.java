/**
 * Puts one run of the bridge model together and drives its bookkeeping: the assembly, the parts it makes, changes of the world, the
 * end of the warm-up and of days, and the search for a lock.
 *
 * <p>Here must not live: what a truck does, or what is counted. Start reading at {@link org.bridgeconvoy.bridge.run.AssembledRun}, then
 * {@code Assembly}.
 */
@NullMarked
package org.bridgeconvoy.bridge.run;

import org.jspecify.annotations.NullMarked;
