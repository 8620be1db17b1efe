/**
 * The bridge model: trucks, stations, convoys and the lane, run from an immutable configuration.
 *
 * <p>What happens at one nanosecond is handled in the fixed order of phases that the model's documentation lists.
 * Here must not live: files, text formats, or statistics over replications. Start reading at {@link
 * org.bridgeconvoy.bridge.BridgeModel}; in the code, at {@code Assembly}, which puts the steps
 * of a trip together, and {@code InstantPass}.
 */
@NullMarked
package org.bridgeconvoy.bridge;

import org.jspecify.annotations.NullMarked;
