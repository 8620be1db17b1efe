package org.bridgeconvoy.scenario.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Physical dimension of a quantity, with its base unit and the units that files may use. */
public enum Dimension {
    /** Base unit: second. */
    DURATION("a duration", "30 s", "s", durations()),
    /** Base unit: metre. */
    LENGTH("a length", "940.8 m", "m", unit("m", "1", "km", "1000")),
    /** Base unit: metre per second. */
    SPEED("a speed", "10 km/h", "m/s", speeds()),
    /** Base unit: tonne. */
    MASS("a mass", "40 t", "t", unit("kg", "0.001", "t", "1")),
    /** Base unit: tonne per hour. */
    HANDLING_RATE("a rate", "60 t/h", "t/h", handling()),
    /** Base unit: truckloads per day, or tonnes per day; the unit as written tells which. */
    DEMAND_RATE("a rate", "100 trucks/d", "trucks/d", demand()),
    /** Base unit: vehicles per day. */
    TRAFFIC_RATE("a rate", "60 vehicles/h", "vehicles/d", unit("vehicles/d", "1", "vehicles/h", "24"));

    /**
     * A unit as a fraction of the base unit. The fraction keeps a conversion exact, or correctly rounded where the
     * exact value has no finite decimal form.
     *
     * @param times multiplier
     * @param by divisor
     */
    record Unit(BigDecimal times, BigDecimal by) {

        /** A number of these units as a number of base units. */
        BigDecimal convert(BigDecimal number) {
            BigDecimal scaled = number.multiply(times);
            return by.compareTo(BigDecimal.ONE) == 0 ? scaled : scaled.divide(by, MathContext.DECIMAL128);
        }
    }

    private final String article;
    private final String example;
    private final String base;

    @SuppressWarnings("ImmutableEnumChecker") // never handed out to be changed
    private final Map<String, Unit> units;

    Dimension(String article, String example, String base, Map<String, Unit> units) {
        this.article = article;
        this.example = example;
        this.base = base;
        this.units = Collections.unmodifiableMap(units);
    }

    /** Name of the dimension with its article, for messages: {@code a duration}. */
    String article() {
        return article;
    }

    /** A valid quantity, for messages: {@code 30 s}. */
    String example() {
        return example;
    }

    /** Unit in which the program keeps values of this dimension. */
    public String base() {
        return base;
    }

    /** Names of the units that files may use, in the order in which messages list them. */
    public List<String> units() {
        return List.copyOf(units.keySet());
    }

    /** Units by name. Unmodifiable. */
    public Map<String, Unit> table() {
        return units;
    }

    /**
     * How many base units a unit is.
     *
     * @throws IllegalArgumentException if the dimension has no such unit
     */
    public double inBase(String unit) {
        Unit found = units.get(unit);
        if (found == null) {
            throw new IllegalArgumentException("no unit of " + this + ": " + unit);
        }
        return found.convert(BigDecimal.ONE).doubleValue();
    }

    private static Map<String, Unit> durations() {
        return unit("ns", "1e-9", "us", "1e-6", "ms", "0.001", "s", "1", "min", "60", "h", "3600", "d", "86400");
    }

    private static Map<String, Unit> speeds() {
        Map<String, Unit> units = unit("m/s", "1");
        units.put("km/h", new Unit(BigDecimal.ONE, new BigDecimal("3.6")));
        return units;
    }

    private static Map<String, Unit> handling() {
        Map<String, Unit> units = unit("t/h", "1", "t/min", "60", "kg/min", "0.06", "kg/h", "0.001");
        units.put("t/d", new Unit(BigDecimal.ONE, new BigDecimal(24)));
        return units;
    }

    private static Map<String, Unit> demand() {
        return unit("trucks/d", "1", "trucks/h", "24", "t/d", "1", "t/h", "24");
    }

    private static Map<String, Unit> unit(String... namesAndFactors) {
        Map<String, Unit> units = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFactors.length; i += 2) {
            units.put(namesAndFactors[i], new Unit(new BigDecimal(namesAndFactors[i + 1]), BigDecimal.ONE));
        }
        return units;
    }
}
