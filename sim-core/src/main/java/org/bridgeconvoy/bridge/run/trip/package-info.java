/**
 * The steps of a trip but for the lane, in the order in which a truck comes to them: demand, dispatch, stations, convoy yards,
 * delivery, stages of the modeler's own, and the rest at the end; and the fleet.
 *
 * <p>Here must not live: anything that knows the lane. Start reading at {@link org.bridgeconvoy.bridge.run.trip.Dispatch} and {@link
 * org.bridgeconvoy.bridge.run.trip.Station}.
 */
@NullMarked
package org.bridgeconvoy.bridge.run.trip;

import org.jspecify.annotations.NullMarked;
