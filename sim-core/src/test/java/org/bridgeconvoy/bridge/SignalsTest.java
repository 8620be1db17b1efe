package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Portable signals: the red of a fixed cycle, the extension of an actuated green, and the saturation flow of both. Where not told
 * otherwise crossing takes 100 s, the headway is 10 s, the clearance 20 s.
 */
class SignalsTest {

    private static World lane() {
        return world().lanes(1).headway("10 s").clearance("20 s");
    }

    private static Alternate cycle(long outboundSeconds, long returnSeconds, long redSeconds, String hours) {
        return new Alternate(
                        outboundSeconds * Nanos.SECOND,
                        returnSeconds * Nanos.SECOND,
                        Direction.OUTBOUND,
                        Texts.hours(hours))
                .withRed(redSeconds * Nanos.SECOND);
    }

    private static Actuated actuated(long minSeconds, long maxSeconds, long extensionSeconds) {
        return new Actuated(minSeconds * Nanos.SECOND, maxSeconds * Nanos.SECOND)
                .withExtension(extensionSeconds * Nanos.SECOND);
    }

    @Test
    void nobody_enters_in_the_red_after_each_green() {
        // Greens of 60 s, red 90 s, cycle 300 s from the opening at 08:00, which begins with a green: outbound
        // 08:00:00-08:01:00,
        // return 08:02:30-08:03:30, outbound 08:05:00-08:06:00. Truck 2 leaves at 08:02:39, so the lane is clear at
        // 08:02:59, in the
        // return green. Truck 3 comes at the first instant of the red; the last to return leaves at 08:04:49, clear at
        // 08:05:09.
        World world = lane().trucks(3)
                .control(cycle(60, 60, 90, "08:00-18:00"))
                .cargo(cargo("cloth").at("07:00", "08:00:59", "08:01:00"));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  outbound_exit  return_queued  return_enter  return_exit
                1      07:00:00         08:00:00        08:01:40       08:01:40       08:02:59      08:04:39
                2      08:00:59         08:00:59        08:02:39       08:02:39       08:03:09      08:04:49
                3      08:01:00         08:05:09        08:06:49       08:06:49       08:07:30      08:09:10""");
        // Held by the control in the red, then by the trucks and the clearance: truck 1 50 s and 29 s, truck 3 41 s of
        // red.
        // Truck 2 joins behind truck 1 (clearing to 08:02:59), then the headway holds it.
        assertThat(world.metric("truck_h_per_day.return.control")).isEqualTo((50 + 41) / 3600.0);
        assertThat(world.metric("truck_h_per_day.return.clearing")).isEqualTo((29 + 20) / 3600.0);
    }

    @Test
    void a_red_is_over_at_its_last_instant() {
        // Outbound 00:00-00:01, return 00:05-00:06, outbound 00:10-: truck 1 waits in an empty lane for 00:10:00
        // exactly, for its way
        // back for 00:15:00, and truck 2 comes at the first instant of a green.
        World world = lane().trucks(2)
                .control(cycle(60, 60, 240, "always"))
                .cargo(cargo("cloth").at("00:01", "00:20"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      00:10:00        00:11:40       00:15:00
                2      00:20:00        00:21:40       00:25:00""");
    }

    @Test
    void a_cycle_starts_over_at_an_opening_without_a_red() {
        // The morning ends in the red after the outbound green; the afternoon begins with an outbound green.
        World world = lane().trucks(1)
                .control(cycle(60, 60, 90, "08:00-08:02, 13:00-14:00"))
                .cargo(cargo("cloth").at("08:01"));

        assertTrips(world, """
                outbound_enter  outbound_exit  return_enter
                13:00:00        13:01:40       13:02:30""");
    }

    @Test
    void the_plan_of_a_cycle_knows_how_long_each_direction_has_the_lane() {
        // In the first 1000 s of cycles of 60 + 30 + 40 + 30 = 160 s: six whole ones and 40 s; in the first 130 s 40 s
        // of return.
        ControlRule.Plan plan =
                cycle(60, 40, 30, "always").plan(WorkCalendar.plain(LocalDate.of(2024, 1, 1)), Nanos.DAY);

        assertThat(plan.givenNanos(Direction.OUTBOUND, 0, 1000 * Nanos.SECOND, 1))
                .isEqualTo(400 * Nanos.SECOND);
        assertThat(plan.givenNanos(Direction.RETURN, 0, 1000 * Nanos.SECOND, 1)).isEqualTo(240 * Nanos.SECOND);
        assertThat(plan.givenNanos(Direction.RETURN, 0, 90 * Nanos.SECOND, 1)).isZero();
        assertThat(plan.givenNanos(Direction.RETURN, 100 * Nanos.SECOND, 150 * Nanos.SECOND, 1))
                .isEqualTo(30 * Nanos.SECOND);
    }

    @Test
    void an_extension_keeps_the_lane_for_a_truck_close_behind() {
        // Truck 1 waits to return from 08:01:40. Truck 2 entered at 08:01:30, so the outbound queue counts as empty
        // only from 08:02:00;
        // truck 3 comes at that instant, before the control turns, and enters. Its extension ends at 08:02:30: truck 4
        // is too late.
        // The lane is clear at 08:03:40 + 20 s. The last to return enters at 08:04:20; its extension ends at 08:04:50,
        // the lane is
        // clear at 08:06:20.
        World world = lane().trucks(4)
                .control(actuated(0, 600, 30))
                .cargo(cargo("cloth").at("08:00:00", "08:01:30", "08:02:00", "08:02:31"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_queued  return_enter  return_exit
                1      08:00:00        08:01:40       08:01:40       08:04:00      08:05:40
                2      08:01:30        08:03:10       08:03:10       08:04:10      08:05:50
                3      08:02:00        08:03:40       08:03:40       08:04:20      08:06:00
                4      08:06:20        08:08:00       08:08:00       08:08:20      08:10:00""");
    }

    @Test
    void an_extension_that_ends_turns_the_lane_by_itself() {
        // Truck 1 waits to return from 08:01:40; the extension of its own entry ends at 08:03:00, when nothing else
        // happens. The lane
        // has been clear since 08:02:00.
        World world = lane().control(actuated(0, 600, 180)).cargo(cargo("cloth").at("08:00"));

        assertTrips(world, """
                outbound_enter  outbound_exit  return_enter
                08:00:00        08:01:40       08:03:00""");
    }

    @Test
    void the_longest_green_holds_in_an_extension_and_the_shortest_after_it() {
        // Longest green 60 s from 08:01:40, when truck 1 begins to wait, although the extension would go on to 08:05.
        World longest =
                lane().control(actuated(0, 60, 300)).cargo(cargo("cloth").at("08:00"));
        assertTrips(longest, """
                outbound_enter  outbound_exit  return_enter
                08:00:00        08:01:40       08:02:40""");

        // The return green begins at 08:02:00 and lasts at least 5 min, to 08:07:00, although the extension ends at
        // 08:02:30.
        World shortest = lane().trucks(2)
                .control(actuated(300, 600, 30))
                .cargo(cargo("cloth").at("08:00", "08:05"));
        assertTrips(shortest, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:01:40       08:02:00
                2      08:07:00        08:08:40       08:12:00""");
    }

    /**
     * Saturated sides under a fixed cycle. A side passes ceil((green - lost) / h) a cycle, lost = max(0, L/v + clearance - red - a), a the
     * time from the last entry of the other side to the end of its green, as long as green is above lost. The first green loses nothing.
     */
    @ParameterizedTest
    @CsvSource({
        // outbound, return, red, crossing, headway, clearance
        "300, 200, 0, 100, 10, 20",
        "300, 200, 60, 100, 10, 20",
        "120, 120, 150, 100, 7, 20",
        "97, 89, 31, 53, 4, 3",
        "180, 180, 45, 140, 11, 0",
        "61, 60, 0, 20, 10, 0",
    })
    void a_saturated_side_of_a_fixed_cycle_passes_what_the_formula_says(
            long outbound, long inbound, long red, long crossing, long headway, long clearance) {
        int cycles = 6;
        int[] expectedOut = new int[cycles];
        int[] expectedBack = new int[cycles];
        long lost = 0;
        for (int i = 0; i < cycles; i++) {
            expectedOut[i] = passes(outbound - lost, headway);
            lost = lost(outbound - lost, headway, crossing + clearance - red);
            expectedBack[i] = passes(inbound - lost, headway);
            lost = lost(inbound - lost, headway, crossing + clearance - red);
        }

        TripTable trips = saturated(headway, clearance, crossing, cycle(outbound, inbound, red, "always"));

        long cycle = outbound + inbound + 2 * red;
        assertThat(perCycle(trips, TripTime.OUTBOUND_ENTER, cycle, cycles)).containsExactly(expectedOut);
        assertThat(perCycle(trips, TripTime.RETURN_ENTER, cycle, cycles)).containsExactly(expectedBack);
    }

    private static int passes(long seconds, long headway) {
        return Math.toIntExact((seconds + headway - 1) / headway);
    }

    private static long lost(long entering, long headway, long clearing) {
        long last = (passes(entering, headway) - 1) * headway;
        return Math.max(0, clearing - (entering - last));
    }

    /** Under {@code actuated} ceil(max-green / h) pass a cycle of the sum over both sides of max-green + L/v + clearance - a. */
    @ParameterizedTest
    @CsvSource({"300, 100, 10, 20", "120, 100, 7, 20", "97, 53, 4, 3", "61, 20, 10, 0"})
    void a_saturated_side_under_actuated_passes_what_the_formula_says(
            long maxGreen, long crossing, long headway, long clearance) {
        int passes = passes(maxGreen, headway);
        long a = maxGreen - (passes - 1) * headway;
        long cycle = 2 * (maxGreen + crossing + clearance - a);

        TripTable trips = saturated(headway, clearance, crossing, actuated(0, maxGreen, 5));

        // The first outbound green lasts longer: nobody waits on the far bank before the first truck is over.
        List<Long> entries = entries(trips, TripTime.RETURN_ENTER);
        long first = entries.get(0);
        for (int i = 0; i < 8; i++) {
            assertThat(entries.get(i * passes)).isEqualTo(first + i * cycle);
            assertThat(entries.get((i + 1) * passes - 1)).isEqualTo(first + i * cycle + (passes - 1) * headway);
        }
    }

    /** Trucks that wait on the near bank from the start on, more than can cross; enough of them come back. */
    private static TripTable saturated(long headway, long clearance, long crossing, ControlRule rule) {
        int trucks = 2000;
        World world = lane().trucks(trucks)
                .headway(headway + " s")
                .clearance(clearance + " s")
                .crossing(crossing + " s", crossing + " s")
                .horizon("6 h")
                .control(rule)
                .cargo(cargo("cloth").backlog(10 * trucks));
        return Objects.requireNonNull(world.run().trips());
    }

    private static List<Long> entries(TripTable trips, TripTime time) {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            if (trips.time(i, time) != TripTable.NOT_REACHED) {
                seconds.add(trips.time(i, time) / Nanos.SECOND);
            }
        }
        return seconds;
    }

    private static int[] perCycle(TripTable trips, TripTime time, long cycle, int cycles) {
        int[] counts = new int[cycles];
        entries(trips, time).stream()
                .mapToLong(s -> s / cycle)
                .filter(c -> c < cycles)
                .forEach(c -> counts[(int) c]++);
        return counts;
    }

    @Test
    void a_red_or_an_extension_below_0_is_refused() {
        assertThatThrownBy(() -> cycle(60, 60, -1, "always"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("red must be at least 0 s");
        assertThatThrownBy(() -> actuated(0, 60, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extension must be at least 0 s");
        assertThat(actuated(0, 60, 0)).isEqualTo(new Actuated(0, 60 * Nanos.SECOND, Hours.always()));
    }
}
