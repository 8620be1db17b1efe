package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig.Change;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;

/** Makes a world smaller for as long as something holds of it. */
final class Shrinking {

    private Shrinking() {}

    static ConvoyConfig shrink(ConvoyConfig world, Predicate<ConvoyConfig> holds) {
        ConvoyConfig small = world;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (ConvoyConfig candidate : candidates(small)) {
                if (!candidate.equals(small) && canWork(candidate) && holds.test(candidate)) {
                    small = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return small;
    }

    private static boolean canWork(ConvoyConfig world) {
        return Feasibility.check(world).stream().noneMatch(Feasibility.Finding::fatal);
    }

    private static List<ConvoyConfig> candidates(ConvoyConfig world) {
        List<ConvoyConfig> candidates = new ArrayList<>();
        for (int i = 0; i < world.changes().size(); i++) {
            candidates.add(world.withChanges(without(world.changes(), i)));
            // What one change brings besides others falls back to the world before it.
            int index = i;
            for (UnaryOperator<ConvoyConfig> edit : backTo(world)) {
                List<Change> changes = new ArrayList<>(world.changes());
                Change change = changes.get(index);
                changes.set(index, new Change(change.atNanos(), edit.apply(change.world())));
                candidates.add(world.withChanges(changes));
            }
        }
        for (int i = 0; i < world.consignments().size(); i++) {
            candidates.add(
                    everywhere(world, c -> c.toBuilder().consignments(List.of()).build()));
            int index = i;
            candidates.add(world.toBuilder()
                    .consignments(without(world.consignments(), index))
                    .build());
        }
        for (UnaryOperator<ConvoyConfig> edit : simpler(world)) {
            try {
                candidates.add(everywhere(world, edit));
            } catch (IllegalArgumentException e) {
                // No world at all.
            }
        }
        return candidates;
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> shorter = new ArrayList<>(list);
        shorter.remove(index);
        return shorter;
    }

    private static ConvoyConfig everywhere(ConvoyConfig world, UnaryOperator<ConvoyConfig> edit) {
        List<Change> changes = world.changes().stream()
                .map(c -> new Change(c.atNanos(), edit.apply(c.world())))
                .toList();
        return edit.apply(world.withChanges(List.of())).withChanges(changes);
    }

    private static List<UnaryOperator<ConvoyConfig>> backTo(ConvoyConfig first) {
        BridgeConfig b = first.bridge();
        return List.of(
                c -> c.withBridge(b),
                c -> c.withFleet(first.fleet()),
                c -> c.withBanks(first.origin(), first.destination()),
                c -> c.withBanks(first.origin(), c.destination()),
                c -> c.withBanks(c.origin(), first.destination()),
                c -> c.toBuilder().demand(first.demand()).build(),
                c -> c.withConvoys(first.outboundConvoys(), first.returnConvoys()),
                bridge(x -> x.control(b.control())),
                bridge(x -> x.closures(b.closures())),
                bridge(x -> x.breakdowns(b.breakdowns())),
                bridge(x -> x.lengthMetres(b.lengthMetres())),
                bridge(x -> x.headwayNanos(b.headwayNanos())),
                bridge(x -> x.clearanceNanos(b.clearanceNanos())),
                bridge(x -> x.maxTrucks(b.maxTrucks())),
                bridge(x -> x.maxMassTonnes(b.maxMassTonnes())),
                bridge(x -> x.maxTruckMassTonnes(b.maxTruckMassTonnes())),
                bridge(x -> x.speedMetresPerSecond(b.loadedSpeed(), b.emptySpeed())));
    }

    private static UnaryOperator<ConvoyConfig> bridge(UnaryOperator<BridgeConfig.Builder> edit) {
        return c -> c.withBridge(edit.apply(c.bridge().toBuilder()).build());
    }

    private static List<UnaryOperator<ConvoyConfig>> simpler(ConvoyConfig world) {
        List<UnaryOperator<ConvoyConfig>> edits = new ArrayList<>();
        edits.add(c -> c.toBuilder().warmUpNanos(0).build());
        edits.add(
                c -> c.toBuilder().waitForLoadSeconds(Distribution.constant(0)).build());
        edits.add(c -> c.withConvoys(null, c.returnConvoys()));
        edits.add(c -> c.withConvoys(c.outboundConvoys(), null));
        edits.add(bridge(x -> x.closures(List.of())));
        edits.add(bridge(x -> x.breakdowns(null)));
        edits.add(bridge(x -> x.headwayNanos(0)));
        edits.add(bridge(x -> x.clearanceNanos(0)));
        edits.add(bridge(x -> x.maxTrucks(Integer.MAX_VALUE)));
        edits.add(bridge(x -> x.maxMassTonnes(Double.POSITIVE_INFINITY)));
        edits.add(bridge(x -> x.maxTruckMassTonnes(Double.POSITIVE_INFINITY)));
        edits.add(bridge(x -> x.speedMetresPerSecond(5)));
        banks(edits);
        for (int i = 0; i < world.demand().size(); i++) {
            int index = i;
            edits.add(c -> c.toBuilder()
                    .demand(without(c.demand(), index))
                    .consignments(c.consignments().stream()
                            .filter(row ->
                                    !row.cargo().equals(c.demand().get(index).cargo()))
                            .toList())
                    .build());
        }
        for (int i = 0; i < world.traffic().size(); i++) {
            int index = i;
            edits.add(c -> c.withTraffic(without(c.traffic(), index)));
        }
        edits.add(c -> c.withTraffic(c.traffic().stream()
                .map(s -> s.toBuilder()
                        .profile(List.of())
                        .hourFactors()
                        .hours(Hours.always())
                        .build())
                .toList()));
        streams(edits);
        fleet(edits);
        edits.add(c -> c.toBuilder()
                .horizonNanos(c.horizonNanos() * 3 / 4)
                .warmUpNanos(Math.min(c.warmUpNanos(), c.horizonNanos() / 2))
                .build());
        return edits;
    }

    private static void banks(List<UnaryOperator<ConvoyConfig>> edits) {
        List<UnaryOperator<BankConfig>> simpler = List.of(
                b -> b.withHandling(null),
                b -> b.withCustoms(null),
                b -> b.withReturnHandling(null),
                b -> b.withReturnCustoms(null),
                b -> b.withRoadSeconds(null),
                b -> b.withClosed(List.of()),
                b -> b.handling() == null ? b : b.withHandling(b.handling().withShifts(new Shift(Hours.always(), 1))),
                b -> b.customs() == null ? b : b.withCustoms(b.customs().withShifts(new Shift(Hours.always(), 1))),
                b -> b.handling() == null
                        ? b
                        : b.withHandling(
                                b.handling().withShifts(b.handling().shifts().get(0))),
                b -> b.customs() == null
                        ? b
                        : b.withCustoms(
                                b.customs().withShifts(b.customs().shifts().get(0))));
        for (UnaryOperator<BankConfig> edit : simpler) {
            edits.add(c -> c.withBanks(edit.apply(c.origin()), c.destination()));
            edits.add(c -> c.withBanks(c.origin(), edit.apply(c.destination())));
        }
    }

    private static void streams(List<UnaryOperator<ConvoyConfig>> edits) {
        List<UnaryOperator<CargoStream.Builder>> simpler = List.of(
                s -> s.profile(List.of()),
                s -> s.hourFactors(),
                s -> s.priority(0),
                s -> s.hours(Hours.always()),
                s -> s.backlogTonnes(0),
                s -> s.totalTonnes(Double.POSITIVE_INFINITY),
                s -> s.trucksPerDay(0),
                s -> s.loadTonnes(10));
        for (UnaryOperator<CargoStream.Builder> edit : simpler) {
            edits.add(c -> c.toBuilder()
                    .demand(c.demand().stream()
                            .map(s -> edit.apply(s.toBuilder()).build())
                            .toList())
                    .build());
        }
    }

    private static void fleet(List<UnaryOperator<ConvoyConfig>> edits) {
        List<UnaryOperator<TruckClass>> simpler = List.of(
                f -> f.withTrucks(Math.max(0, f.trucks() - 1)),
                f -> f.withTareTonnes(0),
                f -> f.withPayloadTonnes(Double.POSITIVE_INFINITY),
                f -> f.withTurnaroundSeconds(Distribution.constant(0)));
        for (UnaryOperator<TruckClass> edit : simpler) {
            edits.add(c -> c.withFleet(c.fleet().stream().map(edit).toList()));
        }
    }
}
