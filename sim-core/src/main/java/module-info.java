/**
 * Discrete-event simulation of convoys over a single-lane bridge: the engine, its statistics and the bridge model.
 */
module org.bridgeconvoy.core {
    requires static transitive org.jspecify;
    requires commons.math3;
    requires org.apache.commons.rng.api;
    requires org.apache.commons.rng.core;

    exports org.bridgeconvoy.engine;
    exports org.bridgeconvoy.random;
    exports org.bridgeconvoy.observe;
    exports org.bridgeconvoy.calendar;
    exports org.bridgeconvoy.flow;
    exports org.bridgeconvoy.bridge;
    exports org.bridgeconvoy.bridge.config;
    exports org.bridgeconvoy.bridge.control;
    exports org.bridgeconvoy.bridge.demand;
    exports org.bridgeconvoy.experiment;
    exports org.bridgeconvoy.experiment.theory;
    exports org.bridgeconvoy.result;
}
