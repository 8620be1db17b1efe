package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.truckClass;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the lane makes up for when nobody listens: the same as if each alarm and each exit had come at its instant. All times are
 * whole minutes, so that many things happen at one instant.
 */
class UnheardTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    private static World draw(long seed) {
        Random random = new Random(seed);
        List<Long> consignments = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            consignments.add(random.nextInt(36 * 60) * Nanos.MINUTE);
        }
        consignments.sort(null);
        World world = world().horizon("2 d")
                .fleet(truckClass("a", 1 + random.nextInt(20), 10, minutes(random, 0, 3)))
                .crossing(minutes(random, 1, 12), minutes(random, 1, 12))
                .headway(minutes(random, 0, 3))
                .clearance(minutes(random, 0, 2))
                .warmUp(minutes(random, 0, 600))
                .cargo(cargo("cloth").at(consignments));
        if (random.nextBoolean()) {
            world.load(station(1 + random.nextInt(3), minutes(random, 0, 6)));
        }
        if (random.nextBoolean()) {
            world.unload(station(1 + random.nextInt(3), minutes(random, 0, 6)));
        }
        if (random.nextInt(3) == 0) {
            world.maxTrucks(1 + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            world.closure("12:00", "12:" + (10 + random.nextInt(50)));
        }
        switch (random.nextInt(4)) {
            case 0 -> world.lanes(2).timetable("00:00-23:00", "01:00-24:00", LastEntry.ENTER);
            case 1 ->
                world.alternate(minutes(random, 2, 40), minutes(random, 2, 40), Direction.OUTBOUND, "06:00-24:00");
            case 2 -> world.timetable("06:00-12:30", "12:30-24:00", LastEntry.ENTER);
            default -> world.timetable("06:00-09:00", "09:00-24:00", LastEntry.CLEAR);
        }
        if (random.nextInt(3) == 0) {
            world.originRoad(road(random)).destinationRoad(road(random));
        }
        if (random.nextInt(3) == 0) {
            consignments.replaceAll(at -> at + random.nextInt(120) * Nanos.MINUTE);
            consignments.sort(null);
            world.cargo(cargo("shirts").back().at(consignments)).waitForLoad(minutes(random, 0, 90));
        }
        return world;
    }

    /** Of whole minutes, sometimes of none, so that some are on the road while others pass in no time. */
    private static Distribution road(Random random) {
        double first = 60.0 * random.nextInt(3);
        return Distribution.discrete(new double[] {first, 120}, new double[] {0.5, 0.5});
    }

    private static String minutes(Random random, int from, int to) {
        return from + random.nextInt(to - from + 1) + " min";
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_run_that_nobody_hears_is_the_same(long seed) {
        BridgeRun heard = draw(seed).begin(new BridgeObserver() {});
        BridgeRun unheard = draw(seed).begin();
        assertThat(InvariantsTest.text(unheard.finish())).isEqualTo(InvariantsTest.text(heard.finish()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_run_that_takes_no_short_cut_is_the_same(long seed) {
        for (World world : List.of(draw(seed), RandomWorlds.draw(seed))) {
            BridgeRun reference = world.model().withoutShortCuts().start(Streams.of(1, 1));
            assertThat(InvariantsTest.text(world.run())).isEqualTo(InvariantsTest.text(reference.finish()));
        }
    }

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
            assertThat(unheard.laneState().trucksOnLane(Direction.RETURN))
                    .isEqualTo(heard.laneState().trucksOnLane(Direction.RETURN));
            assertThat(unheard.laneState().lastEntry(Direction.OUTBOUND))
                    .isEqualTo(heard.laneState().lastEntry(Direction.OUTBOUND));
        }
        assertThat(InvariantsTest.text(unheard.finish())).isEqualTo(InvariantsTest.text(heard.finish()));
    }

    private static String looks(BridgeRun run) {
        StringBuilder text = new StringBuilder();
        for (TruckState state : TruckState.values()) {
            text.append(state)
                    .append(' ')
                    .append(run.trucks(state))
                    .append(' ')
                    .append(run.truckNanos(state))
                    .append('\n');
        }
        for (Stage stage : Stage.values()) {
            text.append(stage).append(' ').append(run.queueLength(stage)).append('\n');
        }
        return text.toString();
    }
}
