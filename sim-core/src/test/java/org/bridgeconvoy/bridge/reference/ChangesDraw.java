package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig.Change;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/** Draws worlds that follow a world (section 7, {@code changes}). */
final class ChangesDraw {

    private final Dice dice;
    private final int hours;
    private final BridgeDraw bridges;
    private final BankDraw banks;

    ChangesDraw(Dice dice, int hours, BridgeDraw bridges, BankDraw banks) {
        this.dice = dice;
        this.hours = hours;
        this.bridges = bridges;
        this.banks = banks;
    }

    List<Change> changes(ConvoyConfig world) {
        List<Change> changes = new ArrayList<>();
        if (!dice.has("changes")) {
            return changes;
        }
        List.of("changes.at", "changes.set").forEach(dice::note);
        ConvoyConfig changed = world;
        int at = 0;
        for (int i = dice.between(1, 3); i > 0; i--) {
            at += dice.between(1, hours * 3);
            changed = traffic(bridge(changed));
            if (!world.demand().isEmpty()) {
                changed = bank(fleet(convoys(demand(changed))));
            }
            changes.add(new Change(at * 10L * Nanos.MINUTE, changed));
        }
        return changes;
    }

    private ConvoyConfig bridge(ConvoyConfig world) {
        BridgeConfig.Builder bridge = world.bridge().toBuilder();
        if (dice.has("changes bridge.headway")) {
            bridge.headwayNanos(bridges.headway());
        }
        if (dice.has("changes bridge.clearance")) {
            bridge.clearanceNanos(dice.oneOf(0, 30, 120) * Nanos.SECOND);
        }
        if (dice.has("changes bridge.length")) {
            bridge.lengthMetres(dice.oneOf(200.0, 1000.0));
        }
        if (dice.has("changes bridge.speed")) {
            bridge.speedMetresPerSecond(dice.oneOf(4, 8));
        }
        if (dice.has("changes bridge.max-trucks")) {
            bridge.maxTrucks(dice.oneOf(1, 2, Integer.MAX_VALUE));
        }
        if (dice.has("changes bridge.max-mass")) {
            bridge.maxMassTonnes(dice.oneOf(31.0, 50.0));
        }
        if (dice.has("changes bridge.max-truck-mass")) {
            bridge.maxTruckMassTonnes(bridges.truckMass());
        }
        if (dice.has("changes bridge.closures")) {
            bridge.closures(bridges.closures());
        }
        if (dice.has("changes bridge.breakdowns")) {
            bridge.breakdowns(bridges.breakdowns());
        }
        if (dice.has("changes bridge.lanes")) {
            bridge.lanes(dice.between(1, 2));
        }
        if (dice.has("changes bridge.control")) {
            bridge.control(bridges.control());
        }
        return world.withBridge(bridge.build());
    }

    private ConvoyConfig traffic(ConvoyConfig world) {
        TrafficDraw draw = new TrafficDraw(dice, world.start());
        List<TrafficStream> streams = new ArrayList<>();
        for (TrafficStream stream : world.traffic()) {
            TrafficStream.Builder changed = stream.toBuilder();
            if (dice.has("changes traffic.rate")) {
                draw.rate(changed);
            }
            if (dice.has("changes traffic.speed")) {
                changed.speedMetresPerSecond(Distribution.constant(7));
            }
            if (dice.has("changes traffic.mass")) {
                changed.massTonnes(draw.mass());
            }
            if (dice.has("changes traffic.headway")) {
                changed.headwayNanos(draw.headway());
            }
            if (dice.has("changes traffic.hours")) {
                changed.hours(HoursDraw.hours(dice));
            }
            if (dice.has("changes traffic.profile")) {
                PatternDraw pattern = new PatternDraw(dice, "traffic");
                changed.profile(pattern.profile()).hourFactors(pattern.hourFactors());
            }
            streams.add(changed.build());
        }
        return world.withTraffic(streams);
    }

    private ConvoyConfig convoys(ConvoyConfig world) {
        ConvoyConfigBuilder changed = world.toBuilder();
        if (dice.has("changes convoys.outbound")) {
            changed.outboundConvoys(bridges.convoys("convoys.outbound"));
        }
        if (dice.has("changes convoys.return")) {
            changed.returnConvoys(bridges.convoys("convoys.return"));
        }
        return changed.build();
    }

    private ConvoyConfig demand(ConvoyConfig world) {
        List<CargoStream> streams = new ArrayList<>();
        for (CargoStream stream : world.demand()) {
            CargoStream.Builder changed = stream.toBuilder();
            if (dice.has("changes demand.priority")) {
                changed.priority(dice.between(-1, 1));
            }
            if (stream.isDrawn() && dice.has("changes demand.load")) {
                changed.loadTonnes(dice.oneOf(7, 12));
            }
            if (stream.isDrawn() && dice.has("changes demand.rate")) {
                changed.rate(new DemandDraw(dice, world.start(), world.fleet(), hours).rate());
            }
            if (stream.isDrawn() && dice.has("changes demand.hours")) {
                changed.hours(HoursDraw.hours(dice));
            }
            if (stream.isDrawn() && dice.has("changes demand.profile")) {
                PatternDraw pattern = new PatternDraw(dice, "demand");
                changed.profile(pattern.profile()).hourFactors(pattern.hourFactors());
            }
            if (world.fleet().size() > 1 && dice.has("changes demand.classes")) {
                changed.classes(DemandDraw.classes(dice));
            }
            if (stream.isDrawn() && dice.has("changes demand.total")) {
                changed.totalTonnes(DemandDraw.total(dice));
            }
            streams.add(changed.build());
        }
        return world.toBuilder().demand(streams).build();
    }

    private ConvoyConfig fleet(ConvoyConfig world) {
        List<TruckClass> classes = new ArrayList<>();
        for (TruckClass one : world.fleet()) {
            TruckClass changed = one;
            if (dice.has("changes fleet.trucks")) {
                changed = changed.withTrucks(dice.between(1, 7));
            }
            if (dice.has("changes fleet.payload")) {
                changed = changed.withPayloadTonnes(dice.oneOf(6.0, 11.0, 30.0));
            }
            if (dice.has("changes fleet.tare")) {
                changed = changed.withTareTonnes(dice.oneOf(4.0, 9.0));
            }
            if (dice.has("changes fleet.turnaround")) {
                changed = changed.withTurnaroundSeconds(Distribution.constant(dice.oneOf(0, 1200)));
            }
            classes.add(changed);
        }
        return world.withFleet(classes);
    }

    private ConvoyConfig bank(ConvoyConfig world) {
        BankConfig origin = world.origin()
                .withClosed(
                        dice.has("changes origin.closed")
                                ? banks.closed()
                                : world.origin().closed())
                .withHandling(station("origin.loading", world.origin().handling()))
                .withCustoms(station("origin.customs", world.origin().customs()))
                .withReturnHandling(station("origin.unloading", world.origin().returnHandling()))
                .withReturnCustoms(station("origin.import", world.origin().returnCustoms()));
        BankConfig destination = world.destination()
                .withClosed(
                        dice.has("changes destination.closed")
                                ? banks.closed()
                                : world.destination().closed())
                .withHandling(
                        station("destination.unloading", world.destination().handling()))
                .withCustoms(station("destination.customs", world.destination().customs()))
                .withReturnHandling(
                        station("destination.loading", world.destination().returnHandling()))
                .withReturnCustoms(
                        station("destination.export", world.destination().returnCustoms()));
        ConvoyConfig changed = world.withBanks(
                dice.has("changes origin.road") ? origin.withRoadSeconds(banks.road("origin.road")) : origin,
                dice.has("changes destination.road")
                        ? destination.withRoadSeconds(banks.road("destination.road"))
                        : destination);
        return dice.has("changes fleet.wait-for-load")
                ? changed.toBuilder()
                        .waitForLoadSeconds(Distribution.constant(dice.oneOf(0, 1200)))
                        .build()
                : changed;
    }

    private @Nullable StationConfig station(String path, @Nullable StationConfig station) {
        if (station == null) {
            return null;
        }
        StationConfig changed = station;
        if (dice.has("changes " + path + ".servers")) {
            changed = changed.withShifts(new Shift(changed.shifts().get(0).hours(), dice.between(1, 3)));
        }
        if (dice.has("changes " + path + ".hours")) {
            changed = changed.withShifts(
                    new Shift(HoursDraw.hours(dice), changed.shifts().get(0).servers()));
        }
        if (dice.has("changes " + path + ".shifts")) {
            changed = changed.withShifts(banks.shifts());
        }
        if (dice.has("changes " + path + ".overrun")) {
            changed = changed.withOverrun(dice.oneOf(Overrun.values()));
        }
        if (dice.has("changes " + path + ".time")) {
            changed = changed.withService(banks.service(path));
        }
        return changed;
    }
}
