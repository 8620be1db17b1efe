package org.bridgeconvoy.scenario.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.calendar.Nanos;
import org.jspecify.annotations.Nullable;

/** Finds the values of a configuration that lie outside their {@link Usual} range. */
final class Plausibility {

    private static final double KM_PER_HOUR = 3.6;
    private static final int HOURS_A_DAY = 24;

    private final ConvoyConfig world;
    /** Messages by the path of the value. */
    private final Map<String, String> unusual = new LinkedHashMap<>();

    Plausibility(ConvoyConfig world) {
        this.world = world;
    }

    /** Messages about unusual values, by the path of the value. */
    Map<String, String> unusual() {
        bridge(world.bridge());
        convoys("convoys.outbound", world.outboundConvoys());
        convoys("convoys.return", world.returnConvoys());
        if (world.hasTrucks()) {
            add("fleet.trucks", Usual.TRUCKS.unusual(world.trucks()));
        }
        world.fleet().forEach(this::trucks);
        bank("origin", "loading", "unloading", "import", world.origin());
        bank("destination", "unloading", "loading", "export", world.destination());
        add("fleet.wait-for-load", Usual.LOAD_WAIT.unusual(world.waitForLoadSeconds(), 1));
        world.demand().stream().filter(CargoStream::isDrawn).forEach(this::stream);
        world.traffic().forEach(this::traffic);
        return unusual;
    }

    private void traffic(TrafficStream stream) {
        String path = "traffic." + stream.name() + ".";
        add(path + "rate", Usual.VEHICLES.unusual(stream.vehicles() * (stream.perOpenHour() ? HOURS_A_DAY : 1)));
        if (stream.speed() != null) {
            add(path + "speed", Usual.SPEED.unusual(stream.speed(), KM_PER_HOUR));
        }
        if (stream.headwayNanos() != TrafficStream.HEADWAY_OF_BRIDGE) {
            add(path + "headway", Usual.HEADWAY.unusual(Nanos.toSeconds(stream.headwayNanos())));
        }
    }

    private void add(String path, Optional<String> found) {
        found.ifPresent(message -> unusual.put(path, message));
    }

    private void bridge(BridgeConfig bridge) {
        add("bridge.length", Usual.LENGTH.unusual(bridge.lengthMetres()));
        boolean alike = bridge.loadedSpeed().equals(bridge.emptySpeed());
        add(alike ? "bridge.speed" : "bridge.speed.loaded", Usual.SPEED.unusual(bridge.loadedSpeed(), KM_PER_HOUR));
        if (!alike) {
            add("bridge.speed.empty", Usual.SPEED.unusual(bridge.emptySpeed(), KM_PER_HOUR));
        }
        add("bridge.headway", Usual.HEADWAY.unusual(Nanos.toSeconds(bridge.headwayNanos())));
        add("bridge.clearance", Usual.CLEARANCE.unusual(Nanos.toSeconds(bridge.clearanceNanos())));
        add("bridge.max-mass", Usual.LANE_LIMIT.unusual(bridge.maxMassTonnes()));
        add("bridge.max-truck-mass", Usual.TRUCK_LIMIT.unusual(bridge.maxTruckMassTonnes()));
        if (bridge.breakdowns() != null) {
            add(
                    "bridge.breakdowns.probability",
                    Usual.BREAKDOWNS.unusual(bridge.breakdowns().probability()));
            add(
                    "bridge.breakdowns.repair",
                    Usual.REPAIR.unusual(bridge.breakdowns().repairSeconds(), 1));
        }
    }

    private void convoys(String path, @Nullable ConvoyRule rule) {
        if (rule != null && rule.maxWaitNanos() < Long.MAX_VALUE) {
            add(path + ".max-wait", Usual.CONVOY_WAIT.unusual(Nanos.toSeconds(rule.maxWaitNanos())));
        }
    }

    private void trucks(TruckClass trucks) {
        String path = trucks.name().isEmpty() ? "fleet." : "fleet.classes." + trucks.name() + ".";
        add(path + "payload", Usual.PAYLOAD.unusual(trucks.payloadTonnes()));
        add(path + "tare", Usual.TARE.unusual(trucks.tareTonnes()));
        add(path + "turnaround", Usual.REST.unusual(trucks.turnaroundSeconds(), 1));
    }

    private void bank(String bank, String handling, String returnHandling, String returnCustoms, BankConfig config) {
        if (config.roadSeconds() != null) {
            add(bank + ".road", Usual.ROAD.unusual(config.roadSeconds(), 1));
        }
        station(bank + "." + returnHandling, config.returnHandling());
        station(bank + "." + returnCustoms, config.returnCustoms());
        station(bank + "." + handling, config.handling());
        station(bank + ".customs", config.customs());
    }

    private void station(String path, @Nullable StationConfig station) {
        if (station == null) {
            return;
        }
        for (int i = 0; i < station.shifts().size(); i++) {
            String shift = station.shifts().size() == 1 ? "" : ".shifts." + i;
            add(
                    path + shift + ".servers",
                    Usual.SERVERS.unusual(station.shifts().get(i).servers()));
        }
        if (station.service() instanceof ServiceTime.Rated rated) {
            add(path + ".rate", Usual.HANDLING.unusual(rated.tonnesPerHour()));
        } else if (station.service() instanceof ServiceTime.Timed timed) {
            add(path + ".time", Usual.SERVICE.unusual(timed.seconds(), 1));
        }
    }

    private void stream(CargoStream stream) {
        String path = "demand." + stream.cargo() + ".";
        double carrying = world.carryingTonnes() > 0 ? world.carryingTonnes() : Double.POSITIVE_INFINITY;
        // A load above what a truck carries is cut, and the message about the cut says so.
        if (carrying > Usual.LOAD.most()) {
            add(path + "load", Usual.LOAD.unusual(stream.loadTonnes(), 1));
        }
        double load = stream.loadTonnes().meanCappedAt(carrying);
        DemandRate rate = stream.rate();
        double ofDay = rate.amount() * (rate.isPerOpenHour() ? HOURS_A_DAY : 1);
        add(path + "rate", Usual.RATE.unusual(rate.isInTonnes() ? ofDay / load : ofDay));
        add(path + "backlog", Usual.BACKLOG.unusual(stream.backlogTonnes() / load));
    }
}
