package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.calendar.Openings;

/** The bridge laid on the dates of a run; {@code closures} are the times at which it is closed. */
record LanePlan(BridgeConfig config, ControlRule.Plan control, Openings closures) {}
