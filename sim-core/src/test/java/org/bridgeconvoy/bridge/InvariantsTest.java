package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must hold in every run, over worlds drawn from all rules. A failure shows the seed and the world; {@code
 * RandomWorlds.draw(seed)} gives it again. The long search is {@code mvn -Pfuzz test -pl sim-core}.
 */
class InvariantsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    static LongStream fewSeeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_invariant_holds_in_a_random_world(long seed) {
        Invariants.checkAll(new Case(seed, RandomWorlds.draw(seed)));
    }

    @Test
    void random_worlds_reach_every_state() {
        // Or the invariants would hold for want of cases.
        long[] nanos = new long[TruckState.values().length];
        for (long seed = 1; seed <= 200; seed++) {
            BridgeRun run = RandomWorlds.draw(seed).begin();
            run.finish();
            for (TruckState state : TruckState.values()) {
                nanos[state.ordinal()] += run.truckNanos(state).longValueExact() / Nanos.SECOND;
            }
        }
        for (TruckState state : TruckState.values()) {
            if (state != TruckState.OWN) { // a stage of one's own: OwnPartsTest
                assertThat(nanos[state.ordinal()]).as(state.label()).isPositive();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void a_replication_is_the_same_alone_in_any_order_and_with_buffers_used_before(long seed) {
        World world = RandomWorlds.draw(seed);
        BridgeModel model = world.model();
        Replicator<ReplicationResult> reused = model.newReplicator();
        List<String> forward = new ArrayList<>();
        for (int r = 1; r <= 4; r++) {
            forward.add(text(reused.replicate(Streams.of(seed, r))));
        }
        for (int r = 4; r >= 1; r--) {
            String backward = text(reused.replicate(Streams.of(seed, r)));
            String alone = text(world.model().newReplicator().replicate(Streams.of(seed, r)));
            assertThat(backward)
                    .as("seed " + seed)
                    .isEqualTo(forward.get(r - 1))
                    .isEqualTo(alone);
        }
    }

    /** Ties between flows and the model's own events, which whole minutes and no time at all make. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void a_run_with_stages_of_ones_own_is_the_same_watched_and_unwatched(long seed) {
        List<OwnStage> stages = new ArrayList<>();
        for (Stage after : Stage.values()) {
            stages.add(new OwnStage("behind " + after.label(), after, (sim, streams) -> {
                RandomStream minutes = streams.stream("behind." + after.label());
                Resource scales = new Resource("scales", 2);
                return Flow.<TruckView>of()
                        .seize(scales)
                        .delay(truck -> minutes.nextInt(3) * Nanos.MINUTE)
                        .release(scales)
                        .build();
            }));
        }
        World world = RandomWorlds.draw(seed).ownStages(stages.toArray(new OwnStage[0]));
        ReplicationResult watched = world.begin(new BridgeObserver() {}).finish();
        ReplicationResult unwatched = world.begin().finish();
        assertThat(text(unwatched)).isEqualTo(text(watched));
    }

    static String text(ReplicationResult result) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < result.metrics().metrics().size(); i++) {
            text.append(result.metrics().value(i)).append(' ');
        }
        TripTable trips = result.trips();
        for (int i = 0; trips != null && i < trips.size(); i++) {
            text.append('\n').append(trips.truck(i)).append(' ').append(trips.loadMilligrams(i));
            text.append(' ').append(trips.returnCargo(i)).append(' ').append(trips.returnLoadMilligrams(i));
            for (TripTime time : TripTime.values()) {
                text.append(' ').append(trips.time(i, time));
            }
        }
        TrafficTable vehicles = result.vehicles();
        for (int i = 0; vehicles != null && i < vehicles.size(); i++) {
            text.append('\n').append(vehicles.name(i).name());
            for (TrafficTime time : TrafficTime.values()) {
                text.append(' ').append(vehicles.time(i, time));
            }
        }
        for (int day = 0; day < result.daily().days(); day++) {
            text.append('\n').append(result.daily().consigned(day)).append(' ');
            text.append(result.daily().delivered(day))
                    .append(' ')
                    .append(result.daily().backlog(day));
        }
        return text.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void scaling_all_durations_scales_all_times(long seed) {
        checkScaling(seed);
    }

    static void checkScaling(long seed) {
        Case one = new Case(seed, RandomWorlds.constant(seed, 1));
        Case seven = new Case(seed, RandomWorlds.constant(seed, 7));
        one.that(one.trips.size() == seven.trips.size(), "trips", one.trips.size(), seven.trips.size());
        for (int i = 0; i < one.trips.size(); i++) {
            one.that(one.trips.truck(i) == seven.trips.truck(i), "truck of trip", i + 1);
            for (TripTime instant : TripTime.values()) {
                long time = one.time(i, instant);
                one.that(
                        seven.time(i, instant) == (time == Case.NEVER ? time : 7 * time),
                        "7 times the time of trip",
                        i + 1,
                        instant);
            }
        }
        for (TruckState state : TruckState.values()) {
            one.that(7 * one.nanosIn(state) == seven.nanosIn(state), "7 times the time in", state);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void littles_law_is_exact_for_every_queue_of_a_run_that_empties(long seed) {
        // Consignments end on day 3 at latest, the run goes on until all is back: the areas under the queues, in
        // truck-nanoseconds, are the sums of the waits of all trips.
        World world = world().horizon("40 d")
                .trucks(9)
                .turnaround("20 min")
                .headway("20 s")
                .clearance("30 s")
                .bridge(944, Distribution.uniform(2, 6), Distribution.uniform(3, 7))
                .batches(3, 3, "06:00-22:00")
                .load(station(2, "20 min", "07:00-18:00", Overrun.FINISH))
                .export(station(1, "15 min"))
                .imports(station(1, "15 min"))
                .unload(station(2, "30 min", "mon-fri 08:00-17:00", Overrun.FINISH))
                .cargo(cargo("a").trucksPerDay(30).until("2024-01-03").poisson())
                .cargo(cargo("b").trucksPerDay(9).until("2024-01-03").poisson());
        Case c = new Case(seed, world);

        for (int i = 0; i < c.trips.size(); i++) {
            c.that(c.time(i, TripTime.AVAILABLE) != Case.NEVER, "empty at the end");
        }
        c.that(c.trips.size() == c.consigned.size() && c.trips.size() > 50, "all assigned");
        check(c, "load", TripTime.ASSIGNED, TripTime.LOAD_START, TruckState.LOAD_BUSY, TruckState.LOAD_CLOSED);
        check(c, "export", TripTime.LOAD_END, TripTime.EXPORT_START, TruckState.EXPORT_BUSY, TruckState.EXPORT_CLOSED);
        check(
                c,
                "import",
                TripTime.OUTBOUND_EXIT,
                TripTime.IMPORT_START,
                TruckState.IMPORT_BUSY,
                TruckState.IMPORT_CLOSED);
        check(
                c,
                "unload",
                TripTime.IMPORT_END,
                TripTime.UNLOAD_START,
                TruckState.UNLOAD_BUSY,
                TruckState.UNLOAD_CLOSED);
        check(
                c,
                "outbound",
                TripTime.OUTBOUND_QUEUED,
                TripTime.OUTBOUND_ENTER,
                TruckState.OUTBOUND_CONTROL,
                TruckState.OUTBOUND_CLEARING,
                TruckState.OUTBOUND_HEADWAY);
        check(
                c,
                "return",
                TripTime.RETURN_QUEUED,
                TripTime.RETURN_ENTER,
                TruckState.RETURN_CONTROL,
                TruckState.RETURN_CLEARING,
                TruckState.RETURN_HEADWAY);
    }

    private static void check(Case c, String queue, TripTime join, TripTime begin, TruckState... states) {
        long sum = 0;
        for (int i = 0; i < c.trips.size(); i++) {
            sum += c.time(i, begin) - c.time(i, join);
        }
        c.that(sum == c.nanosIn(states), "area and waits of " + queue, sum, c.nanosIn(states));
        double area = c.metric("queue_" + queue) * c.config.horizonNanos();
        c.that(Math.abs(area - sum) <= 1e-12 * sum, "queue_" + queue, area, sum);
    }

    @Test
    void the_states_of_5000_trucks_add_up_exactly_over_ten_years() {
        // More than 2^63 truck-nanoseconds, and no double could hold the sum exactly.
        World world = world().horizon("3652 d")
                .trucks(5000)
                .headway("20 s")
                .clearance("30 s")
                .timetable("07:00-17:00", "19:00-05:00", LastEntry.CLEAR)
                .load(station(3, "13 min", "07:00-18:00", Overrun.PAUSE))
                .cargo(cargo("a").trucksPerDay(37).poisson());
        BridgeRun run = new BridgeModel(world.config()).start(Streams.of(7, 1));
        run.finish();

        BigInteger sum = BigInteger.ZERO;
        for (TruckState state : TruckState.values()) {
            sum = sum.add(run.truckNanos(state));
        }
        BigInteger all = BigInteger.valueOf(3652L * Nanos.DAY).multiply(BigInteger.valueOf(5000));
        assertThat(all).isGreaterThan(BigInteger.ONE.shiftLeft(63));
        assertThat(sum).isEqualTo(all);
        assertThat(run.truckNanos(TruckState.OUTBOUND)).isPositive();
    }

    /** {@code -Dfuzz.from=1 -Dfuzz.count=5000}: more worlds than a build has time for. */
    @Tag("fuzz")
    @Test
    void every_invariant_holds_in_thousands_of_random_worlds() {
        long from = Long.getLong("fuzz.from", 1_000);
        long count = Long.getLong("fuzz.count", 5_000);
        for (long seed = from; seed < from + count; seed++) {
            Invariants.checkAll(new Case(seed, RandomWorlds.draw(seed)));
            checkScaling(seed);
        }
        assertThat(count).isPositive();
    }
}
