package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.bridge.module.ProfileModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code weekdays}. */
public final class WeekdaysModule implements ProfileModule {

    /** Made by the service loader. */
    public WeekdaysModule() {}

    @Override
    public String name() {
        return "weekdays";
    }

    @Override
    public String about() {
        return "Factor of each day of the week; a day not named has 1.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of("", Setting.Kind.WEEKDAYS, about()));
    }

    @Override
    public DayFactor create(Settings settings) {
        return new WeekdayFactors(settings.weekdays(""));
    }
}
