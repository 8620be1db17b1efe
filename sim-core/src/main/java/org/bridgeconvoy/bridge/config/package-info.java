/**
 * The description of a world of the bridge model: immutable, validated records of the bridge, the banks, the fleet and the demand, with
 * units in the names. No behaviour but checks. Start with {@link org.bridgeconvoy.bridge.config.ConvoyConfig}.
 */
@NullMarked
package org.bridgeconvoy.bridge.config;

import org.jspecify.annotations.NullMarked;
