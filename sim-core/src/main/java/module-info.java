/**
 * Discrete-event simulation of convoys over a single-lane bridge: the engine, its statistics and the bridge model.
 */
module org.bridgeconvoy.core {
    requires static transitive org.jspecify;
    requires commons.math3;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.core;
}
