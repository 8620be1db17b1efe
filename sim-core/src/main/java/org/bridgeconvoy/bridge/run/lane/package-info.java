/**
 * The bridge in one run: its two queues, the trucks and vehicles on it, the rules of entry, and the clock by which the lane replays missed
 * changes.
 *
 * <p>Here must not live: what a control decides (that is {@code bridge.control}), or what comes before and behind the lane. Start reading
 * at {@link org.bridgeconvoy.bridge.run.lane.Lane}.
 */
@NullMarked
package org.bridgeconvoy.bridge.run.lane;

import org.jspecify.annotations.NullMarked;
