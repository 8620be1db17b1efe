package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A work zone: one lane, two directions of vehicles, signals. Oracles: what a saturated side passes, worked out by hand from greens, lost
 * time and headway; the capacity of the Highway Capacity Manual, (3600 / h)(g / C); and a simulation written apart from the library.
 */
class WorkZoneTest {

    private static final int VEHICLES = 2000;

    /** Both sides have more vehicles than can pass, from the start on; times in seconds. */
    private static World saturated(Zone zone, ControlRule control, String horizon) {
        List<Long> start = Collections.nCopies(VEHICLES, 0L);
        return world().fleet()
                .horizon(horizon)
                .lanes(1)
                .crossing(zone.crossing() + " s", zone.crossing() + " s")
                .headway(zone.headway() + " s")
                .clearance(zone.clearance() + " s")
                .control(control)
                .traffic(
                        TrafficStream.builder("out", Direction.OUTBOUND)
                                .arrivals(new Cargo.At(start))
                                .build(),
                        TrafficStream.builder("back", Direction.RETURN)
                                .arrivals(new Cargo.At(start))
                                .build());
    }

    private record Zone(int crossing, int headway, int clearance) {

        static Zone draw(Random random) {
            return new Zone(20 + random.nextInt(60), 2 + random.nextInt(5), random.nextInt(15));
        }
    }

    /** The entries of both directions, those of one green together, in seconds. */
    private static List<List<Long>> greens(World world) {
        TrafficTable vehicles = Objects.requireNonNull(world.run().vehicles());
        List<long[]> entries = new ArrayList<>();
        for (int i = 0; i < vehicles.size(); i++) {
            long enter = vehicles.time(i, TrafficTime.ENTER);
            if (enter != TrafficTable.NOT_REACHED) {
                assertThat(enter % Nanos.SECOND).isZero();
                entries.add(new long[] {enter / Nanos.SECOND, vehicles.name(i).outbound() ? 0 : 1});
            }
        }
        entries.sort((a, b) -> Long.compare(a[0], b[0]));
        List<List<Long>> greens = new ArrayList<>();
        long last = -1;
        for (long[] entry : entries) {
            if (entry[1] != last) {
                greens.add(new ArrayList<>());
            }
            last = entry[1];
            greens.get(greens.size() - 1).add(entry[0]);
        }
        return greens;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_saturated_side_of_a_fixed_cycle_passes_its_green_less_the_lost_time(long seed) {
        Random random = new Random(seed);
        Zone zone = Zone.draw(random);
        int[] green = {100 + random.nextInt(100), 100 + random.nextInt(100)};
        int red = random.nextInt(60);
        ControlRule control =
                new Alternate(green[0] * Nanos.SECOND, green[1] * Nanos.SECOND).withRed(red * Nanos.SECOND);
        List<List<Long>> seen = greens(saturated(zone, control, "2 h"));

        long begin = 0;
        long lost = 0;
        for (int k = 0; k < seen.size() - 1; k++) {
            int side = k % 2;
            int passed = ceil(green[side] - lost, zone.headway());
            assertThat(seen.get(k)).as("green %d", k).hasSize(passed).startsWith(begin + lost);
            long lastEntry = begin + lost + (long) (passed - 1) * zone.headway();
            long untilEnd = begin + green[side] - lastEntry;
            begin += green[side] + red;
            lost = Math.max(0, zone.crossing() + zone.clearance() - red - untilEnd);
        }
        assertThat(seen).hasSizeGreaterThan(15);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_saturated_side_of_actuated_signals_passes_its_longest_green(long seed) {
        Random random = new Random(seed);
        Zone zone = Zone.draw(random);
        int most = 30 + random.nextInt(150);
        ControlRule control = new Actuated(random.nextInt(30) * Nanos.SECOND, most * Nanos.SECOND);
        List<List<Long>> seen = greens(saturated(zone, control, "2 h"));

        int passed = ceil(most, zone.headway());
        long untilEnd = most - (long) (passed - 1) * zone.headway();
        long begin = 0;
        for (int k = 0; k < seen.size() - 1; k++) {
            assertThat(seen.get(k)).as("green %d", k).hasSize(passed).startsWith(begin);
            begin += most + zone.crossing() + zone.clearance() - untilEnd;
        }
        assertThat(seen).hasSizeGreaterThan(15);
    }

    private static int ceil(long time, int headway) {
        return Math.toIntExact((time + headway - 1) / headway);
    }

    @Test
    void a_cycle_passes_what_the_highway_capacity_manual_says() {
        // Headway 2 s is a saturation flow of 1800 an hour. Greens of 60 s, red 35 s covers 30 s + 5 s to clear: cycle
        // 190 s, 30 each.
        Zone zone = new Zone(30, 2, 5);
        ControlRule control = new Alternate(60 * Nanos.SECOND, 60 * Nanos.SECOND).withRed(35 * Nanos.SECOND);
        double perHour = saturated(zone, control, "3 h").run().metric("traffic_per_day.out") / 24;

        assertThat(perHour).isCloseTo(1800 * 60 / 190.0, within(0.01 * 1800 * 60 / 190.0));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void the_delay_of_both_directions_is_that_of_a_simulation_written_apart(long seed) {
        Random random = new Random(seed);
        Zone zone = Zone.draw(random);
        int least = random.nextInt(20);
        int most = least + 20 + random.nextInt(100);
        // Together a half of what passes when both sides wait.
        double passes = 2.0 * ceil(most, zone.headway()) / (2.0 * (most + zone.crossing() + zone.clearance())) * 3600;
        double perHour = 0.5 * passes / 2;
        BridgeModel model = poisson(zone, new Actuated(least * Nanos.SECOND, most * Nanos.SECOND), perHour);
        int runs = 200;
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        for (int r = 0; r < runs; r++) {
            ours[r] = 60
                    * model.newReplicator().replicate(Streams.of(seed, r + 1)).trafficWaitMinutes();
            theirs[r] = ActuatedByHand.meanWait(
                    new Random(1000 * seed + r),
                    perHour / 3600,
                    6 * 3600,
                    zone.crossing(),
                    zone.headway(),
                    zone.clearance(),
                    least,
                    most);
        }
        checkSameMean(ours, theirs);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("few")
    void the_delay_under_a_fixed_cycle_is_that_of_a_simulation_written_apart(long seed) {
        Random random = new Random(seed);
        Zone zone = Zone.draw(random);
        int red = random.nextInt(60);
        int lost = Math.max(0, zone.crossing() + zone.clearance() - red);
        int out = lost + 30 + random.nextInt(60);
        int back = lost + 30 + random.nextInt(60);
        // A half of what the side with the shorter green passes when both sides wait.
        double passes = (Math.min(out, back) - lost) / (double) zone.headway() / (out + back + 2 * red) * 3600;
        double perHour = 0.5 * passes;
        BridgeModel model = poisson(
                zone, new Alternate(out * Nanos.SECOND, back * Nanos.SECOND).withRed(red * Nanos.SECOND), perHour);
        AlternateByHand byHand =
                new AlternateByHand(zone.crossing(), zone.headway(), zone.clearance(), new double[] {out, back}, red);
        int runs = 200;
        double[] ours = new double[runs];
        double[] theirs = new double[runs];
        for (int r = 0; r < runs; r++) {
            ours[r] = 60
                    * model.newReplicator().replicate(Streams.of(seed, r + 1)).trafficWaitMinutes();
            theirs[r] = byHand.meanWait(new Random(1000 * seed + r), perHour / 3600, 6 * 3600);
        }
        checkSameMean(ours, theirs);
    }

    /** Six hours with Poisson arrivals on both sides. */
    private static BridgeModel poisson(Zone zone, ControlRule control, double perHour) {
        return world().fleet()
                .horizon("6 h")
                .lanes(1)
                .crossing(zone.crossing() + " s", zone.crossing() + " s")
                .headway(zone.headway() + " s")
                .clearance(zone.clearance() + " s")
                .control(control)
                .traffic(
                        TrafficStream.builder("out", Direction.OUTBOUND)
                                .vehiclesPerHour(perHour)
                                .build(),
                        TrafficStream.builder("back", Direction.RETURN)
                                .vehiclesPerHour(perHour)
                                .build())
                .model();
    }

    /** Two-sided 99.9% for each of the few seeds. */
    private static void checkSameMean(double[] ours, double[] theirs) {
        double half = 3.29 * Math.sqrt((variance(ours) + variance(theirs)) / ours.length);
        assertThat(mean(ours)).isCloseTo(mean(theirs), within(half));
    }

    static LongStream few() {
        return LongStream.rangeClosed(1, 6);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / (values.length - 1);
    }
}
