package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.module.ProfileModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code ramp}. */
public final class RampModule implements ProfileModule {

    /** Made by the service loader. */
    public RampModule() {}

    @Override
    public String name() {
        return "ramp";
    }

    @Override
    public String about() {
        return "A factor that goes linearly from one value to another.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.number("from", "Factor before.").between(0, Double.MAX_VALUE),
                Setting.number("to", "Factor after.").between(0, Double.MAX_VALUE),
                Setting.duration("start", "When it begins to change, since the start of the run.")
                        .withFallback("0 d"),
                Setting.duration("over", "How long it changes."));
    }

    @Override
    public DayFactor create(Settings settings) {
        return new Ramp(
                settings.number("from"), settings.number("to"), settings.nanos("start"), settings.nanos("over"));
    }
}
