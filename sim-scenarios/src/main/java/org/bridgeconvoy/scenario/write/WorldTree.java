package org.bridgeconvoy.scenario.write;

import java.time.ZoneOffset;
import java.util.Set;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/** The tree of the parts of a world that a change may set: bridge, convoys, fleet, banks, demand and traffic. */
final class WorldTree {

    private static final Distribution NOTHING = Distribution.constant(0);
    private static final TimeZone UTC = TimeZone.fixed(ZoneOffset.UTC);

    private final ConvoyConfig world;
    private final Refusals refusals;
    private final DistributionText distributions;

    private WorldTree(ConvoyConfig world, Refusals refusals) {
        this.world = world;
        this.refusals = refusals;
        distributions = new DistributionText(refusals);
    }

    /**
     * The tree of a world.
     *
     * @param listed cargoes that the table of consignments gives alone
     */
    static Node.Fields of(ConvoyConfig world, Set<String> listed, Refusals refusals) {
        return new WorldTree(world, refusals).tree(listed);
    }

    private Node.Fields tree(Set<String> listed) {
        StreamText streams = new StreamText(refusals);
        Branch demand = new Branch();
        for (CargoStream stream : world.demand()) {
            if (!listed.contains(stream.cargo())) {
                demand.put(stream.cargo(), streams.cargo(stream));
            }
        }
        Branch traffic = new Branch();
        for (TrafficStream stream : world.traffic()) {
            traffic.put(stream.name(), streams.traffic(stream));
        }
        return new Branch()
                .put("bridge", new BridgeText(world.start(), world.originClock(), refusals).of(world.bridge()))
                .putIfAny("convoys", BridgeText.convoys(world.outboundConvoys(), world.returnConvoys()))
                .putIfAny("fleet", fleet())
                .putIfAny("origin", bank("origin", world.origin(), hasOwnClock(world.origin(), true)))
                .putIfAny(
                        "destination",
                        bank("destination", world.destination(), hasOwnClock(world.destination(), false)))
                .putIfAny("demand", demand.node())
                .putIfAny("traffic", traffic.node())
                .node();
    }

    private Node fleet() {
        Branch branch = new Branch();
        boolean isOne = world.fleet().size() == 1 && world.fleet().get(0).name().isEmpty();
        if (isOne) {
            put(branch, world.fleet().get(0), "fleet");
        } else {
            Branch classes = new Branch();
            for (TruckClass one : world.fleet()) {
                Branch keys = new Branch();
                put(keys, one, "fleet.classes." + one.name());
                classes.put(one.name(), keys.node());
            }
            branch.putIfAny("classes", classes.node());
        }
        if (!world.waitForLoadSeconds().equals(NOTHING)) {
            branch.put(
                    "wait-for-load",
                    distributions.of(world.waitForLoadSeconds(), Dimension.DURATION, "fleet.wait-for-load"));
        }
        return branch.node();
    }

    private void put(Branch branch, TruckClass trucks, String path) {
        branch.put("trucks", Integer.toString(trucks.trucks()))
                .put(
                        trucks.payloadTonnes() < Double.POSITIVE_INFINITY,
                        "payload",
                        Values.quantity(trucks.payloadTonnes(), "t"))
                .put(trucks.tareTonnes() != 0, "tare", Values.quantity(trucks.tareTonnes(), "t"));
        if (!trucks.turnaroundSeconds().equals(NOTHING)) {
            branch.put(
                    "turnaround",
                    distributions.of(trucks.turnaroundSeconds(), Dimension.DURATION, path + ".turnaround"));
        }
    }

    /** Whether a bank must name its clock: it is not the other's, or the first of two that are not UTC. */
    private boolean hasOwnClock(BankConfig bank, boolean isFirst) {
        boolean alike = world.origin().timeZone().equals(world.destination().timeZone());
        return !alike || isFirst && !bank.timeZone().equals(UTC);
    }

    private Node bank(String name, BankConfig bank, boolean hasOwnClock) {
        Branch branch = new Branch();
        if (hasOwnClock && bank.timeZone().isNamed()) {
            branch.put("time-zone", bank.timeZone().name());
        } else if (hasOwnClock) {
            branch.put(
                    "utc-offset",
                    bank.timeZone().equals(UTC) ? "+00:00" : bank.timeZone().name());
        }
        branch.putIfAny(
                "closed", Branch.texts(bank.closed().stream().map(Values::dates).toList()));
        boolean isOrigin = name.equals("origin");
        station(branch, name, isOrigin ? "loading" : "unloading", bank.handling());
        station(branch, name, "customs", bank.customs());
        if (bank.roadSeconds() != null) {
            branch.put("road", distributions.of(bank.roadSeconds(), Dimension.DURATION, name + ".road"));
        }
        station(branch, name, isOrigin ? "import" : "export", bank.returnCustoms());
        station(branch, name, isOrigin ? "unloading" : "loading", bank.returnHandling());
        return branch.node();
    }

    private void station(Branch branch, String bank, String key, @Nullable StationConfig station) {
        if (station != null) {
            branch.put(key, new StationText(refusals).of(station, bank + "." + key));
        }
    }
}
