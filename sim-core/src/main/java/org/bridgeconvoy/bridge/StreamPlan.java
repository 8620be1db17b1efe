package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.demand.DemandCurve;

/**
 * A cargo stream laid on the dates of a run; a drawn load above {@code carrying} milligrams is cut to it, a listed one is
 * split.
 */
record StreamPlan(CargoStream config, DemandCurve curve, ListedLoads listed, long carrying) {}
