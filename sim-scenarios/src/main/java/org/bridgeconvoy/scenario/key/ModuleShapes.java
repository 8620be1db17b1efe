package org.bridgeconvoy.scenario.key;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.module.ScenarioModule;
import org.bridgeconvoy.bridge.module.Setting;

/** Shapes of the values under the names of modules, made from the settings that a module declares. */
final class ModuleShapes {

    private ModuleShapes() {}

    /** A map with the name of each module as an optional key. */
    static Shape.Keys keys(Collection<? extends ScenarioModule> modules) {
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        for (ScenarioModule module : modules) {
            keys.put(module.name(), new Shape.Key(shape(module.settings()), false, null, module.about()));
        }
        return new Shape.Keys(keys);
    }

    /**
     * The value of a module with these settings: a map from setting to value, or one value for a module whose only
     * setting has no key.
     */
    static Shape shape(List<Setting> settings) {
        if (settings.size() == 1 && settings.get(0).key().isEmpty()) {
            return shape(settings.get(0));
        }
        Map<String, Shape.Key> keys = new LinkedHashMap<>();
        for (Setting setting : settings) {
            keys.put(
                    setting.key(),
                    new Shape.Key(shape(setting), setting.isRequired(), setting.fallback(), setting.about()));
        }
        return new Shape.Keys(keys);
    }

    private static Shape shape(Setting setting) {
        Shape each = switch (setting.kind()) {
            case DURATION -> new Shape.Plain(Shape.Kind.DURATION);
            case LENGTH -> new Shape.Plain(Shape.Kind.LENGTH);
            case MASS -> new Shape.Plain(Shape.Kind.MASS);
            case NUMBER -> new Shape.Plain(Shape.Kind.NUMBER);
            case WHOLE -> new Shape.Plain(setting.least() >= 0 ? Shape.Kind.COUNT : Shape.Kind.INTEGER);
            case FLAG -> new Shape.Plain(Shape.Kind.BOOLEAN);
            case TEXT -> new Shape.Plain(Shape.Kind.TEXT);
            case CHOICE -> new Shape.Choice(setting.words());
            case DATE -> new Shape.Plain(Shape.Kind.DATE);
            case TIME_OF_DAY -> new Shape.Plain(Shape.Kind.TIME_OF_DAY);
            case HOURS -> new Shape.OpeningHours();
            case WEEKDAYS -> new Shape.Weekdays();
            case SERIES -> new Shape.FactorSeries();
        };
        return setting.isList() ? new Shape.ListOf(each) : each;
    }
}
