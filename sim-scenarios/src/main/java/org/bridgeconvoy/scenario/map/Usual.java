package org.bridgeconvoy.scenario.map;

import java.util.Locale;
import java.util.Optional;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.text.Texts;

/**
 * What quantities of trucks, bridges and borders usually are. A value outside is possible and runs, but a mistyped unit is
 * likelier, so it is warned of. The table in docs/scenario-files.md is this one.
 */
public enum Usual {
    /** Of a crossing, in km/h. */
    SPEED("km/h", 1, 130, "a walker is faster", "no lorry is that fast"),
    /** Of the bridge, in m. */
    LENGTH("m", 1, 200_000, "a truck is longer", "the longest bridge has 165 km"),
    /** Between two entries, in s. */
    HEADWAY("s", 1, 3_600, "drivers keep more", "trucks are let go at shorter intervals"),
    /** After the lane is empty, in s. */
    CLEARANCE("s", 1, 43_200, "nothing is checked so fast", "it takes more than half a day"),
    /** Of a truckload, in t. */
    LOAD("t", 0.01, 200, "a parcel weighs more", "the heaviest road trains weigh 200 t"),
    /** That a truck may carry, in t. */
    PAYLOAD("t", 0.1, 200, "a car carries more", "the heaviest road trains weigh 200 t"),
    /** Of an empty truck, in t. */
    TARE("t", 0.3, 100, "a car weighs more", "no empty truck weighs that"),
    /** A limit for one truck, in t gross. */
    TRUCK_LIMIT("t", 1, 500, "a car weighs more", "no truck reaches it"),
    /** A limit for the lane, in t gross. */
    LANE_LIMIT("t", 1, 100_000, "a car weighs more", "no bridge carries that"),
    /** Of a service, in s. */
    SERVICE("s", 1, 2_592_000, "nothing is loaded or checked so fast", "it takes more than 30 days"),
    /** Of a station's server, in t/h. */
    HANDLING("t/h", 0.1, 5_000, "a truck takes weeks", "only ships are loaded so fast"),
    /** Between two trips, in s. */
    REST("s", 1, 7_776_000, "no driver rests so briefly", "it takes more than 90 days"),
    /** On the road between a yard and the bridge, in s. */
    ROAD("s", 1, 864_000, "no yard is so near", "it takes more than 10 days"),
    /** For a return load, in s. */
    LOAD_WAIT("s", 1, 2_592_000, "no load comes so fast", "trucks wait for more than 30 days"),
    /** Of a broken-down truck, in s. */
    REPAIR("s", 1, 2_592_000, "nothing is repaired so fast", "the bridge is blocked for more than 30 days"),
    /** Of crossings that break down. */
    BREAKDOWNS("of crossings", 0, 0.1, "", "more than one truck in ten breaks down on the bridge"),
    /** For a convoy, in s. */
    CONVOY_WAIT("s", 1, 2_592_000, "no convoy forms so fast", "trucks wait for more than 30 days"),
    /** Trucks of the fleet. */
    TRUCKS("trucks", 0, 50_000, "", "few companies of the world have as many"),
    /** Servers of a station. */
    SERVERS("servers", 0, 5_000, "", "no terminal has as many"),
    /** Truckloads a day of one cargo. */
    RATE("trucks/d", 0, 43_200, "", "that is one every 2 s, which no lane passes"),
    /** Vehicles a day of one name. */
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

    double most() {
        return most;
    }

    /** {@code | from 0.01 t to 200 t | below, …; above, … |}, as in the documentation. */
    public String range() {
        return least == 0
                ? "| at most " + shown(most) + " | " + tooMuch + " |"
                : "| from " + shown(least) + " to " + shown(most) + " | below, " + tooLittle + "; above, " + tooMuch
                        + " |";
    }

    /** {@code more than 200 t (the heaviest road trains weigh 200 t)}. */
    String moreThanMost() {
        return "more than " + shown(most) + " (" + tooMuch + ")";
    }

    /** What is unusual about a value in the unit of this table; 0 and infinity stand for none. */
    Optional<String> unusual(double value) {
        return value == Double.POSITIVE_INFINITY || value == 0 ? Optional.empty() : judged(value, value);
    }

    /**
     * What is unusual about a distribution: its mean, its upper bound, or one value in a hundred.
     *
     * @param unitsPerBase how much of this table's unit the distribution's unit is
     */
    Optional<String> unusual(Distribution values, double unitsPerBase) {
        double largest = values.upperBound() < Double.POSITIVE_INFINITY
                ? values.upperBound()
                : values.probabilityBelow(most / unitsPerBase) < 0.99 ? Double.POSITIVE_INFINITY : values.mean();
        return judged(values.mean() * unitsPerBase, Math.max(largest, values.mean()) * unitsPerBase);
    }

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
