package org.bridgeconvoy.bridge.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeRun;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/** What the model says of a world against what the reference says. */
final class Comparison {

    private static final int MOST = 20;
    private static final double ROUNDING = 1e-9;

    private final DrawnWorld world;
    private final Books expected;
    private final List<String> differences = new ArrayList<>();
    private final Set<MetricFamily> measured = EnumSet.noneOf(MetricFamily.class);

    private Comparison(DrawnWorld world) {
        this.world = world;
        expected = SlowRun.run(world.config(), Streams.of(world.seed(), 1));
        BridgeRun run = new BridgeModel(world.config(), replication -> true).start(Streams.of(world.seed(), 1));
        ReplicationResult actual = run.finish();
        if (!world.config().demand().isEmpty()) {
            TripTable trips = Objects.requireNonNull(actual.trips());
            trips(trips);
            breakdowns(trips);
        }
        if (!world.config().traffic().isEmpty()) {
            vehicles(Objects.requireNonNull(actual.vehicles()));
        }
        days(actual.daily());
        metrics(actual.metrics());
        for (TruckState state : TruckState.values()) {
            same(
                    "truck-time in " + state.label(),
                    expected.states.getOrDefault(state.label(), BigInteger.ZERO),
                    run.truckNanos(state));
        }
    }

    static Comparison of(DrawnWorld world) {
        return new Comparison(world);
    }

    private void same(String what, Object wanted, Object got) {
        if (!wanted.equals(got)) {
            differences.add(what + ": the reference says " + wanted + ", the model " + got);
        }
    }

    private void trips(TripTable trips) {
        same("trips", expected.trips.size(), trips.size());
        for (int i = 0; i < Math.min(trips.size(), expected.trips.size()); i++) {
            Trip trip = expected.trips.get(i);
            String what = "trip " + (i + 1) + " ";
            same(what + "truck", trip.truck, trips.truck(i));
            same(what + "cargo", trip.cargo, trips.cargo(i));
            same(what + "load", trip.milligrams, trips.loadMilligrams(i));
            same(what + "return cargo", trip.returnCargo, trips.returnCargo(i));
            same(what + "return load", trip.returnMilligrams, trips.returnLoadMilligrams(i));
            for (TripTime time : TripTime.values()) {
                // "trips.csv ends with further columns where a scenario has roads or return loads." (Section 8)
                if (!time.isFurther() || trips.hasFurther()) {
                    same(
                            what + time.column(),
                            trip.times.getOrDefault(time.column(), TripTable.NOT_REACHED),
                            trips.time(i, time));
                }
            }
        }
    }

    private void breakdowns(TripTable trips) {
        List<String> wanted = expected.crossings.stream()
                .filter(c -> c.truck != null)
                .filter(c -> c.stop != Time.NEVER && c.stop < world.config().horizonNanos())
                .map(c -> c.stop + " to " + c.driveOn)
                .sorted()
                .toList();
        List<String> got = trips.breakdowns().stream()
                .map(b -> b.stoppedNanos() + " to " + b.droveOnNanos())
                .sorted()
                .toList();
        same("breakdowns", wanted, got);
    }

    private void vehicles(TrafficTable vehicles) {
        same("vehicles", expected.vehicles.size(), vehicles.size());
        for (int i = 0; i < Math.min(vehicles.size(), expected.vehicles.size()); i++) {
            Crossing vehicle = expected.vehicles.get(i);
            String what = "vehicle " + (i + 1) + " ";
            same(
                    what + "name",
                    world.config().traffic().get(vehicle.traffic).name(),
                    vehicles.name(i).name());
            same(what + "queued", vehicle.queued, vehicles.time(i, TrafficTime.QUEUED));
            same(what + "enter", reached(vehicle.enter), vehicles.time(i, TrafficTime.ENTER));
            same(what + "exit", reached(vehicle.exit), vehicles.time(i, TrafficTime.EXIT));
        }
    }

    private long reached(long time) {
        return time < world.config().horizonNanos() ? time : TripTable.NOT_REACHED;
    }

    private void days(DailyTable daily) {
        for (int i = 0; i < daily.days(); i++) {
            Books.Day day = expected.days.get(i);
            String what = "day " + i + " ";
            same(what + "consigned trucks", day.consignedTrucks, daily.consignedTrucks()[i]);
            same(what + "outbound trucks", day.outboundTrucks, daily.outboundTrucks()[i]);
            same(what + "delivered trucks", day.deliveredTrucks, daily.deliveredTrucks()[i]);
            same(what + "return trucks", day.returnTrucks, daily.returnTrucks()[i]);
            same(what + "away trucks", day.awayTrucks, daily.awayTrucks()[i]);
            for (int c = 0; c < day.cargoes.size(); c++) {
                String of = what + daily.cargoes().get(c) + " ";
                same(
                        of + "consigned",
                        day.cargoes.get(c).consigned,
                        daily.byCargo().get(c).consigned()[i]);
                same(
                        of + "delivered",
                        day.cargoes.get(c).delivered,
                        daily.byCargo().get(c).delivered()[i]);
                same(
                        of + "backlog",
                        day.cargoes.get(c).backlog,
                        daily.byCargo().get(c).backlog()[i]);
            }
        }
    }

    private void metrics(MetricValues got) {
        Map<String, Double> wanted = Metrics.of(world.config(), expected);
        for (int i = 0; i < got.metrics().size(); i++) {
            Metric metric = got.metrics().get(i);
            Double value = wanted.remove(metric.name());
            if (value == null) {
                // "A state that does not occur in a replication is 0 there." (Section 8)
                value = metric.family() == MetricFamily.TRUCK_H_PER_DAY ? 0.0 : Double.NEGATIVE_INFINITY;
            }
            if (!isSame(value, got.value(i))) {
                same(metric.name(), value, got.value(i));
            } else if (got.value(i) > 0) {
                measured.add(metric.family());
            }
        }
        same("metrics that the model leaves out", Map.of(), wanted);
    }

    /** Equal but for the rounding of a sum or a quotient. */
    private static boolean isSame(double wanted, double got) {
        return Double.compare(wanted, got) == 0 || Math.abs(wanted - got) <= ROUNDING * Math.abs(wanted);
    }

    boolean isDifferent() {
        return !differences.isEmpty();
    }

    /** The instants that trips reached and the states that trucks were in, in the reference. */
    Set<String> occurred() {
        Set<String> occurred = new HashSet<>(expected.states.keySet());
        expected.trips.forEach(trip -> occurred.addAll(trip.times.keySet()));
        return occurred;
    }

    /** The families of the metrics that were above 0. */
    Set<MetricFamily> measured() {
        return measured;
    }

    @Override
    public String toString() {
        return String.join("\n", differences.subList(0, Math.min(MOST, differences.size()))) + "\nin " + world;
    }
}
