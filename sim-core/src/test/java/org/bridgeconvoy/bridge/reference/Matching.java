package org.bridgeconvoy.bridge.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who carries what (section 3, "Matching"), at one bank. */
final class Matching {

    private Matching() {}

    /** A truck takes a part, or the whole, of a consignment. */
    record Match(Load load, Truck truck, long milligrams) {}

    /**
     * "Of the waiting consignments that some truck idle there may carry, the one of highest priority, then the earliest, is matched
     * first." Those that appeared at one instant are in the order of the list.
     */
    static Optional<Match> next(List<Load> waiting, List<Truck> idle, WorldNow world) {
        return waiting.stream()
                .filter(load -> idle.stream().anyMatch(truck -> carries(truck, load, world)))
                .min(Comparator.comparingInt((Load load) -> -load.priority).thenComparingLong(load -> load.appeared))
                .map(load -> match(load, idle, world));
    }

    /** "A truck whose capacity at the moment is 0 is not matched." */
    private static boolean carries(Truck truck, Load load, WorldNow world) {
        return world.mayCarry(truck.truckClass(world), load.cargo) && capacity(truck, world) > 0;
    }

    private static long capacity(Truck truck, WorldNow world) {
        return world.capacity(truck.truckClass(world));
    }

    private static Match match(Load load, List<Truck> idle, WorldNow world) {
        // "The one idle longest, of these the lowest number."
        Comparator<Truck> longestIdle =
                Comparator.comparingLong((Truck t) -> t.idleSince).thenComparingInt(t -> t.number);
        // "Of the idle trucks that carry it whole ... If none carries it whole, the truck that carries most (then as
        // before)."
        Truck truck = idle.stream()
                .filter(t -> carries(t, load, world) && capacity(t, world) >= load.milligrams)
                .min(longestIdle)
                .orElseGet(() -> idle.stream()
                        .filter(t -> carries(t, load, world))
                        .min(Comparator.comparingLong((Truck t) -> -capacity(t, world))
                                .thenComparing(longestIdle))
                        .orElseThrow());
        return new Match(load, truck, Math.min(load.milligrams, capacity(truck, world)));
    }
}
