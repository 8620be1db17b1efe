package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.module.ArrivalModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code even}. */
public final class EvenModule implements ArrivalModule {

    /** Made by the service loader. */
    public EvenModule() {}

    @Override
    public String name() {
        return "even";
    }

    @Override
    public String about() {
        return "One whenever the cumulative rate reaches a whole truckload.";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public ArrivalPattern create(Settings settings) {
        return new EvenArrivals();
    }
}
