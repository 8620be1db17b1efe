package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;
import org.jspecify.annotations.Nullable;

/** Reads the value of a setting that a module declares, by the kind of the setting. */
final class SettingReader {

    private SettingReader() {}

    /**
     * The value of a setting: a list if the setting is one. A missing value gives the default that the module declares.
     * Null if there is no default or, with a problem added, if the value is wrong.
     *
     * @param start date of day 0
     */
    static @Nullable Object value(Setting setting, Place given, LocalDate start) {
        String fallback = setting.fallback();
        if (!given.isPresent() && fallback == null) {
            return null;
        }
        Place at = given.isPresent() || fallback == null ? given : given.withFallback(fallback);
        if (!setting.isList()) {
            return one(setting, at, start);
        }
        List<Object> list = new ArrayList<>();
        for (Place item : at.items()) {
            Object value = one(setting, item, start);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    /** One value; null, with a problem added, if it is wrong. */
    private static @Nullable Object one(Setting setting, Place at, LocalDate start) {
        return switch (setting.kind()) {
            case DURATION -> find(at, text -> duration(text, setting));
            case LENGTH -> find(at, text -> quantity(text, Dimension.LENGTH, setting));
            case MASS -> find(at, text -> quantity(text, Dimension.MASS, setting));
            case NUMBER -> find(at, text -> inRange(Quantity.real(text), "", text, setting));
            case WHOLE -> find(at, text -> (int) inRange(Quantity.whole(text), "", text, setting));
            case FLAG -> find(at, Place::flag);
            case TEXT -> find(at, String::strip);
            case CHOICE -> find(at, at::word);
            case DATE -> find(at, Times::date);
            case TIME_OF_DAY -> find(at, Times::timeOfDay);
            case HOURS -> HoursReader.read(at);
            case WEEKDAYS -> DayNumbers.weekdays(at);
            case SERIES -> DayNumbers.series(at, start);
        };
    }

    private static @Nullable Object find(Place place, Place.Reader<?> reader) {
        return place.<Object>find(reader).orElse(null);
    }

    private static long duration(String text, Setting setting) throws Invalid {
        long nanos = Place.duration(text, setting.least() > 0);
        inRange(nanos / 1e9, " s", text, setting);
        return nanos;
    }

    private static double quantity(String text, Dimension dimension, Setting setting) throws Invalid {
        return inRange(Quantity.parse(text, dimension).asDouble(), " " + dimension.base(), text, setting);
    }

    /** The value, if it lies between the least and the most that the setting declares. */
    private static double inRange(double value, String unit, String text, Setting setting) throws Invalid {
        if (value < setting.least()) {
            boolean aboveZero = setting.least() == Double.MIN_VALUE;
            throw new Invalid("must be " + (aboveZero ? "> 0" : ">= " + Texts.number(setting.least())) + unit + ", got "
                    + text.strip());
        }
        if (value > setting.most()) {
            throw new Invalid("must be at most " + Texts.number(setting.most()) + unit + ", got " + text.strip());
        }
        return value;
    }
}
