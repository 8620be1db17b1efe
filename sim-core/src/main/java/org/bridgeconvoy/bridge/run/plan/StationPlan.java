package org.bridgeconvoy.bridge.run.plan;

import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.Openings;

/** A station laid on the dates of a run. */
public record StationPlan(StationConfig config, Openings openings) {}
