package org.bridgeconvoy.bridge;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.truckClass;
import static org.bridgeconvoy.bridge.World.world;

import java.util.Objects;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;

/** Who may enter the lane, and when: every rule of the bridge but the controls that turn by the queues. */
class LaneTest {

    @Test
    void with_enter_a_truck_may_enter_until_the_hours_end() {
        // 08:59:59.999 is within the hours, 09:00 is not. The return truck waits for the lane (09:01:39.999).
        World world = world().horizon("2 d")
                .trucks(3)
                .timetable("08:00-09:00", "09:00-10:00", LastEntry.ENTER)
                .cargo(cargo("cloth").at("08:10", "08:59:59.999", "09:00"));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  outbound_exit  return_queued  return_enter
                1      08:10:00         08:10:00        08:11:40       08:11:40       09:01:39.999
                2      08:59:59.999     08:59:59.999    09:01:39.999   09:01:39.999   09:01:39.999
                3      09:00:00         1+08:00:00      1+08:01:40     1+08:01:40     1+09:00:00""");
    }

    @Test
    void with_clear_a_truck_enters_only_if_it_clears_within_the_hours_their_last_instant_included() {
        // 100 s to cross: 08:58:20 clears at 09:00 exactly; a millisecond later is too late.
        World world = world().horizon("2 d")
                .trucks(2)
                .timetable("08:00-09:00", "09:00-10:00", LastEntry.CLEAR)
                .cargo(cargo("cloth").at("08:58:20", "08:58:20.001"));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  outbound_exit  return_enter
                1      08:58:20         08:58:20        09:00:00       09:00:00
                2      08:58:20.001     1+08:00:00      1+08:01:40     1+09:00:00""");
    }

    @Test
    void too_late_to_clear_counts_as_held_by_the_control() {
        // Headway 60 s: the second could enter at 08:59 but only until 08:58:20; held by headway 08:58 to 08:58:20
        // and by the control from one nanosecond later until 08:00 on day 1.
        World world = world().horizon("2 d")
                .trucks(2)
                .headway("60 s")
                .timetable("08:00-09:00", "09:00-10:00", LastEntry.CLEAR)
                .cargo(cargo("cloth").at("08:58", "08:58"));
        BridgeRun run = world.begin();
        run.finish();

        assertThat(run.truckNanos(TruckState.OUTBOUND_HEADWAY)).isEqualTo(Texts.span("20 s") + 1);
        assertThat(run.truckNanos(TruckState.OUTBOUND_CONTROL))
                .isEqualTo(Texts.at("1+08:00") - Texts.at("08:58:20") - 1);
    }

    @Test
    void trucks_keep_the_headway_and_the_other_direction_waits_for_the_clearance() {
        // Headway 20 s, clearance 30 s. The last outbound truck leaves at 09:01:10, the first return truck enters at
        // 09:01:40 and the others 20 s behind each other.
        World world = world().trucks(4)
                .headway("20 s")
                .clearance("30 s")
                .timetable("08:00-09:00", "09:00-10:00", LastEntry.ENTER)
                .cargo(cargo("cloth").at("08:00", "08:00", "08:00", "08:59:30"));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  outbound_exit  return_enter  return_exit
                1      08:00:00         08:00:00        08:01:40       09:01:40      09:03:20
                2      08:00:00         08:00:20        08:02:00       09:02:00      09:03:40
                3      08:00:00         08:00:40        08:02:20       09:02:20      09:04:00
                4      08:59:30         08:59:30        09:01:10       09:02:40      09:04:20""");
    }

    @Test
    void a_fast_truck_does_not_overtake_a_slow_one() {
        // Truck 1 needs 100 s. From 08:00:05 on a crossing takes 50 s. Truck 2 could leave at 08:01:00 but truck 1
        // leaves at 08:01:40 and the headway is 10 s. Truck 3 leaves freely at 08:02:35.
        World world = world().trucks(3)
                .headway("10 s")
                .cargo(cargo("cloth").at("08:00", "08:00:10", "08:01:45"))
                .change(
                        "08:00:05",
                        c -> c.withBridge(world().crossing("50 s", "50 s")
                                .headway("10 s")
                                .cargo(cargo("cloth"))
                                .config()
                                .bridge()));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit
                1      08:00:00        08:01:40
                2      08:00:10        08:01:50
                3      08:01:45        08:02:35""");
    }

    @Test
    void no_more_than_the_limit_of_trucks_is_on_the_lane() {
        // Two at once, headway 10 s: the third enters as the first leaves, the fourth as the second leaves.
        World world = world().trucks(4)
                .headway("10 s")
                .maxTrucks(2)
                .cargo(cargo("cloth").backlog(40));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit
                1      00:00:00        00:01:40
                2      00:00:10        00:01:50
                3      00:01:40        00:03:20
                4      00:01:50        00:03:30""");
        // At most two wait for the limit (00:00:20 to 00:01:40, first in line truck 3), then one from 00:01:40
        // (headway until 00:01:50, which is also when truck 2 leaves).
        assertThat(world.metric("truck_h_per_day.outbound.limit")).isEqualTo(2 * 80 / 3600.0);
        // Headway: 3 trucks for 10 s, 2 for 10 s, then truck 4 for 10 s.
        assertThat(world.metric("truck_h_per_day.outbound.headway")).isEqualTo(60 / 3600.0);
    }

    @Test
    void no_more_than_the_limit_of_mass_is_on_the_lane_and_the_first_in_line_holds_the_rest() {
        // Tare 10 t, limit 60 t gross. Loads 20 (gross 30), 30 (gross 40), 5 (gross 15): 30 + 40 > 60, so the second
        // waits for the first to leave at 08:01:40, and the light third behind it waits too, though 30 + 15 would
        // fit.
        World world = world().fleet(truckClass("", 3, 10, "0 s"))
                .maxMass(60)
                .cargo(cargo("a").load(20).at("08:00"))
                .cargo(cargo("b").load(30).at("08:00"))
                .cargo(cargo("c").load(5).at("08:00"));

        assertTrips(world, """
                truck  cargo  load  outbound_queued  outbound_enter  outbound_exit
                1      a      20.0  08:00:00         08:00:00        08:01:40
                2      b      30.0  08:00:00         08:01:40        08:03:20
                3      c      5.0   08:00:00         08:01:40        08:03:20""");
    }

    @Test
    void a_mass_of_exactly_the_limit_may_be_on_the_lane() {
        World world = world().fleet(truckClass("", 2, 10, "0 s"))
                .maxMass(60)
                .cargo(cargo("a").load(20).backlog(40));

        assertTrips(world, """
                truck  outbound_enter
                1      00:00:00
                2      00:00:00""");
    }

    @Test
    void return_trucks_count_with_their_tare_only() {
        // Tare 10 t, loads 40 t, limit 50 t: one by one out, five at once back; here both return together at 09:00.
        World world = world().fleet(truckClass("", 2, 10, "0 s"))
                .timetable("08:00-09:00", "09:00-10:00", LastEntry.ENTER)
                .maxMass(50)
                .cargo(cargo("a").load(40).backlog(80));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:01:40       09:00:00
                2      08:01:40        08:03:20       09:00:00""");
    }

    @Test
    void the_gross_mass_of_one_truck_limits_its_load() {
        // 30 t gross allow 30 - 12 = 18 t in a light truck (1) and 30 - 20 = 10 t in a heavy one (2). A load is cut
        // to 18 t as it appears; the heavy truck takes 10 t of the second, and the light one the rest when it is back.
        World world = world().fleet(truckClass("light", 1, 12, "0 s"), truckClass("heavy", 1, 20, "0 s"))
                .maxTruckMass(30)
                .cargo(cargo("a").load(25).at("08:00", "08:00"));

        assertTrips(world, """
                truck  load
                1      18.0
                2      10.0
                1      8.0""");
        assertThat(world.run().daily().consigned(0)).isEqualTo(36_000_000_000L);
        assertThat(world.run().daily().delivered(0)).isEqualTo(36_000_000_000L);
    }

    @Test
    void a_closure_lets_trucks_on_the_bridge_leave_and_nobody_enter() {
        // Closed 08:00:30 to 08:10: truck 1 leaves at 08:01:40 as it would; truck 2 enters at 08:10, truck 3 behind
        // it. Truck 1 is back in the queue of the other lane at 08:01:40 and waits for 08:10 as well.
        World world = world().trucks(3)
                .headway("20 s")
                .closure("08:00:30", "08:10")
                .cargo(cargo("cloth").at("08:00", "08:00:30", "08:05"));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  outbound_exit  return_queued  return_enter
                1      08:00:00         08:00:00        08:01:40       08:01:40       08:10:00
                2      08:00:30         08:10:00        08:11:40       08:11:40       08:11:40
                3      08:05:00         08:10:20        08:12:00       08:12:00       08:12:00""");
        // Truck 2 for 570 s, truck 3 for 300 s; truck 1 for 500 s on the other side.
        assertThat(world.metric("truck_h_per_day.outbound.closure")).isEqualTo(870 / 3600.0);
        assertThat(world.metric("truck_h_per_day.return.closure")).isEqualTo(500 / 3600.0);
    }

    @Test
    void with_two_lanes_the_directions_do_not_wait_for_each_other() {
        // Truck 1 turns round at once at 08:01:40 while truck 2 is still on the outbound lane; clearance does not
        // matter.
        World world = world().trucks(2)
                .lanes(2)
                .headway("60 s")
                .clearance("10 min")
                .cargo(cargo("cloth").at("08:00", "08:00"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter  return_exit
                1      08:00:00        08:01:40       08:01:40      08:03:20
                2      08:01:00        08:02:40       08:02:40      08:04:20""");
        assertThat(world.run().metrics().metrics()).noneMatch(m -> m.name().equals("bridge_turns_per_day"));
    }

    @Test
    void each_of_two_lanes_has_its_own_limits() {
        // One truck a lane: truck 2 enters outbound at 08:01:40 although truck 1 then enters the return lane.
        World world =
                world().trucks(2).lanes(2).maxTrucks(1).cargo(cargo("cloth").at("08:00", "08:00"));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:01:40       08:01:40
                2      08:01:40        08:03:20       08:03:20""");
    }

    @Test
    void a_truck_that_breaks_down_stands_for_the_repair_and_holds_its_lane() {
        // Probability 1, repair 10 min: each crossing takes 100 s + 600 s. Truck 2 comes 150 s after truck 1, which
        // has stopped within its first 100 s and stands for 600 s: truck 2 enters as truck 1 drives on, at stop + 600
        // s.
        World world = world().trucks(2)
                .breakdowns(1, Distribution.constant(600))
                .cargo(cargo("cloth").at("08:00", "08:02:30"));
        var trips = Objects.requireNonNull(world.run().trips());
        long enter = trips.time(1, TripTime.OUTBOUND_ENTER);

        assertTrips(
                world().trucks(1)
                        .breakdowns(1, Distribution.constant(600))
                        .cargo(cargo("cloth").at("08:00")),
                """
                outbound_enter  outbound_exit  return_enter  return_exit
                08:00:00        08:11:40       08:11:40      08:23:20""");
        assertThat(enter).isBetween(Texts.at("08:10"), Texts.at("08:11:40"));
        // Truck 2 waited for nothing but the breakdown, from 08:02:30 until it entered.
        BridgeRun run = world.begin();
        run.finish();
        assertThat(run.truckNanos(TruckState.OUTBOUND_BREAKDOWN)).isEqualTo(enter - Texts.at("08:02:30"));
    }

    @Test
    void trips_tell_where_and_how_long_a_truck_stood_broken_down() {
        // 100 s to cross and 600 s of repair: a truck that stopped at a share s of the bridge had entered 100 s * s
        // before
        // and leaves 100 s * (1 - s) after it drove on. The run ends while the second stands on its way back.
        World world = world().horizon("9 h")
                .trucks(2)
                .lanes(2)
                .imports(station(2, "5 min"))
                .breakdowns(1, Distribution.constant(600))
                .cargo(cargo("cloth").at("08:00", "08:15"));
        var trips = Objects.requireNonNull(world.run().trips());

        assertThat(trips.breakdowns()).extracting("row", "outbound").contains(tuple(0, true), tuple(0, false));
        assertThat(trips.breakdowns())
                .isSortedAccordingTo(comparingLong(TripTable.Breakdown::stoppedNanos))
                .allSatisfy(b -> {
                    TripTime enter = b.outbound() ? TripTime.OUTBOUND_ENTER : TripTime.RETURN_ENTER;
                    TripTime exit = b.outbound() ? TripTime.OUTBOUND_EXIT : TripTime.RETURN_EXIT;
                    long driven = b.stoppedNanos() - trips.time(b.row(), enter);
                    assertThat(b.share()).isBetween(0.0, 1.0).isCloseTo(driven / 100e9, within(1e-12));
                    assertThat(b.droveOnNanos() - b.stoppedNanos()).isEqualTo(Texts.span("10 min"));
                    if (trips.time(b.row(), exit) != TripTable.NOT_REACHED) {
                        assertThat(trips.time(b.row(), exit) - b.droveOnNanos())
                                .isEqualTo(Texts.span("100 s") - driven);
                    }
                });
    }

    @Test
    void nobody_breaks_down_where_the_bridge_has_no_breakdowns() {
        var trips = Objects.requireNonNull(
                world().trucks(1).cargo(cargo("cloth").at("08:00")).run().trips());

        assertThat(trips.breakdowns()).isEmpty();
    }

    @Test
    void a_breakdown_on_one_of_two_lanes_does_not_hold_the_other() {
        // Truck 1 leaves the lane at 09:01:40. Truck 2 enters as it drives on (09:00:00 to 09:01:40) and stands from
        // at latest 09:03:20 to at least 10:00. Truck 1 is through import at 09:06:40 and enters the other lane at
        // once.
        World world = world().trucks(2)
                .lanes(2)
                .imports(station(1, "5 min"))
                .breakdowns(1, Distribution.constant(3600))
                .cargo(cargo("cloth").at("08:00", "08:10"));
        var trips = Objects.requireNonNull(world.run().trips());

        assertThat(trips.time(1, TripTime.OUTBOUND_ENTER)).isBetween(Texts.at("09:00"), Texts.at("09:01:40"));
        assertThat(trips.time(1, TripTime.OUTBOUND_EXIT)).isGreaterThan(Texts.at("10:00"));
        assertThat(trips.time(0, TripTime.RETURN_ENTER)).isEqualTo(Texts.at("09:06:40"));
    }

    @Test
    void a_truck_enters_at_the_instant_its_queue_is_joined_if_nothing_holds_it() {
        World world = world().trucks(1)
                .export(station(1, "7 min"))
                .cargo(cargo("cloth").at("08:00"));

        assertTrips(world, """
                export_end  outbound_queued  outbound_enter
                08:07:00    08:07:00         08:07:00""");
    }
}
