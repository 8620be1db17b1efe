/**
 * Through traffic in one run: when the vehicles of each name appear, and their numbers. The lane's rules govern their crossing.
 *
 * <p>Here must not live: what a vehicle does once it has joined the bridge queue (that is {@code bridge.run.lane}). Start reading at {@link
 * org.bridgeconvoy.bridge.run.traffic.Traffic}.
 */
@NullMarked
package org.bridgeconvoy.bridge.run.traffic;

import org.jspecify.annotations.NullMarked;
