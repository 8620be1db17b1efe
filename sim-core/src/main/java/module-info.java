/**
 * Discrete-event simulation of convoys over a single-lane bridge: the engine, its statistics and the bridge model.
 */
module org.bridgeconvoy.core {
    requires static org.jspecify;
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
    exports org.bridgeconvoy.bridge.module;
    exports org.bridgeconvoy.bridge.station;
    exports org.bridgeconvoy.experiment;
    exports org.bridgeconvoy.experiment.calibration;
    exports org.bridgeconvoy.experiment.input;
    exports org.bridgeconvoy.experiment.point;
    exports org.bridgeconvoy.experiment.selection;
    exports org.bridgeconvoy.experiment.sensitivity;
    exports org.bridgeconvoy.experiment.theory;
    exports org.bridgeconvoy.result;

    uses org.bridgeconvoy.bridge.module.ControlModule;
    uses org.bridgeconvoy.bridge.module.ArrivalModule;
    uses org.bridgeconvoy.bridge.module.ProfileModule;

    provides org.bridgeconvoy.bridge.module.ControlModule with
            org.bridgeconvoy.bridge.module.builtin.TimetableModule,
            org.bridgeconvoy.bridge.module.builtin.AlternateModule,
            org.bridgeconvoy.bridge.module.builtin.ActuatedModule,
            org.bridgeconvoy.bridge.module.builtin.BatchesModule;
    provides org.bridgeconvoy.bridge.module.ArrivalModule with
            org.bridgeconvoy.bridge.module.builtin.PoissonModule,
            org.bridgeconvoy.bridge.module.builtin.EvenModule,
            org.bridgeconvoy.bridge.module.builtin.DailyModule;
    provides org.bridgeconvoy.bridge.module.ProfileModule with
            org.bridgeconvoy.bridge.module.builtin.WeekdaysModule,
            org.bridgeconvoy.bridge.module.builtin.RampModule,
            org.bridgeconvoy.bridge.module.builtin.SurgeModule,
            org.bridgeconvoy.bridge.module.builtin.SeriesModule;
}
