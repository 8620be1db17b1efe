package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/** Draws the demand: streams, their profiles, and what is listed. */
final class DemandDraw {

    private final Dice dice;
    private final LocalDate start;
    private final List<TruckClass> fleet;
    private final int hours;
    private final PatternDraw pattern;
    private final List<String> cargoes = new ArrayList<>();

    DemandDraw(Dice dice, LocalDate start, List<TruckClass> fleet, int hours) {
        this.dice = dice;
        this.start = start;
        this.fleet = fleet;
        this.hours = hours;
        pattern = new PatternDraw(dice, "demand");
    }

    List<CargoStream> streams() {
        List<CargoStream> streams = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            streams.add(stream("cargo" + streams.size()));
            cargoes.add("cargo" + (streams.size() - 1));
        }
        if (dice.has("consignments")) {
            streams.add(CargoStream.builder("listed").loadTonnes(10).build());
            cargoes.add("listed");
        }
        return streams;
    }

    List<Consignment> listed() {
        List<Consignment> rows = new ArrayList<>();
        if (cargoes.contains("listed")) {
            for (int i = dice.between(1, 9); i > 0; i--) {
                rows.add(new Consignment(
                        dice.between(0, hours) * Nanos.HOUR,
                        dice.oneOf("listed", cargoes.get(0)),
                        dice.oneOf(3.0, 10.0, 33.3, 61.25),
                        dice.has("consignments priority") ? dice.between(-1, 1) : 0));
            }
        }
        return rows;
    }

    private CargoStream stream(String cargo) {
        List.of("demand", "demand.load", "demand.rate").forEach(dice::note);
        CargoStream.Builder stream =
                CargoStream.builder(cargo).loadTonnes(load()).rate(rate());
        if (dice.has("demand.direction")) {
            stream.direction(Direction.RETURN);
        }
        if (dice.has("demand.priority")) {
            stream.priority(dice.between(-1, 1));
        }
        if (fleet.size() > 1 && dice.has("demand.classes")) {
            stream.classes(classes(dice));
        }
        if (dice.has("demand.from")) {
            stream.from(start.plusDays(dice.between(-1, 1)));
        }
        if (dice.has("demand.until")) {
            stream.until(start.plusDays(dice.between(0, 2)));
        }
        if (dice.has("demand.hours")) {
            stream.hours(HoursDraw.hours(dice));
        }
        if (dice.has("demand.backlog")) {
            stream.backlogTonnes(dice.oneOf(10.0, 45.5, 100.0));
        }
        if (dice.has("demand.total")) {
            stream.totalTonnes(total(dice));
        }
        return stream.arrivals(pattern.arrivals())
                .profile(pattern.profile())
                .hourFactors(pattern.hourFactors())
                .build();
    }

    static double total(Dice dice) {
        return dice.oneOf(30.0, 77.7, 200.0);
    }

    static String[] classes(Dice dice) {
        return dice.oneOf(new String[] {"class0"}, new String[] {"class1"}, new String[] {"class0", "class1"});
    }

    private Distribution load() {
        if (dice.has("demand.load drawn")) {
            return dice.oneOf(
                    Distribution.uniform(1, 20),
                    Distribution.discrete(new double[] {0, 8, 25}, new double[] {0.1, 0.5, 0.4}));
        }
        return Distribution.constant(dice.oneOf(10.0, 25.0, 33.3));
    }

    DemandRate rate() {
        if (dice.has("demand.rate t/d")) {
            return new DemandRate.Tonnes(dice.oneOf(100, 250, 400));
        } else if (dice.has("demand.rate trucks/h")) {
            return new DemandRate.TrucksPerHour(dice.oneOf(0.5, 1.0, 2.5));
        } else if (dice.has("demand.rate t/h")) {
            return new DemandRate.TonnesPerHour(dice.oneOf(5, 20));
        }
        dice.note("demand.rate trucks/d");
        return new DemandRate.Trucks(dice.oneOf(0, 12, 24, 30, 48));
    }
}
