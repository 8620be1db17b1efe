package org.bridgeconvoy.bridge.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Finds settings that can never work, in a world or in one that replaces it later: a truck that can never enter, hours in which no truck
 * can clear the bridge or begin a service, convoys by which the fleet can lock itself.
 */
public final class Feasibility {

    /** Share of trucks too small to stop a run for. */
    private static final double NEGLIGIBLE = 1e-9;

    /**
     * A setting that can never work.
     *
     * @param path its path in a scenario file: {@code bridge.max-mass}
     * @param message what is wrong, with values
     * @param fatal whether the run would deadlock; otherwise it is a warning
     * @param change its world: 0 for the first, otherwise the number of the change that brings the world
     */
    public record Finding(String path, String message, boolean fatal, int change) {}

    /** The world under test. */
    private final ConvoyConfig config;

    /** All worlds of the run, in order. */
    private final List<ConvoyConfig> worlds;

    /** The cargoes that a truck may carry in some world. */
    private final Set<String> carried;

    private final int change;
    private final Set<Finding> findings;

    /** Of each cargo of listed consignments, the most tonnes of one. */
    private final Map<String, Double> heaviestListed;

    private Feasibility(
            List<ConvoyConfig> worlds,
            Set<String> carried,
            Map<String, Double> heaviestListed,
            int change,
            Set<Finding> findings) {
        this.worlds = worlds;
        this.carried = carried;
        this.heaviestListed = heaviestListed;
        this.change = change;
        this.findings = findings;
        config = worlds.get(change);
    }

    /**
     * All findings, in the order of the worlds and of the sections of the file.
     *
     * @param config the world, with its changes
     * @return empty if there are no findings
     */
    public static List<Finding> check(ConvoyConfig config) {
        List<ConvoyConfig> worlds = new ArrayList<>(List.of(config));
        config.changes().forEach(c -> worlds.add(c.world()));
        Set<Finding> findings = new LinkedHashSet<>();
        Set<String> carried = carried(worlds);
        List<Consignment> consignments = config.consignments();
        Map<String, Double> heaviestListed = heaviest(consignments);
        for (int i = 0; i < worlds.size(); i++) {
            if (!worlds.get(i).consignments().equals(consignments)) {
                consignments = worlds.get(i).consignments();
                heaviestListed = heaviest(consignments);
            }
            Feasibility check = new Feasibility(worlds, carried, heaviestListed, i, findings);
            check.masses();
            check.control();
            if (config.hasTrucks()) {
                check.convoys();
            }
            check.loads();
            TrafficFeasibility.check(worlds, i, findings);
        }
        returnLoads(config, findings);
        NeededTrips.check(worlds).ifPresent(message -> findings.add(new Finding("consignments", message, false, 0)));
        return List.copyOf(findings);
    }

    private static Set<String> carried(List<ConvoyConfig> worlds) {
        Set<String> carried = new HashSet<>();
        for (ConvoyConfig world : worlds) {
            for (CargoStream stream : world.demand()) {
                if (world.carryingTonnes(stream) > 0) {
                    carried.add(stream.cargo());
                }
            }
        }
        return carried;
    }

    private static Map<String, Double> heaviest(List<Consignment> consignments) {
        Map<String, Double> heaviest = new HashMap<>();
        consignments.forEach(c -> heaviest.merge(c.cargo(), c.tonnes(), Math::max));
        return heaviest;
    }

    /** Finds return loads that no truck can take. */
    private static void returnLoads(ConvoyConfig config, Set<Finding> findings) {
        boolean isAnySentOut = config.demand().stream()
                .anyMatch(s -> !s.isReturn()
                        && (s.isDrawn()
                                || config.consignments().stream()
                                        .anyMatch(c -> c.cargo().equals(s.cargo()))));
        if (!config.hasReturnLoads()) {
            withoutReturnLoads(config)
                    .forEach(path -> findings.add(new Finding(
                            path,
                            "has no effect, as there are no return loads; give a stream direction: return",
                            false,
                            0)));
        } else if (!isAnySentOut) {
            findings.add(new Finding(
                    "demand",
                    "nothing goes out, so no truck comes to the destination and no return load is ever carried",
                    false,
                    0));
        }
    }

    /** Settings that have no effect without return loads. */
    private static List<String> withoutReturnLoads(ConvoyConfig config) {
        List<String> paths = new ArrayList<>();
        if (config.waitForLoadSeconds().upperBound() > 0) {
            paths.add("fleet.wait-for-load");
        }
        for (Stage stage : Stage.values()) {
            if (stage.isOfReturnLoad() && config.station(stage) != null) {
                paths.add(stage.key());
            }
        }
        return paths;
    }

    /**
     * Refuses a world that would deadlock.
     *
     * @param config the world, with its changes
     * @throws IllegalArgumentException if a finding is fatal; the message names all fatal findings
     */
    public static void require(ConvoyConfig config) {
        List<String> fatal = check(config).stream()
                .filter(Finding::fatal)
                .map(f -> f.path() + ": " + f.message())
                .toList();
        Checks.require(fatal.isEmpty(), String.join("; ", fatal));
    }

    private void masses() {
        List<TruckClass> fleet = config.fleet();
        for (int c = 0; c < fleet.size(); c++) {
            TruckClass truckClass = fleet.get(c);
            if (truckClass.trucks() > 0) {
                mass(c, truckClass);
            }
        }
    }

    private void mass(int index, TruckClass truckClass) {
        BridgeConfig bridge = config.bridge();
        String truck = truckClass.name().isEmpty() ? "a truck" : "a truck of class '" + truckClass.name() + "'";
        double heaviest = heaviest(truckClass);
        if (truckClass.carryingTonnes(bridge.maxTruckMassTonnes()) <= 0) {
            String weighs = truck + " weighs " + truckClass.tareTonnes()
                    + " t empty and could carry nothing: bridge.max-truck-mass is " + bridge.maxTruckMassTonnes()
                    + " t";
            if (worlds.stream().noneMatch(w -> carries(w, index))) {
                fatal("bridge.max-truck-mass", weighs);
            } else {
                warn("bridge.max-truck-mass", weighs + "; such trucks wait as long as that holds");
            }
        } else if (heaviest > bridge.maxMassTonnes()) {
            String weighs = truck + " can weigh " + heaviest + " t gross and could never enter: bridge.max-mass is "
                    + bridge.maxMassTonnes() + " t; limit its payload or the load with max=";
            if (worlds.subList(change, worlds.size()).stream()
                    .noneMatch(w -> w.bridge().maxMassTonnes() >= heaviest)) {
                fatal("bridge.max-mass", weighs);
            } else {
                warn("bridge.max-mass", weighs.replace("could never enter", "waits until a change lets it"));
            }
        }
    }

    private static boolean carries(ConvoyConfig world, int truckClass) {
        return world.fleet().get(truckClass).carryingTonnes(world.bridge().maxTruckMassTonnes()) > 0;
    }

    private double heaviest(TruckClass truckClass) {
        double load = 0;
        for (CargoStream stream : config.demand()) {
            if (stream.isCarriedBy(truckClass)) {
                load = stream.isDrawn() ? Math.max(load, stream.loadTonnes().upperBound()) : load;
                load = Math.max(load, heaviestListed(stream.cargo()));
            }
        }
        return truckClass.tareTonnes()
                + Math.min(load, truckClass.carryingTonnes(config.bridge().maxTruckMassTonnes()));
    }

    private double heaviestListed(String cargo) {
        return heaviestListed.getOrDefault(cargo, 0.0);
    }

    private void control() {
        // Hours repeat weekly: a direction without the lane in one further week never gets it.
        long beyond = config.horizonNanos() + 7 * Nanos.DAY;
        ControlRule.Plan plan = config.bridge().control().plan(config.bridgeCalendar(), beyond);
        for (Direction direction : Direction.values()) {
            if (!isUsed(direction)) {
                continue;
            }
            String who = config.hasTrucks() ? " trucks" : " vehicles";
            String path = config.bridge().control() instanceof Timetable
                    ? "bridge.control.timetable." + direction.label()
                    : "bridge.control";
            if (given(plan, direction, beyond, 0) == 0) {
                fatal(path, "the control never gives the lane to " + direction.label() + who);
            } else if (given(plan, direction, config.horizonNanos(), 0) == 0) {
                warn(path, "the control gives the lane to " + direction.label() + who + " only after the horizon");
            } else {
                speeds(direction, path, speedToEnter(plan, direction));
            }
        }
    }

    private boolean isUsed(Direction direction) {
        return config.hasTrucks() || config.traffic().stream().anyMatch(s -> s.direction() == direction);
    }

    /** Finds trucks and vehicles that are too slow for the control ever to let them enter. */
    private void speeds(Direction direction, String path, double toEnter) {
        if (config.hasTrucks()) {
            speeds(direction).forEach(speed -> speed(speed, toEnter, path, "truck"));
        }
        for (TrafficStream stream : config.traffic()) {
            if (stream.direction() == direction) {
                String own = stream.speed() == null ? path : "traffic." + stream.name() + ".speed";
                speed(stream.speedOver(config.bridge()), toEnter, own, "vehicle of '" + stream.name() + "'");
            }
        }
    }

    private void speed(Distribution speed, double toEnter, String path, String who) {
        if (speed.probabilityBelow(toEnter) > NEGLIGIBLE) {
            fatal(
                    path,
                    "hours in which nothing can clear: at " + speed + " (m/s) a crossing can take longer than any"
                            + " opening, and with last-entry: clear such a " + who + " could never enter");
        }
    }

    /** How long the control gives the lane from the start on; the control may be the modeler's own. */
    private long given(ControlRule.Plan plan, Direction direction, long until, long crossing) {
        long given = plan.givenNanos(direction, 0, until, crossing);
        if (given < 0 || given > until) {
            throw new IllegalStateException("control " + config.bridge().control() + ": givenNanos must be from 0 to "
                    + until + " ns, got " + given + " ns for " + direction.label() + " trucks");
        }
        return given;
    }

    private Stream<Distribution> speeds(Direction direction) {
        BridgeConfig bridge = config.bridge();
        if (direction == Direction.OUTBOUND) {
            return Stream.of(bridge.loadedSpeed());
        }
        return config.hasReturnLoads()
                ? Stream.of(bridge.emptySpeed(), bridge.loadedSpeed())
                : Stream.of(bridge.emptySpeed());
    }

    /** The least speed in m/s at which the control lets a truck enter at some time of the run; 0 if every speed is enough. */
    private double speedToEnter(ControlRule.Plan plan, Direction direction) {
        long enters = 0;
        long never = config.horizonNanos() + 1;
        if (given(plan, direction, config.horizonNanos(), never) > 0) {
            return 0;
        }
        while (never - enters > 1) {
            long crossing = enters + (never - enters) / 2;
            if (given(plan, direction, config.horizonNanos(), crossing) > 0) {
                enters = crossing;
            } else {
                never = crossing;
            }
        }
        // Slightly less, so that rounding does not refuse a crossing that fills the opening to its last instant.
        return config.bridge().lengthMetres() / (enters / (double) Nanos.SECOND) * (1 - 1e-12);
    }

    /** The fleet locks if all its trucks can wait for a convoy and no truck is left to fill it. */
    private void convoys() {
        int outbound = waitWithoutEnd(config.outboundConvoys());
        int inbound = waitWithoutEnd(config.returnConvoys());
        int trucks = config.trucks();
        if (outbound + inbound == 0 || trucks > (long) outbound + inbound) {
            return;
        }
        String cure = "; give them a max-wait or departures, or at least " + (outbound + inbound + 1) + " trucks";
        if (outbound >= trucks) {
            fatal("convoys.outbound.size", tooLarge(outbound, trucks));
        } else if (inbound >= trucks) {
            fatal("convoys.return.size", tooLarge(inbound, trucks));
        } else {
            fatal(
                    "convoys",
                    "the fleet can lock itself: " + outbound + " trucks can wait for an outbound convoy of "
                            + (outbound + 1) + " and " + inbound + " for a return convoy of " + (inbound + 1)
                            + ", and there are " + trucks + " trucks" + cure);
        }
    }

    private static String tooLarge(int waiting, int trucks) {
        return "is above the " + trucks + " trucks of the fleet, so without max-wait no convoy ever leaves, got "
                + (waiting + 1);
    }

    /** How many trucks can wait under a rule while no other arrives. */
    private static int waitWithoutEnd(@Nullable ConvoyRule rule) {
        boolean bounded = rule == null
                || rule.size() == Integer.MAX_VALUE
                || rule.maxWaitNanos() < Long.MAX_VALUE
                || !rule.departures().isEmpty();
        return rule == null || bounded ? 0 : rule.size() - 1;
    }

    private void loads() {
        for (CargoStream stream : config.demand()) {
            double capacity = config.carryingTonnes(stream);
            boolean appears = stream.isDrawn() || heaviestListed(stream.cargo()) > 0;
            if (appears && !carried.contains(stream.cargo())) {
                fatal("demand." + stream.cargo() + ".classes", "no truck may ever carry '" + stream.cargo() + "'");
            } else if (stream.isDrawn() && capacity > 0 && stream.loadTonnes().mean() > capacity) {
                warn(
                        "demand." + stream.cargo() + ".load",
                        "mean load of " + stream.loadTonnes().mean() + " t is above the " + capacity
                                + " t that a truck can carry; loads are cut to that");
            }
        }
    }

    private void warn(String path, String message) {
        findings.add(new Finding(path, message, false, change));
    }

    private void fatal(String path, String message) {
        findings.add(new Finding(path, message, true, change));
    }

    @Override
    public String toString() {
        return findings.size() + " findings in " + worlds.size() + " worlds";
    }
}
