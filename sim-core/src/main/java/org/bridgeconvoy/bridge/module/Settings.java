package org.bridgeconvoy.bridge.module;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bridgeconvoy.calendar.Hours;

/**
 * What a file gives for the settings of a module: every value present or filled in, of its kind and within its range.
 * Asking for a key that the module does not declare, for another kind than declared, or for a value that the file leaves
 * out and that has no fallback ({@link #has} is false) throws an {@code IllegalStateException}.
 */
public interface Settings {

    /**
     * Whether there is a value, given or filled in.
     *
     * @param key a declared one
     * @return false if the file leaves it out and it has no fallback
     */
    boolean has(String key);

    /**
     * A duration, or the time since 00:00 of a time of day, in nanoseconds; rounded half up.
     *
     * @param key a declared one
     * @return nanoseconds, within the declared range
     */
    long nanos(String key);

    /**
     * A number; a length in metres, a mass in tonnes.
     *
     * @param key a declared one
     * @return within the declared range
     */
    double number(String key);

    /**
     * A whole number.
     *
     * @param key a declared one
     * @return within the declared range
     */
    int whole(String key);

    /**
     * {@code true} or {@code false}.
     *
     * @param key a declared one
     * @return as given
     */
    boolean flag(String key);

    /**
     * A text, or the word of a choice.
     *
     * @param key a declared one
     * @return as given; a word is one of those declared
     */
    String text(String key);

    /**
     * A date.
     *
     * @param key a declared one
     * @return as given
     */
    LocalDate date(String key);

    /**
     * Opening hours.
     *
     * @param key a declared one
     * @return on the origin's clock
     */
    Hours hours(String key);

    /**
     * A number for each day of the week that is named.
     *
     * @param key a declared one
     * @return without the days that are not named
     */
    Map<DayOfWeek, Double> weekdays(String key);

    /**
     * A number for each day that is named; day 0 begins at the start of the run.
     *
     * @param key a declared one
     * @return by day, without the days that are not named
     */
    SortedMap<Integer, Double> series(String key);

    /**
     * The values of a list, in its order; empty if there is none.
     *
     * @param <T> the type of a value
     * @param key a declared one
     * @param type {@code Long} for nanoseconds, {@code Double} for numbers, {@code Integer}, {@code Boolean}, {@code
     *     String} or {@code LocalDate}, according to the kind
     * @return cannot be changed
     */
    <T> List<T> list(String key, Class<T> type);

    /**
     * A value as the file writes it, for messages.
     *
     * @param key a declared one
     * @return with its unit
     */
    String written(String key);

    /**
     * Where a value stands, for messages: {@code bridge.control.tide.high (line 12)}.
     *
     * @param key a declared one
     * @return path and line
     */
    String where(String key);

    /**
     * Reports that a value does not fit; the message is shown with file, line and column behind the value's path: {@code
     * must be >= min-green (2 min), got 1 min}. The scenario is then refused, whatever the module creates.
     *
     * @param key a declared one
     * @param message what must hold and what was given
     */
    void refuse(String key, String message);
}
