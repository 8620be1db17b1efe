package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.byDepartures;
import static org.bridgeconvoy.bridge.World.bySize;
import static org.bridgeconvoy.bridge.World.exclusive;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.Collections;
import org.bridgeconvoy.bridge.control.Direction;
import org.junit.jupiter.api.Test;

/** Convoys: when they are released and what `exclusive` does. Worked out by hand. */
class ConvoyTest {

    @Test
    void a_convoy_of_exactly_the_size_leaves_when_that_many_wait() {
        // Three together leave at 08:04 with the third; the fourth and fifth begin the next one, which the sixth
        // completes.
        World world = world().trucks(7)
                .headway("10 s")
                .outboundConvoys(bySize(3, "5 h"))
                .cargo(cargo("cloth").at("08:00", "08:02", "08:04", "08:05", "08:06", "09:00", "09:01"));

        assertTrips(world, """
                truck  export_end  outbound_queued  outbound_enter
                1      08:00:00    08:04:00         08:04:00
                2      08:02:00    08:04:00         08:04:10
                3      08:04:00    08:04:00         08:04:20
                4      08:05:00    09:00:00         09:00:00
                5      08:06:00    09:00:00         09:00:10
                6      09:00:00    09:00:00         09:00:20
                7      09:01:00    14:01:00         14:01:00""");
        // Waiting for the convoy is not waiting for the bridge: 10 + 20 s in each of the two convoys over seven
        // trucks.
        assertThat(world.metric("wait_outbound_min")).isEqualTo(1.0 / 7);
    }

    @Test
    void when_more_than_the_size_arrive_at_once_the_rest_waits_on() {
        World world = world().trucks(5)
                .outboundConvoys(bySize(2, "10 min"))
                .cargo(cargo("cloth").at(Collections.nCopies(5, Texts.at("08:00"))));

        assertTrips(world, """
                truck  outbound_queued
                1      08:00:00
                2      08:00:00
                3      08:00:00
                4      08:00:00
                5      08:10:00""");
    }

    @Test
    void all_that_wait_leave_when_the_first_has_waited_long_enough() {
        // The first waits from 08:00 to 08:10 and takes the second (08:09:59) and the third (08:10, at that instant)
        // along.
        World world = world().trucks(4)
                .outboundConvoys(bySize(9, "10 min"))
                .cargo(cargo("cloth").at("08:00", "08:09:59", "08:10", "08:10:00.001"));

        assertTrips(world, """
                truck  outbound_queued
                1      08:10:00
                2      08:10:00
                3      08:10:00
                4      08:20:00.001""");
    }

    @Test
    void departures_release_all_that_wait_every_day() {
        // 09:00 and 13:00. Who comes at 13:00 leaves with it; who comes a millisecond later leaves on the next day.
        World world = world().horizon("2 d")
                .trucks(5)
                .headway("10 s")
                .outboundConvoys(byDepartures("13:00", "09:00"))
                .cargo(cargo("cloth").at("08:00", "08:30", "09:00:00.001", "13:00", "13:00:00.001"));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter
                1      09:00:00         09:00:00
                2      09:00:00         09:00:10
                3      13:00:00         13:00:00
                4      13:00:00         13:00:10
                5      1+09:00:00       1+09:00:00""");
    }

    @Test
    void return_departures_are_on_the_clock_of_the_destination_and_ignore_holidays() {
        // 18:00 there is 17:00 here; 00:30 there is 23:30 of the eve here.
        World world = world().horizon("2 d")
                .trucks(2)
                .originClock("+08:00")
                .destinationClock("+09:00", "2024-01-01..2024-01-09")
                .returnConvoys(byDepartures("18:00", "00:30"))
                .cargo(cargo("cloth").at("08:00", "20:00"));

        assertTrips(world, """
                truck  unload_end  return_queued  return_enter
                1      08:01:40    17:00:00       17:00:00
                2      20:01:40    23:30:00       23:30:00""");
        // Truck 1 waits 8 h 58 min 20 s, truck 2 3 h 28 min 20 s, over two days.
        assertThat(world.metric("truck_h_per_day.return.convoy")).isEqualTo((32300 + 12500) / 3600.0 / 2);
    }

    /**
     * Truck 1 leaves at 08:00, comes through import 80 s after its crossing and waits to return at 08:03:00, the instant
     * at which trucks 2 to 5 are released. Crossing 100 s, headway 10 s, clearance 20 s.
     */
    private static World convoyOfFour(boolean isExclusive) {
        var rule = byDepartures("08:00", "08:03");
        return world().trucks(5)
                .headway("10 s")
                .clearance("20 s")
                .imports(station(9, "80 s"))
                .outboundConvoys(isExclusive ? exclusive(rule) : rule)
                .cargo(cargo("cloth").at("08:00", "08:01", "08:01", "08:01", "08:01"));
    }

    @Test
    void without_exclusive_a_convoy_is_parted_by_a_turn() {
        // Truck 1 was the first entry of this green (it began at the start), truck 2 is the second at 08:03:00: turn.
        // Truck 2 is out at 08:04:40, green at 08:05:00: truck 1 returns, its queue is empty: turn; 08:06:40 + 20 s:
        // trucks 3 and 4 at 08:07:00 and 08:07:10, truck 2 has waited since 08:06:00: turn. 4 is out at 08:08:50,
        // green 08:09:10: truck 2 returns, turn: 08:10:50 + 20 s = 08:11:10: truck 5. Trucks 3 and 4 wait since
        // 08:10:00 and :10, turn; 5 is out at 08:12:50.
        assertTrips(convoyOfFour(false).batches(2, 2, "always"), """
                truck  outbound_queued  outbound_enter  return_queued  return_enter
                1      08:00:00         08:00:00        08:03:00       08:05:00
                2      08:03:00         08:03:00        08:06:00       08:09:10
                3      08:03:00         08:07:00        08:10:00       08:13:10
                4      08:03:00         08:07:10        08:10:10       08:13:20
                5      08:03:00         08:11:10        08:14:10       08:14:10""");
    }

    @Test
    void with_exclusive_the_control_does_not_turn_between_the_entries_of_one_convoy() {
        // Trucks 2 to 5 enter at 08:03:00 to 08:03:30 although truck 1 waits; then the lane turns at once: 5 is out
        // at 08:05:10, green at 08:05:30: truck 1, alone. At 08:06:00 to 08:06:30 trucks 2 to 5 join behind; nobody
        // is outbound.
        assertTrips(convoyOfFour(true).batches(2, 2, "always"), """
                truck  outbound_queued  outbound_enter  return_queued  return_enter
                1      08:00:00         08:00:00        08:03:00       08:05:30
                2      08:03:00         08:03:00        08:06:00       08:06:00
                3      08:03:00         08:03:10        08:06:10       08:06:10
                4      08:03:00         08:03:20        08:06:20       08:06:20
                5      08:03:00         08:03:30        08:06:30       08:06:30""");
    }

    @Test
    void a_convoy_of_which_nobody_has_entered_does_not_hold_the_lane() {
        // Batches of 1, convoys of 2, exclusive: the first convoy (trucks 1, 2) enters whole; truck 1 waits to return
        // as the second convoy (3, 4) is still behind: released at 08:01:45, when the lane is already turning back
        // (08:01:40).
        World world = world().trucks(4)
                .headway("10 s")
                .clearance("20 s")
                .batches(1, 1, "always")
                .outboundConvoys(exclusive(bySize(2, "5 h")))
                .cargo(cargo("cloth").at("08:00", "08:00", "08:01:45", "08:01:45"));

        // Truck 2 is out at 08:01:50, return green 08:02:10 for one truck; 08:03:50 + 20 s: trucks 3 and 4 together
        // at 08:04:10 and :20; truck 4 out at 08:06:00; truck 2 returns at 08:06:20, truck 3 behind it: nobody is
        // outbound.
        assertTrips(world, """
                truck  outbound_enter  return_enter
                1      08:00:00        08:02:10
                2      08:00:10        08:06:20
                3      08:04:10        08:06:30
                4      08:04:20        08:06:40""");
    }

    @Test
    void the_greatest_green_of_actuated_parts_a_convoy_that_is_not_exclusive() {
        // Both sides wait from 08:03:00; the green ends 30 s later, after three of the four. Truck 4 is out at
        // 08:05:00; truck 1 returns at 08:05:20, its queue is empty: turn, 08:07:00 + 20 s: truck 5 at 08:07:20.
        // Trucks 2 to 4 wait since 08:06:00, so it turns at once; truck 5 is out at 08:09:00, and through import at
        // 08:10:20.
        assertTrips(convoyOfFour(false).actuated("0 s", "30 s", "always"), """
                truck  outbound_enter  return_queued  return_enter
                1      08:00:00        08:03:00       08:05:20
                2      08:03:00        08:06:00       08:09:20
                3      08:03:10        08:06:10       08:09:30
                4      08:03:20        08:06:20       08:09:40
                5      08:07:20        08:10:20       08:10:20""");
    }

    @Test
    void an_exclusive_convoy_outlasts_the_greatest_green_of_actuated() {
        // As above, but the turn waits for the entry of truck 5 at 08:03:30, out at 08:05:10.
        assertTrips(convoyOfFour(true).actuated("0 s", "30 s", "always"), """
                truck  outbound_enter  return_queued  return_enter
                1      08:00:00        08:03:00       08:05:30
                2      08:03:00        08:06:00       08:06:00
                3      08:03:10        08:06:10       08:06:10
                4      08:03:20        08:06:20       08:06:20
                5      08:03:30        08:06:30       08:06:30""");
    }

    @Test
    void a_fixed_cycle_parts_an_exclusive_convoy() {
        // Outbound 08:00:00-08:00:15, return until 08:10: two of the four enter, the others wait for 08:10.
        World world = world().trucks(4)
                .headway("10 s")
                .alternate("15 s", "585 s", Direction.OUTBOUND, "08:00-09:00")
                .outboundConvoys(exclusive(byDepartures("08:00")))
                .cargo(cargo("cloth").at(Collections.nCopies(4, Texts.at("07:00"))));

        assertTrips(world, """
                truck  outbound_enter
                1      08:00:00
                2      08:00:10
                3      08:10:00
                4      08:10:10""");
    }
}
