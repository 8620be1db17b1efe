package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.Probe;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues, waits and hourly exits at instants. Oracle: a small day by hand, a run stopped at each instant, and recorded trips. */
class ProbeTest {

    private static final double MINUTE = 60.0 * Nanos.SECOND;

    private static double[] probed(BridgeModel model, Probe... probes) {
        return model.probing(List.of(probes))
                .newReplicator()
                .replicate(Streams.of(1, 1))
                .probed();
    }

    private static Probe queue(Stage stage, String at) {
        return Probe.of(Probe.Kind.QUEUE, stage, Texts.at(at));
    }

    private static Probe wait(Stage stage, String at) {
        return Probe.of(Probe.Kind.WAIT, stage, Texts.at(at));
    }

    private static Probe exits(Stage stage, String at) {
        return Probe.exits(stage, Texts.at(at), Texts.at(at) + Nanos.HOUR);
    }

    @Test
    void days_and_hours_are_as_long_as_on_the_clock_and_instants_count_seconds() {
        assertThat(Span.DAY.nanos()).isEqualTo(24 * Span.HOUR.nanos()).isEqualTo(Nanos.DAY);
        assertThat(Span.find("instant").nanos()).isEqualTo(Nanos.SECOND);
    }

    /** The queue before loading at 08:05 is 2 (two of three loads wait for the one server), at 08:15 1: errors -1 and +1 beside 3 and 0. */
    @Test
    void how_far_a_replication_is_from_what_was_observed_is_told_by_metrics() {
        ConvoyConfig plain = world().trucks(3)
                .load(station(1, "600 s"))
                .cargo(cargo("cloth").at("08:00", "08:00", "08:00"))
                .model()
                .config();
        SortedMap<Integer, Double> seen = new TreeMap<>(Map.of(8 * 3600 + 300, 3.0, 8 * 3600 + 900, 0.0));
        Observed queue = new Observed(Observed.queueOf(Stage.LOAD), Span.INSTANT, false, seen);
        Observed trucks = new Observed("outbound_trucks", Span.DAY, false, new TreeMap<>(Map.of(0, 4.0)));
        BridgeModel model = new BridgeModel(
                plain.toBuilder().observed(List.of(queue, trucks)).build());

        ReplicationResult result = model.newReplicator().replicate(Streams.of(1, 1));

        assertThat(result.probed()).containsExactly(2, 1);
        assertThat(result.metric("observed_error.queue_load")).isZero();
        assertThat(result.metric("observed_rmse.queue_load")).isEqualTo(1);
        assertThat(result.metric("observed_mape.queue_load")).isEqualTo(1 / 3.0);
        assertThat(result.metric("observed_error.outbound_trucks")).isEqualTo(-1);
        assertThat(result.metric("observed_mape.outbound_trucks")).isEqualTo(0.25);
        assertThat(result.metrics().metrics()).isEqualTo(model.metrics());
        // What is asked besides comes behind.
        assertThat(probed(model, queue(Stage.LOAD, "08:25"))).containsExactly(2, 1, 0);
    }

    @Test
    void a_queue_is_that_just_before_the_instant_and_a_wait_that_of_who_joins_next() {
        // Three loads at 08:00, one server of 10 min: begun at 08:00, 08:10, 08:20; two trucks, so the third load waits
        // for
        // the first truck, which is back at 08:10 + 2 crossings of 100 s.
        BridgeModel model = world().trucks(2)
                .load(station(1, "600 s"))
                .cargo(cargo("cloth").at("08:00", "08:00", "08:00"))
                .model();

        assertThat(probed(
                        model,
                        queue(Stage.LOAD, "08:00"),
                        queue(Stage.LOAD, "08:00:01"),
                        queue(Stage.LOAD, "08:10"),
                        queue(Stage.LOAD, "08:10:01"),
                        queue(Stage.TRUCK, "08:00"),
                        queue(Stage.TRUCK, "08:05"),
                        queue(Stage.TRUCK, "09:00")))
                .containsExactly(0, 1, 1, 0, 0, 1, 0);
        // The truck back at 08:13:20 waits for the end of the second service at 08:20.
        assertThat(probed(
                        model,
                        wait(Stage.LOAD, "08:00"),
                        wait(Stage.LOAD, "08:01"),
                        wait(Stage.LOAD, "08:13:20"),
                        wait(Stage.LOAD, "08:13:21"),
                        wait(Stage.OUTBOUND, "08:00")))
                .containsExactly(0, 400 / 60.0, 400 / 60.0, Double.NaN, 0);
        // Exits at 08:11:40, 08:21:40 and 08:31:40.
        assertThat(probed(
                        model,
                        exits(Stage.OUTBOUND, "07:00"),
                        exits(Stage.OUTBOUND, "08:00"),
                        exits(Stage.OUTBOUND, "08:15"),
                        exits(Stage.OUTBOUND, "08:31:40"),
                        exits(Stage.RETURN, "07:13:20"),
                        exits(Stage.RETURN, "07:13:21"),
                        exits(Stage.OUTBOUND, "23:00"),
                        exits(Stage.OUTBOUND, "23:01")))
                .containsExactly(0, 3, 2, 1, 0, 1, 0, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void probes_of_drawn_worlds_are_what_a_stopped_run_and_its_tables_say(long seed) {
        BridgeModel model = RandomWorlds.draw(seed).model();
        List<Probe> probes = new ArrayList<>();
        long horizon = model.config().horizonNanos();
        for (long at = 0; at < horizon; at += 97 * 60 * Nanos.SECOND) {
            for (Stage stage : Stage.values()) {
                probes.add(Probe.of(Probe.Kind.QUEUE, stage, at));
                probes.add(Probe.of(Probe.Kind.WAIT, stage, at));
            }
            probes.add(Probe.exits(Stage.OUTBOUND, at, at + 3 * Nanos.HOUR));
            probes.add(Probe.exits(Stage.RETURN, at, at + Nanos.HOUR));
        }

        ReplicationResult result =
                model.probing(probes).start(Streams.of(seed, 1)).finish();

        ReplicationResult without = model.start(Streams.of(seed, 1)).finish();
        for (Metric metric : model.metrics()) {
            assertThat(result.metrics().value(metric))
                    .as(metric.name())
                    .isEqualTo(Double.valueOf(without.metrics().value(metric)));
        }
        BridgeRun stopped = model.start(Streams.of(seed, 1), new BridgeObserver() {});
        TripTable trips = Objects.requireNonNull(result.trips());
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            stopped.runUntil(Math.max(stopped.now(), probe.atNanos()));
            Stage stage = Objects.requireNonNull(probe.stage());
            if (probe.kind() == Probe.Kind.QUEUE && probe.atNanos() > 0) {
                assertThat(result.probed()[i]).as("%s", probe).isEqualTo(stopped.queueLength(stage));
            } else if (probe.kind() == Probe.Kind.WAIT && stage != Stage.TRUCK) {
                assertThat(waits(trips, probe, stage)).as("%s", probe).contains(result.probed()[i]);
            } else if (probe.kind() == Probe.Kind.EXITS && probe.untilNanos() <= horizon) {
                assertThat(result.probed()[i]).as("%s", probe).isEqualTo(exits(trips, probe, stage));
            }
        }
    }

    /** Waits of the trucks that joined first at the instant or later: of several at one instant any may be the first. */
    private static List<Double> waits(TripTable trips, Probe probe, Stage stage) {
        TripTime joins = TripTime.joins(stage, trips.hasFurther());
        long first = Long.MAX_VALUE;
        for (int i = 0; i < trips.size(); i++) {
            long joined = takes(trips, i, stage) ? trips.time(i, joins) : TripTable.NOT_REACHED;
            first = joined >= probe.atNanos() ? Math.min(first, joined) : first;
        }
        List<Double> waits = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            if (takes(trips, i, stage) && trips.time(i, joins) == first) {
                long begins = trips.time(i, TripTime.begins(stage));
                waits.add(begins == TripTable.NOT_REACHED ? Double.NaN : (begins - first) / MINUTE);
            }
        }
        return waits.isEmpty() ? List.of(Double.NaN) : waits;
    }

    /** Stages of a return load are for trips with one. */
    private static boolean takes(TripTable trips, int i, Stage stage) {
        return !stage.isOfReturnLoad() || trips.hasFurther() && trips.returnCargo(i) != TripTable.EMPTY;
    }

    private static double exits(TripTable trips, Probe probe, Stage stage) {
        int exits = 0;
        for (int i = 0; i < trips.size(); i++) {
            long at = trips.time(i, TripTime.ends(stage));
            exits += at >= probe.atNanos() && at < probe.untilNanos() ? 1 : 0;
        }
        return exits;
    }

    @Test
    void traffic_is_probed_by_its_name() {
        // A lane that turns every 20 min, so that both names wait.
        BridgeModel model = world().fleet()
                .alternate("20 min", "20 min", Direction.OUTBOUND, "always")
                .traffic(
                        TrafficStream.builder("cars", Direction.OUTBOUND)
                                .vehiclesPerHour(30)
                                .build(),
                        TrafficStream.builder("vans", Direction.RETURN)
                                .vehiclesPerHour(20)
                                .build())
                .model();
        List<Probe> probes = new ArrayList<>();
        for (long at = 0; at < model.config().horizonNanos(); at += 600 * Nanos.SECOND) {
            for (String name : List.of("cars", "vans")) {
                probes.add(Probe.ofTraffic(Probe.Kind.QUEUE, name, at));
                probes.add(Probe.ofTraffic(Probe.Kind.WAIT, name, at));
            }
        }

        ReplicationResult result = model.probing(probes).start(Streams.of(4, 1)).finish();

        TrafficTable table = Objects.requireNonNull(result.vehicles());
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            int waiting = 0;
            long first = Long.MAX_VALUE;
            double wait = Double.NaN;
            for (int v = 0; v < table.size(); v++) {
                long queued = table.time(v, TrafficTime.QUEUED);
                long enter = table.time(v, TrafficTime.ENTER);
                if (table.name(v).name().equals(probe.traffic())) {
                    boolean hasEntered = enter != TrafficTable.NOT_REACHED;
                    waiting += queued < probe.atNanos() && !(hasEntered && enter < probe.atNanos()) ? 1 : 0;
                    if (queued >= probe.atNanos() && queued < first) {
                        first = queued;
                        wait = hasEntered ? (enter - queued) / MINUTE : Double.NaN;
                    }
                }
            }
            assertThat(result.probed()[i])
                    .as("%s", probe)
                    .isEqualTo(Double.valueOf(probe.kind() == Probe.Kind.QUEUE ? waiting : wait));
        }
    }

    @Test
    void bad_probes_are_refused() {
        assertThatThrownBy(() -> Probe.of(Probe.Kind.EXITS, Stage.LOAD, 0)).hasMessageContaining("those of a crossing");
        assertThatThrownBy(() -> Probe.of(Probe.Kind.QUEUE, Stage.LOAD, -1)).hasMessageContaining(">= 0, got -1");
        assertThatThrownBy(() -> Probe.ofTraffic(Probe.Kind.QUEUE, "", 0)).hasMessageContaining("a stage or a name");
        assertThatThrownBy(() -> world().cargo(cargo("cloth").at("08:00"))
                        .model()
                        .probing(List.of(Probe.ofTraffic(Probe.Kind.QUEUE, "cars", 0))))
                .hasMessageContaining("no traffic is named cars");
    }
}
