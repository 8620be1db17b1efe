package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/** Relaxations of the fleet's constraints: mass and payload of a truck, number of trucks, turnaround, roads, wait for a return load. */
final class FleetRelaxations {

    private FleetRelaxations() {}

    /** Adds the relaxations of the fleet in all worlds of a list. */
    static void addTo(RelaxationList list) {
        truckMass(list);
        payload(list);
        list.add(
                "fleet.trucks",
                "trucks",
                list.worlds().get(0).trucks() + " to "
                        + Steps.more(list.worlds().get(0).trucks()),
                c -> c.withFleet(withMoreTrucks(c.fleet(), Steps.more(c.trucks()) - c.trucks())));
        list.firstWith(c -> c.fleet().stream().anyMatch(FleetRelaxations::rests))
                .ifPresent(first -> list.add(
                        "fleet.turnaround",
                        "turnaround",
                        "a tenth less",
                        each(c -> c.withTurnaroundSeconds(c.turnaroundSeconds().scaled(1 - RelaxationList.SHARE)))));
        roadsAndWaits(list);
    }

    /**
     * Adds the roads of both banks and the wait for a return load. That wait is relaxed both ways: in a longer one a truck may find a load,
     * after a shorter one it is back sooner.
     */
    private static void roadsAndWaits(RelaxationList list) {
        list.firstWith(c -> isLong(c.origin().roadSeconds()))
                .ifPresent(first -> list.add(
                        "origin.road",
                        "road at the origin",
                        "a tenth less",
                        c -> c.withBanks(shorter(c.origin()), c.destination())));
        list.firstWith(c -> isLong(c.destination().roadSeconds()))
                .ifPresent(first -> list.add(
                        "destination.road",
                        "road at the destination",
                        "a tenth less",
                        c -> c.withBanks(c.origin(), shorter(c.destination()))));
        if (list.worlds().get(0).hasReturnLoads()
                && list.firstWith(c -> isLong(c.waitForLoadSeconds())).isPresent()) {
            list.add(
                    "fleet.wait-for-load",
                    "shorter wait for a return load",
                    "a tenth less",
                    c -> waiting(c, 1 - RelaxationList.SHARE));
            list.add(
                    "fleet.wait-for-load",
                    "longer wait for a return load",
                    "a tenth more",
                    c -> waiting(c, 1 + RelaxationList.SHARE));
        }
    }

    private static boolean isLong(@Nullable Distribution seconds) {
        return seconds != null && seconds.mean() > 0;
    }

    private static BankConfig shorter(BankConfig bank) {
        Distribution road = bank.roadSeconds();
        return road == null ? bank : bank.withRoadSeconds(road.scaled(1 - RelaxationList.SHARE));
    }

    /** The world with the wait for a return load times a factor. */
    private static ConvoyConfig waiting(ConvoyConfig config, double factor) {
        return config.toBuilder()
                .waitForLoadSeconds(config.waitForLoadSeconds().scaled(factor))
                .build();
    }

    /** Whether a class has trucks that rest after a trip. */
    private static boolean rests(TruckClass c) {
        return c.trucks() > 0 && c.turnaroundSeconds().mean() > 0;
    }

    private static UnaryOperator<ConvoyConfig> each(UnaryOperator<TruckClass> relax) {
        return config -> config.withFleet(config.fleet().stream().map(relax).toList());
    }

    /** Adds the limit of one truck's mass, if it keeps any truck from a full load; else the list says that it does not bind. */
    private static void truckMass(RelaxationList list) {
        Predicate<ConvoyConfig> exists = c -> c.bridge().maxTruckMassTonnes() < Double.POSITIVE_INFINITY;
        list.firstWith(exists).ifPresent(first -> {
            if (list.worlds().stream().anyMatch(FleetRelaxations::truckMassBinds)) {
                double limit = first.bridge().maxTruckMassTonnes();
                list.add("bridge.max-truck-mass", "mass of one truck", Steps.tonnes(limit, more(limit)), c -> {
                    double most = more(c.bridge().maxTruckMassTonnes());
                    return c.withBridge(
                            c.bridge().toBuilder().maxTruckMassTonnes(most).build());
                });
            } else {
                list.add("bridge.max-truck-mass", "no truck is so heavy that it binds");
            }
        });
    }

    private static double more(double tonnes) {
        return tonnes * (1 + RelaxationList.SHARE);
    }

    /** Whether the limit keeps a class of trucks from its payload or from the heaviest load. */
    private static boolean truckMassBinds(ConvoyConfig config) {
        double limit = config.bridge().maxTruckMassTonnes();
        double heaviest = Loads.heaviest(config);
        return config.fleet().stream()
                .anyMatch(c -> c.trucks() > 0 && limit - c.tareTonnes() < Math.min(c.payloadTonnes(), heaviest));
    }

    /** Adds the payload, if a load is larger than some truck carries; else the list says that none is. */
    private static void payload(RelaxationList list) {
        if (list.firstWith(
                        c -> c.fleet().stream().anyMatch(t -> t.trucks() > 0 && t.payloadTonnes() < Loads.heaviest(c)))
                .isPresent()) {
            list.add(
                    "fleet.payload",
                    "payload",
                    "a tenth more",
                    each(c -> c.withPayloadTonnes(c.payloadTonnes() * (1 + RelaxationList.SHARE))));
        } else if (list.firstWith(c -> c.fleet().stream().anyMatch(t -> t.payloadTonnes() < Double.POSITIVE_INFINITY))
                .isPresent()) {
            list.add("fleet.payload", "no load is larger than a truck carries");
        }
    }

    /**
     * Spreads more trucks over the classes in proportion to their size by the method of D'Hondt: each further truck goes to the class with
     * the most trucks per truck added so far. A class without trucks gets none.
     */
    static List<TruckClass> withMoreTrucks(List<TruckClass> fleet, int more) {
        int[] added = new int[fleet.size()];
        for (int i = 0; i < more; i++) {
            int most = 0;
            double lag = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < added.length; k++) {
                double behind =
                        fleet.get(k).trucks() == 0 ? -more : fleet.get(k).trucks() / (added[k] + 1.0);
                if (behind > lag) {
                    lag = behind;
                    most = k;
                }
            }
            added[most]++;
        }
        List<TruckClass> changed = new ArrayList<>();
        for (int k = 0; k < added.length; k++) {
            changed.add(fleet.get(k).withTrucks(fleet.get(k).trucks() + added[k]));
        }
        return changed;
    }
}
