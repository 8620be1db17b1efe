package org.bridgeconvoy.bridge.module.builtin;

import java.util.List;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;

/** {@code batches}. */
public final class BatchesModule implements ControlModule {

    /** Made by the service loader. */
    public BatchesModule() {}

    @Override
    public String name() {
        return "batches";
    }

    @Override
    public String about() {
        return "The lane turns after a number of entries.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole("outbound", "Entries of an outbound green.").between(1, Integer.MAX_VALUE),
                Setting.whole("return", "Entries of a return green.").between(1, Integer.MAX_VALUE),
                Setting.hours("hours", "When trucks may enter, on the origin's clock."));
    }

    @Override
    public ControlRule create(Settings settings, int lanes) {
        return new Batches(settings.whole("outbound"), settings.whole("return"), settings.hours("hours"));
    }
}
