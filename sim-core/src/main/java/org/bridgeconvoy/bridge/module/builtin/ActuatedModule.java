package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code actuated}. */
public final class ActuatedModule implements ControlModule {

    /** Made by the service loader. */
    public ActuatedModule() {}

    @Override
    public String name() {
        return "actuated";
    }

    @Override
    public String about() {
        return "The lane stays while trucks come, within bounds.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.duration("min-green", "Least length of a green."),
                Setting.duration("max-green", "Greatest length of a green while the other side waits, at least 1 s.")
                        .positive(),
                Setting.duration(
                                "extension",
                                "A queue counts as empty only this long after the last entry from it; default 0 s.")
                        .optional(),
                Setting.hours("hours", "When trucks may enter, on the origin's clock."));
    }

    @Override
    public ControlRule create(Settings settings, int lanes) {
        long least = settings.nanos("min-green");
        long most = AlternateModule.green(settings, "max-green");
        if (most < least) {
            settings.refuse(
                    "max-green",
                    "must be >= min-green (" + settings.written("min-green") + "), got "
                            + settings.written("max-green"));
            most = least;
        }
        return new Actuated(least, most, AlternateModule.nanos(settings, "extension"), settings.hours("hours"));
    }
}
