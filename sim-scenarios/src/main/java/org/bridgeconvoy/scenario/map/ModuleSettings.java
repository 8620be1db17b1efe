package org.bridgeconvoy.scenario.map;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a module as a file gives them. Each is read by its kind and checked against its range before the
 * module sees it.
 */
final class ModuleSettings implements Settings {

    private final Place place;
    private final Map<String, Setting> settings = new HashMap<>();
    /** Values by key; a setting that is missing or wrong has no entry. */
    private final Map<String, Object> values = new HashMap<>();

    private ModuleSettings(List<Setting> settings, Place place, LocalDate start) {
        this.place = place;
        for (Setting setting : settings) {
            this.settings.put(setting.key(), setting);
            Object value = SettingReader.value(setting, at(setting.key()), start);
            if (value != null) {
                values.put(setting.key(), value);
            }
        }
    }

    /**
     * The only key of a map from names of modules, such as the control of the bridge. Empty, with a problem added, if
     * there is no key or more than one.
     */
    static Optional<String> only(Place place) {
        int before = place.reading().problems().count();
        if (!place.isPresent() || !place.checkKeys()) {
            return Optional.empty();
        }
        List<String> known = place.known();
        List<String> given =
                known.stream().filter(name -> place.get(name).isPresent()).toList();
        if (given.size() == 1) {
            return Optional.of(given.get(0));
        }
        if (given.isEmpty() && place.reading().problems().count() > before) {
            return Optional.empty();
        }
        place.problem("must be exactly one of " + String.join(", ", known) + ", got "
                + (given.isEmpty()
                        ? "none"
                        : String.join(" and ", given) + " (set one to null to remove the value of an extended file)"));
        return Optional.empty();
    }

    /**
     * The object that a module makes of its settings; null, with a problem added, if a setting is wrong or the module
     * refuses them.
     *
     * @param place the map of the settings, or the value of the only setting
     * @param start date of day 0
     * @param create the module's own method
     */
    static <T> @Nullable T make(List<Setting> settings, Place place, LocalDate start, Function<Settings, T> create) {
        boolean isWhole = settings.size() == 1 && settings.get(0).key().isEmpty();
        int before = place.reading().problems().count();
        if (!isWhole && place.isPresent() && !place.checkKeys()) {
            return null;
        }
        return makeAmong(settings, place, start, before, create);
    }

    /**
     * The object that a module makes of settings that stand among other keys of a map.
     *
     * @param before number of problems at which {@code place} counts as good
     */
    static <T> @Nullable T makeAmong(
            List<Setting> settings, Place place, LocalDate start, int before, Function<Settings, T> create) {
        ModuleSettings read = new ModuleSettings(settings, place, start);
        T made = place.make(before, () -> read.create(create));
        return place.reading().problems().count() > before ? null : made;
    }

    /**
     * Calls the module. A module from outside this library may fail in any way; the failure becomes a problem at its
     * place.
     */
    private <T> T create(Function<Settings, T> create) {
        try {
            return Objects.requireNonNull(create.apply(this), "it made nothing");
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the module failed: " + e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private Place at(String key) {
        return key.isEmpty() ? place : place.get(key);
    }

    @Override
    public boolean has(String key) {
        declared(key);
        return values.containsKey(key);
    }

    /** The declaration of a setting; asking for another one is an error of the module. */
    private Setting declared(String key) {
        Setting setting = settings.get(key);
        if (setting == null) {
            throw new IllegalStateException("the module declares no setting '" + key + "'");
        }
        return setting;
    }

    /** The value of a setting, checked against the type that the module asks for. */
    private <T> T get(String key, Class<T> type) {
        Setting setting = declared(key);
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("setting '" + key + "' has no value; ask has(key) first");
        }
        if (!type.isInstance(value)) {
            throw new IllegalStateException("setting '" + key + "' is a "
                    + (setting.isList() ? "list of " : "") + setting.kind() + ", which is no "
                    + type.getSimpleName());
        }
        return type.cast(value);
    }

    @Override
    public long nanos(String key) {
        return get(key, Long.class);
    }

    @Override
    public double number(String key) {
        return get(key, Double.class);
    }

    @Override
    public int whole(String key) {
        return get(key, Integer.class);
    }

    @Override
    public boolean flag(String key) {
        return get(key, Boolean.class);
    }

    @Override
    public String text(String key) {
        return get(key, String.class);
    }

    @Override
    public LocalDate date(String key) {
        return get(key, LocalDate.class);
    }

    @Override
    public Hours hours(String key) {
        return get(key, Hours.class);
    }

    @Override
    @SuppressWarnings("unchecked") // the kind says so
    public Map<DayOfWeek, Double> weekdays(String key) {
        return (Map<DayOfWeek, Double>) ofKind(key, Setting.Kind.WEEKDAYS);
    }

    @Override
    @SuppressWarnings("unchecked") // the kind says so
    public SortedMap<Integer, Double> series(String key) {
        return (SortedMap<Integer, Double>) ofKind(key, Setting.Kind.SERIES);
    }

    /** The value of a setting whose type erasure hides, checked by its kind. */
    private Object ofKind(String key, Setting.Kind kind) {
        if (declared(key).kind() != kind) {
            throw new IllegalStateException(
                    "setting '" + key + "' is a " + declared(key).kind() + ", not " + kind);
        }
        return get(key, Object.class);
    }

    @Override
    public <T> List<T> list(String key, Class<T> type) {
        if (!declared(key).isList()) {
            throw new IllegalStateException("setting '" + key + "' is no list");
        }
        List<T> list = new ArrayList<>();
        if (has(key)) {
            for (Object value : (List<?>) get(key, Object.class)) {
                if (!type.isInstance(value)) {
                    throw new IllegalStateException("setting '" + key + "' is a list of "
                            + declared(key).kind() + ", which is no list of " + type.getSimpleName());
                }
                list.add(type.cast(value));
            }
        }
        return List.copyOf(list);
    }

    @Override
    public String written(String key) {
        String fallback = declared(key).fallback();
        Place at = at(key);
        return at.node() instanceof Node.Scalar scalar && at.isPresent()
                ? scalar.text()
                : at.isPresent() && at.node() != null ? at.node().describe() : fallback == null ? "nothing" : fallback;
    }

    @Override
    public String where(String key) {
        Place at = at(key);
        return at.path() + (at.position().line() > 0 ? " (line " + at.position().line() + ")" : "");
    }

    @Override
    public void refuse(String key, String message) {
        declared(key);
        at(key).problem(message);
    }
}
