package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.module.ArrivalModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code daily}. */
public final class DailyModule implements ArrivalModule {

    /** Made by the service loader. */
    public DailyModule() {}

    @Override
    public String name() {
        return "daily";
    }

    @Override
    public String about() {
        return "The whole truckloads since the last release, all at once.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.timeOfDay("at", "Time of the daily release."));
    }

    @Override
    public ArrivalPattern create(Settings settings) {
        return new DailyArrivals(settings.nanos("at"));
    }
}
