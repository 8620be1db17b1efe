package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.Collections;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;

/**
 * The controls {@code alternate}, {@code actuated} and {@code batches} on one lane, worked out by hand. Crossing takes
 * 100 s, the headway is 10 s, the clearance 20 s.
 */
class ControlTest {

    private static World lane() {
        return world().headway("10 s").clearance("20 s");
    }

    @Test
    void a_fixed_cycle_gives_the_lane_by_the_clock_and_clears_within_the_green() {
        // Outbound 10 min, return 5 min from 08:00: outbound 08:00-08:10, return 08:10-08:15, outbound 08:15-08:25
        // ... Truck 2 enters at 08:09:50 and leaves at 08:11:30, so truck 1 may not return before 08:11:50. It leaves
        // at 08:13:30; truck 2 (queued 08:11:30) follows it at 08:12:00 and leaves at 08:13:40. Truck 3 comes at
        // 08:10, waits for 08:15. It is back in line at 08:16:40 and waits for 08:25, when the lane is empty since
        // 08:16:40.
        World world = lane().trucks(3)
                .alternate("10 min", "5 min", Direction.OUTBOUND, "08:00-18:00")
                .cargo(cargo("cloth").at("07:00", "08:09:50", "08:10"));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  outbound_exit  return_queued  return_enter  return_exit
                1      07:00:00         08:00:00        08:01:40       08:01:40       08:11:50      08:13:30
                2      08:09:50         08:09:50        08:11:30       08:11:30       08:12:00      08:13:40
                3      08:10:00         08:15:00        08:16:40       08:16:40       08:25:00      08:26:40""");
        // Truck 1 is held by the control from 08:01:40 to 08:10, then by clearing to 08:11:50.
        assertThat(world.metric("truck_h_per_day.return.clearing")).isEqualTo((110 + 20) / 3600.0);
    }

    @Test
    void a_fixed_cycle_starts_over_at_each_opening_with_the_direction_that_is_first() {
        // Return first: return 08:00-08:05, outbound 08:05-08:15, and again from 13:00: outbound 13:05-13:15. The
        // morning ends at 08:12, in mid-green.
        World world = lane().trucks(3)
                .alternate("10 min", "5 min", Direction.RETURN, "08:00-08:12, 13:00-14:00")
                .cargo(cargo("cloth").at("08:00", "08:11:59", "08:12"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:05:00        08:06:40       13:00:00
                2      08:11:59        08:13:39       13:00:10
                3      13:05:00        13:06:40       13:15:00""");
    }

    @Test
    void a_fixed_cycle_that_is_always_open_counts_from_the_start() {
        World world = lane().trucks(2)
                .alternate("7 min", "5 min", Direction.OUTBOUND, "always")
                .cargo(cargo("cloth").at("00:07", "00:12"));

        // Outbound 00:00-00:07, 00:12-00:19, 00:24-...; return 00:07-00:12, 00:19-00:24.
        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      00:12:00        00:13:40       00:19:00
                2      00:12:10        00:13:50       00:19:10""");
    }

    @Test
    void a_closure_does_not_move_a_fixed_cycle() {
        // Outbound 00:00-00:10, return 00:10-00:15, outbound 00:15-. Closed 00:01 to 00:12: truck 1 waits for 00:15.
        World world = lane().alternate("10 min", "5 min", Direction.OUTBOUND, "always")
                .closure("00:01", "00:12")
                .cargo(cargo("cloth").at("00:02"));

        assertTrips(world, """
                outbound_queued  outbound_enter
                00:02:00         00:15:00""");
    }

    @Test
    void actuated_turns_when_its_queue_is_empty_and_the_other_side_waits() {
        // Truck 1 enters at once and waits to return at 08:01:40; nobody waits outbound, so the lane turns at
        // 08:01:40 and is clear at 08:02:00. Truck 2 comes at 08:03, while truck 1 is on the lane (until 08:03:40)
        // and the return queue is empty: the lane turns at 08:03 and is clear at 08:04.
        World world = lane().trucks(2)
                .actuated("0 s", "10 min", "always")
                .cargo(cargo("cloth").at("08:00", "08:03"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter  return_exit
                1      08:00:00        08:01:40       08:02:00      08:03:40
                2      08:04:00        08:05:40       08:06:00      08:07:40""");
    }

    @Test
    void actuated_stays_where_it_is_while_nobody_waits() {
        // After truck 1 is back at 08:03:40 the lane stays with return. Truck 2 at 08:30 makes it turn at once: the
        // lane has been empty for long, so it enters at 08:30.
        World world = lane().trucks(2)
                .actuated("5 min", "10 min", "always")
                .cargo(cargo("cloth").at("08:00", "08:30"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:01:40       08:02:00
                2      08:30:00        08:31:40       08:35:00""");
        // Truck 2 comes back to the line at 08:31:40; the outbound green that began at 08:30 lasts at least 5 min.
        // The first green began at 00:00, so truck 1 did not have to wait for its end.
    }

    @Test
    void actuated_keeps_a_green_for_its_least_time_even_with_an_empty_queue() {
        // Open from 08:00: green outbound at least until 08:05. Truck 1 waits from 08:01:40 to 08:05, the lane is
        // clear (empty since 08:01:40). The return green begins at 08:05 and lasts until 08:10 at least, so truck 2,
        // queued at 08:06, enters at 08:10 (lane empty since 08:06:40).
        World world = lane().trucks(2)
                .actuated("5 min", "10 min", "08:00-18:00")
                .cargo(cargo("cloth").at("08:00", "08:06"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter  return_exit
                1      08:00:00        08:01:40       08:05:00      08:06:40
                2      08:10:00        08:11:40       08:15:00      08:16:40""");
    }

    @Test
    void actuated_cuts_a_green_at_its_greatest_time_after_the_other_side_began_to_wait() {
        // 18 trucks wait at 08:00. The other side waits from 08:01:40, later than the green began (00:00), so the
        // green ends 60 s later, at 08:02:40, after 16 entries (08:00:00 to 08:02:30). The last leaves at 08:04:10,
        // the return green begins at 08:04:30. The other side has been waiting all along, so it ends at 08:05:30
        // after six entries; the last leaves at 08:07:00. Outbound: 08:07:20 and 08:07:30, then its queue is empty
        // and the lane turns; truck 18 leaves at 08:09:10, and from 08:09:30 the other twelve return.
        World world = lane().trucks(18)
                .actuated("0 s", "60 s", "always")
                .cargo(cargo("cloth").at(Collections.nCopies(18, Texts.at("08:00"))));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:01:40       08:04:30
                2      08:00:10        08:01:50       08:04:40
                3      08:00:20        08:02:00       08:04:50
                4      08:00:30        08:02:10       08:05:00
                5      08:00:40        08:02:20       08:05:10
                6      08:00:50        08:02:30       08:05:20
                7      08:01:00        08:02:40       08:09:30
                8      08:01:10        08:02:50       08:09:40
                9      08:01:20        08:03:00       08:09:50
                10     08:01:30        08:03:10       08:10:00
                11     08:01:40        08:03:20       08:10:10
                12     08:01:50        08:03:30       08:10:20
                13     08:02:00        08:03:40       08:10:30
                14     08:02:10        08:03:50       08:10:40
                15     08:02:20        08:04:00       08:10:50
                16     08:02:30        08:04:10       08:11:00
                17     08:07:20        08:09:00       08:11:10
                18     08:07:30        08:09:10       08:11:20""");
    }

    @Test
    void closing_time_ends_a_green_and_the_next_opening_begins_one_in_the_same_direction() {
        // Open 08:00-08:10 and from 09:00, least green 5 min. Truck 1 (queued 08:09:50) leaves at 08:11:30 and must
        // wait for the opening; there the green is still outbound's, for at least 5 min: it returns at 09:05.
        World world = lane().trucks(1)
                .actuated("5 min", "10 min", "08:00-08:10, 09:00-12:00")
                .cargo(cargo("cloth").at("08:09:50"));

        assertTrips(world, """
                outbound_enter  outbound_exit  return_queued  return_enter
                08:09:50        08:11:30       08:11:30       09:05:00""");
    }

    @Test
    void a_closure_of_the_bridge_ends_a_green_too() {
        // The first green began at 00:00. The closure ends it; the next begins at 08:30 and lasts until 08:35 at
        // least.
        World world = lane().trucks(1)
                .actuated("5 min", "10 min", "always")
                .closure("08:01", "08:30")
                .cargo(cargo("cloth").at("08:00"));

        assertTrips(world, """
                outbound_enter  outbound_exit  return_enter
                08:00:00        08:01:40       08:35:00""");
    }

    @Test
    void batches_turn_after_their_number_of_entries_if_the_other_side_waits() {
        // Batches of 2, open from 08:00; four trucks wait. Nobody waits to return while they enter 10 s apart, so all
        // four go (more than N may). At 08:01:40 truck 1 waits to return: outbound's queue is empty, the lane turns;
        // truck 4 is out at 08:02:10, the green begins at 08:02:30. Trucks 5 to 7 come at 08:02: two return (1 and 2
        // at 08:02:30 and :40), then the lane turns at 08:02:40, clear at 08:04:20 + 20 s = 08:04:40. Trucks 5 and 6
        // go; 3 and 4 have been waiting so it turns after two: 6 is out at 08:06:30, return at 08:06:50 and 08:07:00;
        // then out again: 08:08:40 + 20 s = 08:09:00.
        World world = lane().trucks(7)
                .batches(2, 2, "08:00-18:00")
                .cargo(cargo("cloth").at("08:00", "08:00", "08:00", "08:00", "08:02", "08:02", "08:02"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter  return_exit
                1      08:00:00        08:01:40       08:02:30      08:04:10
                2      08:00:10        08:01:50       08:02:40      08:04:20
                3      08:00:20        08:02:00       08:06:50      08:08:30
                4      08:00:30        08:02:10       08:07:00      08:08:40
                5      08:04:40        08:06:20       08:11:00      08:12:40
                6      08:04:50        08:06:30       08:11:10      08:12:50
                7      08:09:00        08:10:40       08:11:20      08:13:00""");
        // Truck 7 alone goes out at 08:09:00; its queue is empty, so the lane turns at once, clear at 08:11:00.
        // Nobody waits outbound then, so three return.
    }

    @Test
    void batches_may_differ_by_direction_and_an_empty_queue_turns_early() {
        // Out 3, back 1. Trucks 1 and 2 go (nobody waits on the other side). From 08:01:40 truck 1 waits, outbound is
        // empty: turn. Truck 2 out at 08:01:50, green at 08:02:10. At 08:02 truck 3 has come: one returns at
        // 08:02:10, then turn: 08:03:50 + 20 s = 08:04:10. Truck 3 goes, its queue is empty: turn, 08:05:50 + 20 =
        // 08:06:10, truck 2 returns; nobody waits outbound: truck 3 follows at 08:06:20.
        World world = lane().trucks(3)
                .batches(3, 1, "08:00-18:00")
                .cargo(cargo("cloth").at("08:00", "08:00", "08:02"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:01:40       08:02:10
                2      08:00:10        08:01:50       08:06:10
                3      08:04:10        08:05:50       08:06:20""");
    }

    @Test
    void waiting_for_the_lane_to_clear_after_a_turn_is_clearing_and_not_control() {
        // As in the first actuated test: truck 1 waits 08:01:40-08:02:00 for the clearance; truck 2 waits 08:03-08:04
        // for the lane to empty and the clearance.
        World world = lane().trucks(2)
                .actuated("0 s", "10 min", "always")
                .cargo(cargo("cloth").at("08:00", "08:03"));
        BridgeRun run = world.begin();
        run.finish();

        assertThat(run.truckNanos(TruckState.RETURN_CLEARING)).isEqualTo(Texts.span("40 s"));
        assertThat(run.truckNanos(TruckState.OUTBOUND_CLEARING)).isEqualTo(Texts.span("60 s"));
        assertThat(run.truckNanos(TruckState.RETURN_CONTROL)).isZero();
        assertThat(run.truckNanos(TruckState.OUTBOUND_CONTROL)).isZero();
    }

    @Test
    void stations_do_not_matter_to_the_count_of_a_batch() {
        // Export 30 s apart: out 1, back 1. Truck 1 at 08:00:30; truck 2 at 08:01; the lane turns only once truck 1
        // waits at 08:02:10: outbound is empty then; truck 2 is out at 08:02:40, so 08:03:00.
        World world = lane().trucks(2)
                .export(station(1, "30 s"))
                .batches(1, 1, "always")
                .cargo(cargo("cloth").at("08:00", "08:00"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:30        08:02:10       08:03:00
                2      08:01:00        08:02:40       08:03:10""");
    }

    @Test
    void greens_and_batches_out_of_range_are_refused_with_their_values() {
        Hours always = Hours.always();
        assertThatThrownBy(() -> new Alternate(999_999_999, Nanos.DAY, Direction.OUTBOUND, always))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("greens must be at least 1 s, got 999999999 ns and 86400000000000 ns");
        assertThat(new Alternate(Nanos.SECOND, Nanos.SECOND, Direction.OUTBOUND, always).outboundNanos())
                .isEqualTo(Nanos.SECOND);
        assertThatThrownBy(() -> new Actuated(0, 1, always))
                .hasMessageContaining("max-green >= 1 s, got 0 ns and 1 ns");
        assertThatThrownBy(() -> new Actuated(7, 6, always))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 7 ns and 6 ns");
        assertThatThrownBy(() -> new Batches(1, 0, always))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch must be at least 1 truck, got 1 and 0");
    }
}
