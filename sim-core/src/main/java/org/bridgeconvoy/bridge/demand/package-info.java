/**
 * When consignments appear: the curve of a stream's cumulative demand, the factors that shape it, and the patterns by which consignments
 * appear along it. Start with {@link org.bridgeconvoy.bridge.demand.ArrivalPattern}.
 */
@NullMarked
package org.bridgeconvoy.bridge.demand;

import org.jspecify.annotations.NullMarked;
