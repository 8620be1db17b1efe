/**
 * The bridge model as others see it: {@link org.bridgeconvoy.bridge.BridgeModel} makes runs from an immutable configuration, a {@link
 * org.bridgeconvoy.bridge.BridgeRun} is one replication, and {@link org.bridgeconvoy.bridge.BridgeObserver}s hear what happens in it.
 *
 * <p>What happens at one nanosecond is handled in the fixed order of phases that the model's documentation lists. Here must not live:
 * files, text formats, statistics over replications, or the parts of a run; those are in the rooms of {@code bridge.run}. Start reading at
 * {@link org.bridgeconvoy.bridge.BridgeModel}; in the code, go on with {@code bridge.run.Assembly}.
 */
@NullMarked
package org.bridgeconvoy.bridge;

import org.jspecify.annotations.NullMarked;
