package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.module.ProfileModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code surge}. */
public final class SurgeModule implements ProfileModule {

    /** Made by the service loader. */
    public SurgeModule() {}

    @Override
    public String name() {
        return "surge";
    }

    @Override
    public String about() {
        return "A sudden rise that fades.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.duration("start", "When it begins, since the start of the run.")
                        .withFallback("0 d"),
                Setting.duration("rise", "Time from there to the peak.").withFallback("0 d"),
                Setting.number("peak", "Factor at the peak.").between(0, Double.MAX_VALUE),
                Setting.duration("half-life", "Time in which what exceeds 1 halves.")
                        .positive());
    }

    @Override
    public DayFactor create(Settings settings) {
        return new Surge(
                settings.nanos("start"), settings.nanos("rise"), settings.number("peak"), settings.nanos("half-life"));
    }
}
