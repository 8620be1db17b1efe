package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/**
 * Matches consignments and idle trucks as the contract says, by looking at all of them, and fails where the run does otherwise;
 * and counts tonnes: what was consigned is delivered, on trucks, or waiting. Written without a look at the model's own matching.
 */
final class MatchingOracle implements BridgeObserver {

    /** A consignment, or what is left of it. */
    private static final class Waiting {
        final CargoStream cargo;
        final int priority;
        final long since;
        long left;

        /** What a truck of a class carries of it at most, as far as it was asked for in the world of now. */
        final Map<String, Long> carried = new HashMap<>();

        Waiting(CargoStream cargo, int priority, long since, long left) {
            this.cargo = cargo;
            this.priority = priority;
            this.since = since;
            this.left = left;
        }
    }

    private final ConvoyConfig whole;
    private ConvoyConfig world;
    private int changes;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<String, Integer> nextListed = new HashMap<>();

    /** Idle trucks of the origin by number, with the instant since which they are idle. */
    private final Map<Integer, Long> idle = new LinkedHashMap<>();

    /** Those of the destination. */
    private final Map<Integer, Long> far = new LinkedHashMap<>();

    private final Map<Integer, String> classOf = new HashMap<>();
    private long now = -1;
    private boolean matched;

    /** In milligrams. */
    long consigned;

    long delivered;
    long onTrucks;

    /** Consignments that waited to the end, and parts that were taken. */
    long waitingNanos;

    int splits;

    private final long from;

    MatchingOracle(ConvoyConfig config) {
        whole = config;
        world = config;
        from = config.warmUpNanos();
        int number = 0;
        for (TruckClass truckClass : config.fleet()) {
            for (int i = 0; i < truckClass.trucks(); i++) {
                idle.put(++number, 0L);
                classOf.put(number, truckClass.name());
            }
        }
    }

    /** The text is made only if something is wrong: it is asked for at each event. */
    private static void that(boolean holds, Supplier<String> what) {
        if (!holds) {
            throw new AssertionError(what.get());
        }
    }

    private void at(long time) {
        if (time > now) {
            thatAllIsMatched();
            now = time;
            matched = false;
        }
    }

    private void thatAllIsMatched() {
        that(
                best(idle, false) == null,
                () -> "a match was left open at " + Texts.instant(now) + ": " + best(idle, false));
        that(best(far, true) == null, () -> "a return load was left at " + Texts.instant(now) + ": " + best(far, true));
    }

    @Override
    public void wentBackEmpty(long time, TruckView truck) {
        at(time);
        Long since = far.remove(truck.number());
        if (since == null) {
            that(!mayCarryBack(truck.number()), () -> truck + " goes back at once though it may carry a return load");
            return;
        }
        that(best(far, true) == null, () -> truck + " goes back before all are matched");
        Distribution wait = world.waitForLoadSeconds();
        boolean isConstant =
                wait.lowerBound() == wait.upperBound() && whole.changes().isEmpty();
        that(!isConstant || time - since == Nanos.ofSeconds(wait.mean()), () -> "the wait of " + truck + " for a load");
    }

    private boolean mayCarryBack(int truck) {
        String name = classOf.getOrDefault(truck, "");
        return world.demand().stream()
                .anyMatch(s ->
                        s.isReturn() && (s.classes().isEmpty() || s.classes().contains(name)));
    }

    @Override
    public void worldChanged(long time, int trucks) {
        at(time);
        world = whole.changes().get(changes++).world();
        waiting.forEach(consignment -> consignment.carried.clear());
    }

    @Override
    public void consigned(long time, String cargo, double loadTonnes) {
        at(time);
        that(!matched, () -> "a consignment appears after matching at " + Texts.instant(time));
        CargoStream stream = world.demand().stream()
                .filter(s -> s.cargo().equals(cargo))
                .findFirst()
                .orElseThrow();
        long mass = Mass.ofTonnes(loadTonnes);
        int priority = stream.priority();
        List<Consignment> rows = whole.consignments().stream()
                .filter(c -> c.cargo().equals(cargo))
                .toList();
        if (!rows.isEmpty()) {
            Consignment row = rows.get(nextListed.merge(cargo, 1, Integer::sum) - 1);
            that(
                    row.atNanos() == time && Mass.ofTonnes(row.tonnes()) == mass,
                    () -> "a listed row appears whole, in its turn");
            priority = row.priority();
        }
        waiting.add(new Waiting(stream, priority, time, mass));
        consigned += mass;
    }

    @Override
    public void reached(long time, TripTime instant, TruckView truck) {
        at(time);
        long load = Mass.ofTonnes(truck.loadTonnes());
        switch (instant) {
            case ASSIGNED -> assigned(truck, load, idle, false);
            case RETURN_ASSIGNED -> assigned(truck, load, far, true);
            case UNLOAD_END, RETURN_UNLOAD_END -> {
                onTrucks -= load;
                delivered += load;
                if (instant == TripTime.UNLOAD_END && mayCarryBack(truck.number())) {
                    far.put(truck.number(), time);
                }
            }
            case AVAILABLE -> {
                // Unloading a return load of 0 t takes no time and ends behind the matching of its instant.
                that(!matched || whole.hasReturnLoads(), () -> "a truck gets idle after matching");
                idle.put(truck.number(), time);
            }
            default -> {}
        }
    }

    private void assigned(TruckView truck, long load, Map<Integer, Long> idle, boolean back) {
        matched = true;
        Match match = best(idle, back);
        if (match == null) {
            throw new AssertionError(truck + " is matched though nothing may be");
        }
        that(match.truck == truck.number(), () -> truck + " is matched at " + Texts.instant(now) + ", not " + match);
        that(match.consignment.cargo.cargo().equals(truck.cargo()), () -> "the cargo of " + match);
        that(match.part == load, () -> "the load of " + match + ", got " + load);
        idle.remove(truck.number());
        onTrucks += load;
        match.consignment.left -= load;
        if (match.consignment.left == 0) {
            waiting.remove(match.consignment);
            waitingNanos += Math.max(0, now - Math.max(from, match.consignment.since));
        } else {
            splits++;
        }
    }

    private record Match(Waiting consignment, int truck, long part) {}

    /** What is matched next on one bank. */
    private @Nullable Match best(Map<Integer, Long> idle, boolean back) {
        if (idle.isEmpty()) {
            return null;
        }
        Waiting first = null;
        for (Waiting one : waiting) {
            boolean isFirst = first == null || one.priority > first.priority; // the list is in the order of appearing
            if (isFirst
                    && one.cargo.isReturn() == back
                    && idle.keySet().stream().anyMatch(truck -> carries(one, truck) > 0)) {
                first = one;
            }
        }
        if (first == null) {
            return null;
        }
        int best = 0;
        for (int truck : idle.keySet()) {
            if (carries(first, truck) > 0 && (best == 0 || isBetter(idle, first, truck, best))) {
                best = truck;
            }
        }
        return new Match(first, best, Math.min(first.left, carries(first, best)));
    }

    private boolean isBetter(Map<Integer, Long> idle, Waiting load, int truck, int than) {
        boolean whole = carries(load, truck) >= load.left;
        boolean otherWhole = carries(load, than) >= load.left;
        if (whole != otherWhole) {
            return whole;
        }
        if (!whole && carries(load, truck) != carries(load, than)) {
            return carries(load, truck) > carries(load, than);
        }
        long since = idle.getOrDefault(truck, 0L);
        long other = idle.getOrDefault(than, 0L);
        return since < other || (since == other && truck < than);
    }

    /** What a truck carries of a consignment at most; 0 if it may not. */
    private long carries(Waiting consignment, int truck) {
        return consignment.carried.computeIfAbsent(
                classOf.getOrDefault(truck, ""), name -> mostCarried(consignment, name));
    }

    private long mostCarried(Waiting consignment, String name) {
        List<String> allowed = consignment.cargo.classes();
        if (!allowed.isEmpty() && !allowed.contains(name)) {
            return 0;
        }
        TruckClass truckClass = world.fleet().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        double limit = world.bridge().maxTruckMassTonnes();
        double gross = Double.isInfinite(limit) ? limit : limit - truckClass.tareTonnes();
        return Mass.ofTonnes(Math.max(0, Math.min(truckClass.payloadTonnes(), gross)));
    }

    /** Tonnes consigned are delivered, on trucks, or waiting, to the milligram. */
    void checkTonnes(long backlog) {
        long left = waiting.stream().mapToLong(w -> w.left).sum();
        that(left == backlog, () -> "waiting at " + Texts.instant(now) + ": " + left + ", the run says " + backlog);
        that(consigned == delivered + onTrucks + left, () -> "tonnes conserved at " + Texts.instant(now));
    }

    /** The area under the number of waiting consignments within the window. */
    long waitingNanos(long horizon) {
        return waitingNanos
                + waiting.stream()
                        .mapToLong(w -> horizon - Math.max(from, w.since))
                        .sum();
    }
}
