package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.scenario.key.Place;
import org.jspecify.annotations.Nullable;

/** Reads the control of the bridge: the name of one module with its settings. */
final class ControlMapper {

    private final int lanes;
    private final LocalDate start;

    ControlMapper(int lanes, LocalDate start) {
        this.lanes = lanes;
        this.start = start;
    }

    /** The control; null, with a problem added, if it is wrong. */
    @Nullable
    ControlRule control(Place place) {
        ControlModule module = place.reading()
                .modules()
                .controls()
                .get(ModuleSettings.only(place).orElse(""));
        return module == null
                ? null
                : ModuleSettings.make(module.settings(), place.get(module.name()), start, s -> module.create(s, lanes));
    }
}
