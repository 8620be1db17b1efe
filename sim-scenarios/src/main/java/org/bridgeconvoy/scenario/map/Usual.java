package org.bridgeconvoy.scenario.map;

import java.util.Locale;
import java.util.Optional;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.text.Texts;

/**
 * Usual ranges of the quantities of trucks, bridges and borders. A value outside its range is possible and the scenario
 * runs, but a mistyped unit is more likely, so the loader warns. docs/scenario-files.md shows this table.
 */
public enum Usual {
    /** Speed of a crossing, in km/h. */
    SPEED("km/h", 1, 130, "a walker is faster", "no lorry is that fast"),
    /** Length of the bridge, in m. */
    LENGTH("m", 1, 200_000, "a truck is longer", "the longest bridge has 165 km"),
    /** Headway, in s. */
    HEADWAY("s", 1, 3_600, "drivers keep more", "trucks are let go at shorter intervals"),
    /** Clearance, in s. */
    CLEARANCE("s", 1, 43_200, "nothing is checked so fast", "it takes more than half a day"),
    /** Load of a truck, in t. */
    LOAD("t", 0.01, 200, "a parcel weighs more", "the heaviest road trains weigh 200 t"),
    /** Payload of a class of trucks, in t. */
    PAYLOAD("t", 0.1, 200, "a car carries more", "the heaviest road trains weigh 200 t"),
    /** Tare of a class of trucks, in t. */
    TARE("t", 0.3, 100, "a car weighs more", "no empty truck weighs that"),
    /** Limit of the gross mass of one truck, in t. */
    TRUCK_LIMIT("t", 1, 500, "a car weighs more", "no truck reaches it"),
    /** Limit of the gross mass on the lane, in t. */
    LANE_LIMIT("t", 1, 100_000, "a car weighs more", "no bridge carries that"),
    /** Service time of a station, in s. */
    SERVICE("s", 1, 2_592_000, "nothing is loaded or checked so fast", "it takes more than 30 days"),
    /** Handling rate of a server, in t/h. */
    HANDLING("t/h", 0.1, 5_000, "a truck takes weeks", "only ships are loaded so fast"),
    /** Rest between two trips, in s. */
    REST("s", 1, 7_776_000, "no driver rests so briefly", "it takes more than 90 days"),
    /** Time on the road between a yard and the bridge, in s. */
    ROAD("s", 1, 864_000, "no yard is so near", "it takes more than 10 days"),
    /** Wait for a return load, in s. */
    LOAD_WAIT("s", 1, 2_592_000, "no load comes so fast", "trucks wait for more than 30 days"),
    /** Repair of a broken-down truck, in s. */
    REPAIR("s", 1, 2_592_000, "nothing is repaired so fast", "the bridge is blocked for more than 30 days"),
    /** Share of crossings with a breakdown. */
    BREAKDOWNS("of crossings", 0, 0.1, "", "more than one truck in ten breaks down on the bridge"),
    /** Longest wait for a convoy, in s. */
    CONVOY_WAIT("s", 1, 2_592_000, "no convoy forms so fast", "trucks wait for more than 30 days"),
    /** Trucks of the fleet. */
    TRUCKS("trucks", 0, 50_000, "", "few companies of the world have as many"),
    /** Servers of a station. */
    SERVERS("servers", 0, 5_000, "", "no terminal has as many"),
    /** Truckloads a day of one cargo. */
    RATE("trucks/d", 0, 43_200, "", "that is one every 2 s, which no lane passes"),
    /** Vehicles a day of one stream of through traffic. */
    VEHICLES("vehicles/d", 0, 43_200, "", "that is one every 2 s, which no lane passes"),
    /** Truckloads that wait at the start. */
    BACKLOG("truckloads", 0, 1_000_000, "", "no lane passes that in a year");

    private final String unit;
    private final double least;
    private final double most;
    private final String tooLittle;
    private final String tooMuch;

    Usual(String unit, double least, double most, String tooLittle, String tooMuch) {
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.tooLittle = tooLittle;
        this.tooMuch = tooMuch;
    }

    /** Upper end of the range, in the unit of this entry. */
    double most() {
        return most;
    }

    /** A row of the table in the documentation: {@code | from 0.01 t to 200 t | below, …; above, … |}. */
    public String range() {
        return least == 0
                ? "| at most " + shown(most) + " | " + tooMuch + " |"
                : "| from " + shown(least) + " to " + shown(most) + " | below, " + tooLittle + "; above, " + tooMuch
                        + " |";
    }

    /** A predicate for a value above the range: {@code more than 200 t (the heaviest road trains weigh 200 t)}. */
    String moreThanMost() {
        return "more than " + shown(most) + " (" + tooMuch + ")";
    }

    /**
     * The warning about a value in the unit of this entry; empty for a usual one. 0 and infinity mean "none" or "no
     * limit" and are usual.
     */
    Optional<String> unusual(double value) {
        return value == Double.POSITIVE_INFINITY || value == 0 ? Optional.empty() : judged(value, value);
    }

    /**
     * The warning about a distribution whose mean, upper bound or 99% point is outside the range; empty for a usual
     * one.
     *
     * @param unitsPerBase number of units of this entry in one unit of the distribution
     */
    Optional<String> unusual(Distribution values, double unitsPerBase) {
        double largest = values.upperBound() < Double.POSITIVE_INFINITY
                ? values.upperBound()
                : values.probabilityBelow(most / unitsPerBase) < 0.99 ? Double.POSITIVE_INFINITY : values.mean();
        return judged(values.mean() * unitsPerBase, Math.max(largest, values.mean()) * unitsPerBase);
    }

    /** The warning about a mean and a largest value; infinity stands for a 99% point above the range. */
    private Optional<String> judged(double mean, double largest) {
        if (largest > most) {
            double shown = mean > most || largest == Double.POSITIVE_INFINITY ? mean : largest;
            return Optional.of((shown > most ? shown(shown) : "one value in a hundred") + " is " + moreThanMost()
                    + "; is the unit right?");
        }
        return mean > 0 && mean < least
                ? Optional.of(
                        shown(mean) + " is less than " + shown(least) + " (" + tooLittle + "); is the unit right?")
                : Optional.empty();
    }

    /** The value with its unit; long times in min, h or d. */
    private String shown(double value) {
        if (!unit.equals("s") || value < 600) {
            return rounded(value) + " " + unit;
        }
        return value < 7_200
                ? rounded(value / 60) + " min"
                : value < 172_800 ? rounded(value / 3_600) + " h" : rounded(value / 86_400) + " d";
    }

    private static String rounded(double value) {
        return Texts.number(Double.parseDouble(String.format(Locale.ROOT, "%.4g", value)));
    }
}
