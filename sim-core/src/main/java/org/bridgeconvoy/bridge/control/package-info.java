/**
 * The control of the lane: the built-in rules, and the interfaces for a control of your own. Knows the lane only as a {@link
 * org.bridgeconvoy.bridge.control.LaneState}. Start with {@link org.bridgeconvoy.bridge.control.ControlRule}.
 */
@NullMarked
package org.bridgeconvoy.bridge.control;

import org.jspecify.annotations.NullMarked;
