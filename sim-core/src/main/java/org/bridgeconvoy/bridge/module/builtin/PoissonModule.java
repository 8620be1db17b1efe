package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.bridge.module.ArrivalModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code poisson}. */
public final class PoissonModule implements ArrivalModule {

    /** Made by the service loader. */
    public PoissonModule() {}

    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public String about() {
        return "At random, with the rate of the hour.";
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public ArrivalPattern create(Settings settings) {
        return new PoissonArrivals();
    }
}
