/**
 * The steps of a trip except the lane, in the order in which a truck comes to them: demand, dispatch, stations, convoy yards, delivery,
 * stages of the modeler's own, and the rest at the end; and the fleet.
 */
@NullMarked
package org.bridgeconvoy.bridge.run.trip;

import org.jspecify.annotations.NullMarked;
