package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code alternate}. */
public final class AlternateModule implements ControlModule {

    /** Made by the service loader. */
    public AlternateModule() {}

    @Override
    public String name() {
        return "alternate";
    }

    @Override
    public String about() {
        return "A fixed cycle of two greens.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.duration("outbound", "Length of the outbound green, at least 1 s.")
                        .positive(),
                Setting.duration("return", "Length of the return green, at least 1 s.")
                        .positive(),
                Setting.choice("first", List.of("outbound", "return"), "The direction whose green comes first.")
                        .withFallback("outbound"),
                Setting.duration(
                                "red",
                                "How long neither side may enter after each green; part of the cycle; default 0 s.")
                        .optional(),
                Setting.hours("hours", "When trucks may enter, on the origin's clock."));
    }

    @Override
    public ControlRule create(Settings settings, int lanes) {
        Direction first = settings.text("first").equals("return") ? Direction.RETURN : Direction.OUTBOUND;
        return new Alternate(
                green(settings, "outbound"),
                green(settings, "return"),
                first,
                nanos(settings, "red"),
                settings.hours("hours"));
    }

    /** A duration that may be left out for 0. */
    static long nanos(Settings settings, String key) {
        return settings.has(key) ? settings.nanos(key) : 0;
    }

    /** The length of a green; one that is too short is refused. */
    static long green(Settings settings, String key) {
        long nanos = settings.nanos(key);
        if (nanos < ControlRule.SHORTEST_GREEN_NANOS) {
            settings.refuse(key, "must be at least 1 s, got " + settings.written(key));
        }
        return Math.max(nanos, ControlRule.SHORTEST_GREEN_NANOS);
    }
}
