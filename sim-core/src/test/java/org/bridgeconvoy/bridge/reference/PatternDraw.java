package org.bridgeconvoy.bridge.reference;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Series;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Nanos;

/** Draws how something appears in time: consignments of a cargo, vehicles of a name. */
final class PatternDraw {

    private final Dice dice;

    /** What its keys begin with. */
    private final String path;

    PatternDraw(Dice dice, String path) {
        this.dice = dice;
        this.path = path;
    }

    ArrivalPattern arrivals() {
        if (dice.has(path + ".arrivals.daily")) {
            List.of(path + ".arrivals", path + ".arrivals.daily.at", path + ".at")
                    .forEach(dice::note);
            return new DailyArrivals(dice.oneOf(0, 1, 5, 12, 16, 46) * Nanos.HOUR / 2);
        } else if (dice.has(path + ".arrivals.poisson")) {
            return new PoissonArrivals();
        }
        dice.note(path + ".arrivals.even");
        return new EvenArrivals();
    }

    List<DayFactor> profile() {
        List<DayFactor> profile = new ArrayList<>();
        if (dice.has(path + ".profile.weekdays")) {
            profile.add(new WeekdayFactors(Map.of(DayOfWeek.SATURDAY, 0.5, DayOfWeek.TUESDAY, 0.0)));
        }
        if (dice.has(path + ".profile.ramp")) {
            for (String part : List.of("from", "to", "start", "over")) {
                dice.note(path + ".profile.ramp." + part);
            }
            profile.add(new Ramp(1, 2.5, dice.between(0, 1) * Nanos.DAY, 2 * Nanos.DAY));
        }
        if (dice.has(path + ".profile.surge")) {
            for (String part : List.of("start", "rise", "peak", "half-life")) {
                dice.note(path + ".profile.surge." + part);
            }
            profile.add(new Surge(Nanos.DAY, Nanos.DAY / 2, 3, Nanos.DAY));
        }
        if (dice.has(path + ".profile.series")) {
            profile.add(new Series(new TreeMap<>(Map.of(0, 1.5, 1, 0.7))));
        }
        if (!profile.isEmpty()) {
            dice.note(path + ".profile");
        }
        return profile;
    }

    HourFactor[] hourFactors() {
        if (!dice.has(path + ".profile.hours")) {
            return new HourFactor[0];
        }
        return dice.chance(0.5)
                ? new HourFactor[] {factor("07:00-10:00", 2), factor("22:00-01:00", 0.5)}
                : new HourFactor[] {factor("23:45-00:30", 3), factor("02:15-02:30", 0), factor("02:30-06:00", 0.5)};
    }

    private static HourFactor factor(String hours, double factor) {
        return new HourFactor(DayInterval.parse(hours), factor);
    }
}
