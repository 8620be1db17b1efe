package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.Series;
import org.bridgeconvoy.bridge.module.ProfileModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code series}. */
public final class SeriesModule implements ProfileModule {

    /** Made by the service loader. */
    public SeriesModule() {}

    @Override
    public String name() {
        return "series";
    }

    @Override
    public String about() {
        return "A CSV file with columns day,factor or date,factor.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of("", Setting.Kind.SERIES, about()));
    }

    @Override
    public DayFactor create(Settings settings) {
        return new Series(settings.series(""));
    }
}
