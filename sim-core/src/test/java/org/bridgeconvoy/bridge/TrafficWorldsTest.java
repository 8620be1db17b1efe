package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Through traffic in worlds drawn from all rules: nobody is lost at any event, the rules of the lane hold for trucks and vehicles together,
 * and a run with short cuts is one without.
 */
class TrafficWorldsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    private static World draw(long seed) {
        Random random = new Random(31 * seed);
        World world = seed % 8 == 0 ? RandomWorlds.draw(seed).withoutTrucks() : RandomWorlds.draw(seed);
        TrafficStream[] streams = new TrafficStream[1 + random.nextInt(3)];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = stream("t" + i, random);
        }
        return world.traffic(streams);
    }

    private static TrafficStream stream(String name, Random random) {
        TrafficStream.Builder stream =
                TrafficStream.builder(name, random.nextBoolean() ? Direction.OUTBOUND : Direction.RETURN);
        if (random.nextBoolean()) {
            stream.vehiclesPerHour(1 + random.nextInt(12)).hours(Texts.hours("07:00-20:00"));
        } else {
            // At whole minutes, when much else happens too.
            List<Long> times = new ArrayList<>();
            for (int i = random.nextInt(60); i > 0; i--) {
                times.add(random.nextInt(36 * 60) * Nanos.MINUTE);
            }
            times.sort(null);
            stream.arrivals(new Cargo.At(times));
        }
        if (random.nextBoolean()) {
            stream.headwayNanos(random.nextInt(4) * 20L * Nanos.SECOND);
        }
        if (random.nextBoolean()) {
            stream.speedMetresPerSecond(random.nextBoolean() ? Distribution.constant(4) : Distribution.uniform(3, 9));
        }
        return stream.massTonnes(random.nextBoolean() ? Distribution.constant(1.5) : Distribution.uniform(1, 12))
                .build();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_run_with_short_cuts_is_one_without(long seed) {
        String reference = text(
                draw(seed).model().withoutShortCuts().start(Streams.of(1, 1)).finish());
        assertThat(text(draw(seed).begin().finish())).isEqualTo(reference);
        assertThat(text(draw(seed).begin(new BridgeObserver() {}).finish())).isEqualTo(reference);
        var replicator = draw(seed).model().newReplicator();
        replicator.replicate(Streams.of(1, 2));
        assertThat(text(replicator.replicate(Streams.of(1, 1)))).isEqualTo(reference);
    }

    private static String text(ReplicationResult result) {
        return InvariantsTest.text(result) + result.trafficWaitMinutes();
    }

    /** Vehicles leave without an event where nobody listens; whoever looks must not see that. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_looks_at_it_now_and_then_sees_the_same(long seed) {
        BridgeRun heard = draw(seed).begin(new BridgeObserver() {});
        BridgeRun unheard = draw(seed).begin();
        Random random = new Random(~seed);
        for (int i = 0; i < 100; i++) {
            long until = Math.min(heard.now() + random.nextInt(40) * Nanos.MINUTE + random.nextInt(2), heard.horizon());
            heard.runUntil(until);
            unheard.runUntil(until);
            assertThat(looks(unheard)).isEqualTo(looks(heard));
        }
        assertThat(text(unheard.finish())).isEqualTo(text(heard.finish()));
    }

    private static String looks(BridgeRun run) {
        StringBuilder text = new StringBuilder();
        for (Direction direction : Direction.values()) {
            text.append(run.vehiclesWaiting(direction))
                    .append(' ')
                    .append(run.laneState().trucksOnLane(direction))
                    .append(' ')
                    .append(run.laneState().lastEntry(direction))
                    .append(' ');
        }
        return text.append(run.laneState().emptiedAt()).toString();
    }

    /** Counts who joins, enters and leaves, trucks and vehicles of a direction. */
    private static final class Counts implements BridgeObserver {

        private final int[] joined = new int[2];
        private final int[] entered = new int[2];
        private final int[] left = new int[2];
        private final int[] onLane = new int[2];

        @Override
        public void reached(long now, TrafficTime instant, VehicleView vehicle) {
            int direction = vehicle.direction().ordinal();
            switch (instant) {
                case QUEUED -> joined[direction]++;
                case ENTER -> {
                    entered[direction]++;
                    onLane[direction]++;
                }
                case EXIT -> {
                    left[direction]++;
                    onLane[direction]--;
                }
            }
        }

        @Override
        public void reached(long now, TripTime instant, TruckView truck) {
            switch (instant) {
                case OUTBOUND_ENTER -> onLane[0]++;
                case OUTBOUND_EXIT -> onLane[0]--;
                case RETURN_ENTER -> onLane[1]++;
                case RETURN_EXIT -> onLane[1]--;
                default -> {}
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nobody_is_lost_at_any_event(long seed) {
        Counts counts = new Counts();
        BridgeRun run = draw(seed).begin(counts);
        while (run.step()) {
            for (Direction direction : Direction.values()) {
                int i = direction.ordinal();
                assertThat(run.vehiclesWaiting(direction)).isEqualTo(counts.joined[i] - counts.entered[i]);
                assertThat(run.laneState().trucksOnLane(direction)).isEqualTo(counts.onLane[i]);
            }
        }
        TrafficTable vehicles = Objects.requireNonNull(run.finish().vehicles());
        assertThat(counts.joined[0] + counts.joined[1]).isEqualTo(vehicles.size());
        long gone = LongStream.range(0, vehicles.size())
                .filter(i -> vehicles.time((int) i, TrafficTime.EXIT) != TrafficTable.NOT_REACHED)
                .count();
        assertThat(gone).isEqualTo(counts.left[0] + counts.left[1]);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_rules_of_the_lane_hold_for_all_who_cross(long seed) {
        World world = draw(seed);
        BridgeConfig bridge = world.config().bridge();
        List<Crossing> all = crossings(world);
        for (Direction direction : Direction.values()) {
            Crossing ahead = null;
            for (Crossing x : all) {
                if (x.direction() == direction) {
                    if (ahead != null) {
                        assertThat(x.queued())
                                .as("first come first served %s", x)
                                .isGreaterThanOrEqualTo(ahead.queued());
                        assertThat(x.enter() - ahead.enter())
                                .as("headway %s", x)
                                .isGreaterThanOrEqualTo(x.headway());
                        assertThat(x.exit())
                                .as("no overtaking %s", x)
                                .isGreaterThanOrEqualTo(Math.min(
                                        Case.NEVER,
                                        ahead.exit() == Case.NEVER ? Case.NEVER : ahead.exit() + x.headway()));
                    }
                    ahead = x;
                }
            }
        }
        for (int i = 0; i < all.size(); i++) {
            checkBefore(bridge, all, i);
        }
    }

    /** Who is on the lane as one enters: within the limits; on one lane nobody goes the other way, and the clearance has passed. */
    private static void checkBefore(BridgeConfig bridge, List<Crossing> all, int i) {
        Crossing x = all.get(i);
        int count = 1;
        for (int k = 0; k < i; k++) {
            Crossing y = all.get(k);
            if (bridge.lanes() == 2 && y.direction() != x.direction()) {
                continue;
            }
            if (y.direction() != x.direction()) {
                assertThat(x.enter()).as("opposing %s %s", y, x).isGreaterThanOrEqualTo(y.exit());
            }
            count += y.exit() > x.enter() ? 1 : 0;
        }
        assertThat(count).as("limit %s", x).isLessThanOrEqualTo(bridge.maxTrucks());
        if (bridge.lanes() == 1 && i > 0 && all.get(i - 1).direction() != x.direction()) {
            assertThat(x.enter() - all.get(i - 1).exit())
                    .as("clearance %s", x)
                    .isGreaterThanOrEqualTo(bridge.clearanceNanos());
        }
    }

    private record Crossing(Direction direction, long headway, long queued, long enter, long exit) {}

    private static List<Crossing> crossings(World world) {
        ReplicationResult result = world.run();
        BridgeConfig bridge = world.config().bridge();
        List<Crossing> all = new ArrayList<>();
        TrafficTable vehicles = Objects.requireNonNull(result.vehicles());
        for (int i = 0; i < vehicles.size(); i++) {
            String name = vehicles.name(i).name();
            TrafficStream stream = world.config().traffic().stream()
                    .filter(s -> s.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            add(
                    all,
                    stream.direction(),
                    stream.headwayOn(bridge),
                    vehicles.time(i, TrafficTime.QUEUED),
                    vehicles.time(i, TrafficTime.ENTER),
                    vehicles.time(i, TrafficTime.EXIT));
        }
        var trips = result.trips();
        for (int i = 0; trips != null && i < trips.size(); i++) {
            add(
                    all,
                    Direction.OUTBOUND,
                    bridge.headwayNanos(),
                    trips.time(i, TripTime.OUTBOUND_QUEUED),
                    trips.time(i, TripTime.OUTBOUND_ENTER),
                    trips.time(i, TripTime.OUTBOUND_EXIT));
            add(
                    all,
                    Direction.RETURN,
                    bridge.headwayNanos(),
                    trips.time(i, TripTime.RETURN_QUEUED),
                    trips.time(i, TripTime.RETURN_ENTER),
                    trips.time(i, TripTime.RETURN_EXIT));
        }
        // With no headway several enter at one instant: in the order of joining.
        all.sort(Comparator.comparingLong(Crossing::enter)
                .thenComparingLong(Crossing::queued)
                .thenComparingLong(Crossing::exit));
        return all;
    }

    private static void add(List<Crossing> all, Direction direction, long headway, long queued, long enter, long exit) {
        if (enter != TrafficTable.NOT_REACHED) {
            all.add(new Crossing(
                    direction, headway, queued, enter, exit == TrafficTable.NOT_REACHED ? Case.NEVER : exit));
        }
    }
}
