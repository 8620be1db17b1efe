/**
 * When consignments appear: streams of cargo with rates, hours, profiles, backlogs and totals.
 *
 * <p>Here must not live: trucks, or what becomes of a consignment once it has appeared.
 */
@NullMarked
package org.bridgeconvoy.bridge.demand;

import org.jspecify.annotations.NullMarked;
