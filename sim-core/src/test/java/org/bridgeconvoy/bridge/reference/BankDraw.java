package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/** Draws both banks. */
final class BankDraw {

    private final Dice dice;
    private final ClockDraw clocks;

    BankDraw(Dice dice, ClockDraw clocks) {
        this.dice = dice;
        this.clocks = clocks;
    }

    void into(ConvoyConfigBuilder world) {
        List.of("origin", "destination").forEach(dice::note);
        world.origin(BankConfig.of(clocks.origin())
                        .withClosed(dice.has("origin.closed") ? closed() : List.of())
                        .withHandling(station("origin.loading"))
                        .withCustoms(station("origin.customs"))
                        .withReturnHandling(station("origin.unloading"))
                        .withReturnCustoms(station("origin.import"))
                        .withRoadSeconds(road("origin.road")))
                .destination(BankConfig.of(clocks.destination())
                        .withClosed(dice.has("destination.closed") ? closed() : List.of())
                        .withHandling(station("destination.unloading"))
                        .withCustoms(station("destination.customs"))
                        .withReturnHandling(station("destination.loading"))
                        .withReturnCustoms(station("destination.export"))
                        .withRoadSeconds(road("destination.road")));
    }

    @Nullable
    Distribution road(String path) {
        if (!dice.has(path)) {
            return null;
        }
        return dice.oneOf(
                Distribution.constant(0),
                Distribution.constant(1800),
                Distribution.exponential(1500),
                Distribution.discrete(new double[] {0, 600}, new double[] {0.5, 0.5}));
    }

    List<DateRange> closed() {
        LocalDate first = clocks.start().plusDays(dice.between(-1, 2));
        return List.of(new DateRange(first, first.plusDays(dice.between(0, 1))));
    }

    private @Nullable StationConfig station(String path) {
        if (!dice.chance(0.3) && !dice.has(path)) {
            return null;
        }
        dice.note(path);
        StationConfig station = StationConfig.of(1, service(path));
        if (dice.has(path + ".shifts")) {
            dice.note(path + ".shifts.hours");
            dice.note(path + ".shifts.servers");
            station = station.withShifts(shifts());
        } else {
            if (dice.has(path + ".servers")) {
                station = station.withServers(dice.between(2, 3));
            }
            if (dice.has(path + ".hours")) {
                station = station.withHours(HoursDraw.hours(dice));
            }
        }
        return dice.has(path + ".overrun") ? station.withOverrun(Overrun.PAUSE) : station;
    }

    List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            shifts.add(new Shift(HoursDraw.hours(dice), dice.between(1, 3)));
        }
        return shifts;
    }

    ServiceTime service(String path) {
        if (dice.has(path + ".rate")) {
            return new ServiceTime.Rated(dice.oneOf(20, 40, 35));
        }
        dice.note(path + ".time");
        if (dice.has(path + ".time drawn")) {
            return new ServiceTime.Timed(dice.oneOf(
                    Distribution.exponential(1200),
                    Distribution.lognormal(900, 600),
                    Distribution.discrete(new double[] {0, 600}, new double[] {0.5, 0.5})));
        }
        return new ServiceTime.Timed(Distribution.constant(dice.oneOf(0, 60, 300, 600, 1800, 7200)));
    }
}
