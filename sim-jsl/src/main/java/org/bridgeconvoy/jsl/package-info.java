/**
 * The bridge model as a part of a model in JSL, the Java Simulation Library of M. D. Rossetti. Start with {@link
 * org.bridgeconvoy.jsl.BridgeElement}. Nothing else in this project knows JSL.
 */
@NullMarked
package org.bridgeconvoy.jsl;

import org.jspecify.annotations.NullMarked;
