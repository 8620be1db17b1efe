package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/** Draws bridges, controls and convoy rules. */
final class BridgeDraw {

    private final Dice dice;
    private final int hours;

    BridgeDraw(Dice dice, int hours) {
        this.dice = dice;
        this.hours = hours;
    }

    BridgeConfig bridge() {
        List.of("bridge", "bridge.length", "bridge.speed", "bridge.speed.loaded", "bridge.control")
                .forEach(dice::note);
        Distribution loaded = speed("bridge.speed.loaded");
        Distribution empty = dice.has("bridge.speed.empty") ? speed("bridge.speed.empty") : loaded;
        BridgeConfig.Builder bridge = BridgeConfig.builder()
                .lengthMetres(dice.oneOf(100.0, 600.0, 940.8, 3000.0))
                .speedMetresPerSecond(loaded, empty)
                .lanes(dice.has("bridge.lanes") ? 2 : 1)
                .control(control());
        if (dice.has("bridge.headway")) {
            bridge.headwayNanos(headway());
        }
        if (dice.has("bridge.clearance")) {
            bridge.clearanceNanos(dice.oneOf(10, 60, 300) * Nanos.SECOND);
        }
        if (dice.has("bridge.max-trucks")) {
            bridge.maxTrucks(dice.between(1, 4));
        }
        if (dice.has("bridge.max-mass")) {
            bridge.maxMassTonnes(dice.oneOf(31.0, 60.0, 100.0));
        }
        if (dice.has("bridge.max-truck-mass")) {
            bridge.maxTruckMassTonnes(truckMass());
        }
        if (dice.has("bridge.closures")) {
            List.of("bridge.closures.from", "bridge.closures.to").forEach(dice::note);
            bridge.closures(closures());
        }
        if (dice.has("bridge.breakdowns")) {
            List.of("bridge.breakdowns.probability", "bridge.breakdowns.repair").forEach(dice::note);
            bridge.breakdowns(breakdowns());
        }
        return bridge.build();
    }

    long headway() {
        return dice.oneOf(1L, 5 * Nanos.SECOND, 20 * Nanos.SECOND, 60 * Nanos.SECOND, 7_500_000_000L);
    }

    double truckMass() {
        return dice.oneOf(20.0, 31.0, 40.0);
    }

    Breakdowns breakdowns() {
        return new Breakdowns(
                dice.oneOf(0.05, 0.3, 1.0),
                dice.oneOf(Distribution.constant(300), Distribution.exponential(900), Distribution.constant(0)));
    }

    List<Closure> closures() {
        List<Closure> closures = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            int from = dice.between(0, hours * 6);
            closures.add(
                    new Closure(from * 10L * Nanos.MINUTE, (from + dice.oneOf(1, 6, 24, 60)) * 10L * Nanos.MINUTE));
        }
        return closures;
    }

    private Distribution speed(String path) {
        if (dice.has(path + " drawn")) {
            return dice.oneOf(
                    Distribution.uniform(2, 6),
                    Distribution.triangular(2, 3, 9),
                    Distribution.discrete(new double[] {2, 8}, new double[] {0.5, 0.5}));
        }
        return Distribution.constant(dice.oneOf(2, 5, 10));
    }

    ControlRule control() {
        switch (dice.between(0, 3)) {
            case 0 -> {
                noteAll("bridge.control.timetable", ".outbound", ".return");
                LastEntry last = dice.has("bridge.control.timetable.last-entry") ? LastEntry.CLEAR : LastEntry.ENTER;
                return dice.oneOf(
                        new Timetable(Hours.daily("08:00-18:00"), Hours.daily("19:00-05:00"), last),
                        new Timetable(
                                Hours.daily("00:00-02:00", "06:00-09:00", "09:00-12:00"),
                                Hours.daily("12:00-18:00", "18:00-24:00"),
                                last),
                        new Timetable(Hours.daily("22:00-02:00", "04:00-08:30"), Hours.daily("10:00-20:00"), last),
                        new Timetable(
                                Hours.daily("01:00-01:20", "02:00-02:20", "09:00-09:40", "14:00-14:50"),
                                Hours.daily("01:30-01:55", "02:30-02:50", "10:00-10:20", "15:00-19:00"),
                                last));
            }
            case 1 -> {
                noteAll("bridge.control.alternate", ".outbound", ".return");
                Direction first = dice.has("bridge.control.alternate.first") ? Direction.RETURN : Direction.OUTBOUND;
                Alternate cycle = new Alternate(green(), green(), first, hours("bridge.control.alternate.hours"));
                return dice.has("bridge.control.alternate.red") ? cycle.withRed(aWhile()) : cycle;
            }
            case 2 -> {
                noteAll("bridge.control.actuated", ".min-green", ".max-green");
                long least = dice.oneOf(0, 30, 120, 600) * Nanos.SECOND;
                Actuated signals = new Actuated(
                        least,
                        Math.max(Nanos.SECOND, least + dice.oneOf(0, 1, 60, 600, 1800) * Nanos.SECOND),
                        hours("bridge.control.actuated.hours"));
                return dice.has("bridge.control.actuated.extension") ? signals.withExtension(aWhile()) : signals;
            }
            default -> {
                noteAll("bridge.control.batches", ".outbound", ".return");
                return new Batches(dice.between(1, 4), dice.between(1, 4), hours("bridge.control.batches.hours"));
            }
        }
    }

    private void noteAll(String key, String... required) {
        dice.note(key);
        for (String part : required) {
            dice.note(key + part);
        }
    }

    private Hours hours(String key) {
        return dice.has(key) ? HoursDraw.hours(dice) : Hours.always();
    }

    private long aWhile() {
        return dice.oneOf(5, 60, 300) * Nanos.SECOND;
    }

    private long green() {
        return dice.oneOf(60, 240, 600, 1800, 3600, 5000) * Nanos.SECOND;
    }

    @Nullable
    ConvoyRule convoys(String path) {
        if (!dice.has(path)) {
            return null;
        }
        dice.note("convoys");
        List<Long> departures = new ArrayList<>();
        if (dice.has(path + ".departures")) {
            for (int i = dice.between(1, 4); i > 0; i--) {
                departures.add(dice.between(0, 47) * 30L * Nanos.MINUTE);
            }
        }
        int size = Integer.MAX_VALUE;
        if (departures.isEmpty() || dice.has(path + ".size")) {
            dice.note(path + ".size");
            size = dice.between(1, 5);
        }
        long longest = Time.NEVER;
        if (dice.chance(0.6)) {
            dice.note(path + ".max-wait");
            longest = dice.oneOf(0, 60, 1800, 3600, 20_000) * Nanos.SECOND;
        }
        return new ConvoyRule(size, longest, departures, dice.has(path + ".exclusive"));
    }
}
