/**
 * Who may enter the lane, and when it turns: the control policies and the interface for one of your own.
 *
 * <p>A control decides; it does not move trucks and does not keep headways or limits, which hold under every control.
 * Here must not live: queues or statistics.
 */
@NullMarked
package org.bridgeconvoy.bridge.control;

import org.jspecify.annotations.NullMarked;
