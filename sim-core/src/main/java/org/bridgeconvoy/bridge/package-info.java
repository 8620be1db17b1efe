/**
 * The bridge model: trucks, stations, convoys and the lane, run from an immutable configuration.
 *
 * <p>What happens at one nanosecond is handled in the fixed order of phases that the model's documentation lists.
 * Here must not live: files, text formats, or statistics over replications. Start reading at {@link
 * org.bridgeconvoy.bridge.BridgeModel}; in the code, at {@code BridgeRun}, which wires the places of a trip, and {@code Instant}.
 */
@NullMarked
package org.bridgeconvoy.bridge;

import org.jspecify.annotations.NullMarked;
