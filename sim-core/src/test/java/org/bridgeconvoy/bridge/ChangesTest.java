package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.bySize;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;

/** Worlds that change during a run. */
class ChangesTest {

    private static UnaryOperator<ConvoyConfig> loadServers(int servers) {
        return c -> c.withBanks(
                c.origin()
                        .withHandling(
                                Objects.requireNonNull(c.origin().handling()).withServers(servers)),
                c.destination());
    }

    private static UnaryOperator<ConvoyConfig> trucks(int trucks) {
        return c -> c.withFleet(List.of(c.fleet().get(0).withTrucks(trucks)));
    }

    @Test
    void more_servers_begin_to_work_at_the_instant_of_the_change() {
        World world = world().trucks(5)
                .load(station(1, "1 h"))
                .cargo(cargo("a").backlog(50))
                .change("02:30", loadServers(2));

        assertTrips(world, """
                truck  load_start  load_end
                1      00:00:00    01:00:00
                2      01:00:00    02:00:00
                3      02:00:00    03:00:00
                4      02:30:00    03:30:00
                5      03:00:00    04:00:00""");
        // 2.5 h of one server and 21.5 h of two: 45.5 h, five of them busy.
        assertThat(world.metric("utilisation_load")).isEqualTo(5 / 45.5);
    }

    @Test
    void fewer_servers_finish_what_they_have_begun() {
        World world = world().trucks(4)
                .load(station(2, "1 h"))
                .cargo(cargo("a").backlog(40))
                .change("00:30", loadServers(1));

        assertTrips(world, """
                truck  load_start  load_end
                1      00:00:00    01:00:00
                2      00:00:00    01:00:00
                3      01:00:00    02:00:00
                4      02:00:00    03:00:00""");
    }

    @Test
    void other_hours_hold_from_the_instant_of_the_change() {
        // 40 min from 08:00: 08:00, 08:40, 09:20, 10:00. At 10:10 the hours become 08:00-10:30, so the fifth waits
        // for day 1.
        World world = world().horizon("2 d")
                .trucks(5)
                .load(station(1, "40 min", "08:00-12:00", Overrun.FINISH))
                .cargo(cargo("a").backlog(50))
                .change(
                        "10:10",
                        c -> c.withBanks(
                                c.origin().withHandling(station(1, "40 min", "08:00-10:30", Overrun.FINISH)),
                                c.destination()));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    08:40:00
                2      08:40:00    09:20:00
                3      09:20:00    10:00:00
                4      10:00:00    10:40:00
                5      1+08:00:00  1+08:40:00""");
    }

    @Test
    void a_service_that_ends_as_a_change_shuts_its_station_is_done() {
        // A change comes before all, then what ends, then closing times: the second service is done at 00:20, and no
        // other begins.
        World world = world().trucks(3)
                .load(station(1, "10 min", "always", Overrun.PAUSE))
                .cargo(cargo("a").backlog(30))
                .change(
                        "00:20",
                        c -> c.withBanks(
                                c.origin().withHandling(station(1, "10 min", "07:00-19:00", Overrun.PAUSE)),
                                c.destination()));

        assertTrips(world, """
                truck  load_start  load_end
                1      00:00:00    00:10:00
                2      00:10:00    00:20:00
                3      07:00:00    07:10:00""");
    }

    @Test
    void another_headway_holds_for_the_next_entry() {
        // Entries at 0 and 10 s; from 15 s on the headway is 60 s, counted from the last entry.
        World world = world().trucks(4)
                .headway("10 s")
                .cargo(cargo("a").backlog(40))
                .change("00:00:15", c -> c.withBridge(c.bridge().withHeadwayNanos(Texts.span("60 s"))));

        assertTrips(world, """
                truck  outbound_enter
                1      00:00:00
                2      00:00:10
                3      00:01:10
                4      00:02:10""");
    }

    @Test
    void another_length_holds_for_a_truck_that_waits() {
        // Both queue at 07:00. Truck 1 is on the lane as it becomes 2 km long and leaves after 1 km; truck 2 needs 200
        // s.
        World world = world().trucks(2)
                .headway("10 min")
                .timetable("08:00-09:00", "20:00-21:00", LastEntry.ENTER)
                .cargo(cargo("a").at("07:00", "07:00"))
                .change(
                        "08:01",
                        c -> c.withBridge(
                                c.bridge().toBuilder().lengthMetres(2000).build()));

        assertTrips(world, """
                truck  outbound_queued  outbound_enter  outbound_exit
                1      07:00:00         08:00:00        08:01:40
                2      07:00:00         08:10:00        08:13:20""");
    }

    @Test
    void more_trucks_are_idle_at_the_origin_from_the_change_on() {
        World world = world().trucks(1).cargo(cargo("a").backlog(40)).change("00:02", trucks(3));

        assertTrips(world, """
                truck  assigned  available
                1      00:00:00  00:03:20
                2      00:02:00  00:05:20
                3      00:02:00  00:05:20
                1      00:03:20  00:06:40""");
        assertThat(world.metric("truck_h_per_day.idle")).isEqualTo((3 * 86400 - 240 - 4 * 200) / 3600.0);
    }

    @Test
    void fewer_trucks_leave_the_fleet_when_they_are_back() {
        // Trucks 1 and 2 are out at the change, 3 is idle and leaves at once; the first that comes back leaves too.
        World world = world().trucks(3)
                .headway("10 s")
                .cargo(cargo("a").at("08:00", "08:00", "08:30"))
                .change("08:01", trucks(1));

        assertTrips(world, """
                truck  assigned  available
                1      08:00:00  08:03:20
                2      08:00:00  08:03:30
                2      08:30:00  08:33:20""");
        BridgeRun run = world.begin();
        run.runUntil(Texts.at("09:00"));
        assertThat(run.trucks(TruckState.IDLE)).isEqualTo(1);
    }

    @Test
    void another_rate_accrues_from_the_instant_of_the_change() {
        // One an hour until 06:30 (6.5 accrued), then two an hour: 7 at 06:45, 8 at 07:15.
        World world = world().horizon("7 h").cargo(cargo("a").trucksPerDay(24));
        ConvoyConfig faster =
                world().horizon("7 h").cargo(cargo("a").trucksPerDay(48)).config();
        List<String> times = new ArrayList<>();
        world.horizon("8 h")
                .change("06:30", c -> c.toBuilder().demand(faster.demand()).build())
                .begin(new BridgeObserver() {
                    @Override
                    public void consigned(long now, String cargo, double loadTonnes) {
                        times.add(Texts.instant(now));
                    }
                })
                .finish();

        assertThat(times)
                .containsExactly(
                        "01:00:00",
                        "02:00:00",
                        "03:00:00",
                        "04:00:00",
                        "05:00:00",
                        "06:00:00",
                        "06:45:00",
                        "07:15:00",
                        "07:45:00");
    }

    @Test
    void another_control_starts_afresh() {
        // By the clock until 08:01, then batches: truck 1 on the lane leaves, truck 2 enters at the change, and from
        // 08:01:40 truck 1 waits to return; truck 2 is out at 08:02:40.
        World world = world().trucks(2)
                .timetable("08:00-08:00:30", "20:00-21:00", LastEntry.ENTER)
                .cargo(cargo("a").at("08:00", "08:00:45"))
                .change("08:01", c -> c.withBridge(c.bridge().withControl(new Batches(1, 1, Texts.hours("always")))));

        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:01:40       08:02:40
                2      08:01:00        08:02:40       08:02:40""");
    }

    @Test
    void a_control_that_stays_keeps_its_state_through_a_change() {
        // Batches of three; the change of the fleet comes after one entry of the green. Truck 1 waits to return from
        // 08:02:30, so it turns after the third entry (08:03:20), not the fourth; truck 3 is out at 08:05:50. Three
        // return from there, the last out at 08:11:40.
        World world = world().trucks(4)
                .headway("100 s")
                .crossing("150 s", "150 s")
                .batches(3, 3, "always")
                .cargo(cargo("a").at("08:00", "08:00", "08:00", "08:00"))
                .change("08:01", trucks(5));
        assertTrips(world, """
                truck  outbound_enter  outbound_exit  return_enter
                1      08:00:00        08:02:30       08:05:50
                2      08:01:40        08:04:10       08:07:30
                3      08:03:20        08:05:50       08:09:10
                4      08:11:40        08:14:10       08:14:10""");
    }

    @Test
    void without_a_rule_all_that_wait_for_a_convoy_leave_at_once() {
        World world = world().trucks(2)
                .outboundConvoys(bySize(9, "20 h"))
                .cargo(cargo("a").at("08:00", "08:10"))
                .change("09:00", c -> c.withConvoys(null, null));

        assertTrips(world, """
                truck  outbound_queued
                1      09:00:00
                2      09:00:00""");
    }

    /** A world in which everything is random. */
    private static World random() {
        return world().horizon("8 d")
                .trucks(20)
                .headway("20 s")
                .clearance("30 s")
                .bridge(944, Distribution.uniform(2, 6), Distribution.uniform(3, 7))
                .actuated("1 min", "20 min", "06:00-22:00")
                .breakdowns(0.02, Distribution.exponential(1200))
                .load(station(2, "20 min", "07:00-18:00", Overrun.PAUSE))
                .imports(station(2, "15 min"))
                .cargo(cargo("a")
                        .load(Distribution.uniform(5, 15))
                        .trucksPerDay(30)
                        .poisson())
                .cargo(cargo("b")
                        .priority(1)
                        .load(Distribution.triangular(1, 2, 9))
                        .trucksPerDay(10)
                        .poisson());
    }

    @Test
    void what_happens_before_a_change_is_the_same_to_the_bit() {
        List<UnaryOperator<ConvoyConfig>> edits = List.of(
                loadServers(1),
                trucks(7),
                c -> c.withBridge(c.bridge().withHeadwayNanos(Texts.span("90 s"))),
                c -> c.withBridge(c.bridge()
                        .withControl(new Timetable(
                                Texts.hours("08:00-12:00"), Texts.hours("13:00-18:00"), LastEntry.CLEAR))),
                c -> c.withConvoys(bySize(4, "2 h"), null),
                c -> c.withBridge(c.bridge().withLimits(2, 40, 30)));
        ReplicationResult plain = random().run();
        for (int i = 0; i < edits.size(); i++) {
            ReplicationResult changed = random().change("4+00:00", edits.get(i)).run();

            assertThat(before(changed, Texts.at("4+00:00")))
                    .as("edit " + i)
                    .isEqualTo(before(plain, Texts.at("4+00:00")))
                    .hasSizeGreaterThan(1000);
            for (int day = 0; day < 4; day++) {
                assertThat(changed.daily().delivered(day))
                        .isEqualTo(plain.daily().delivered(day));
                assertThat(changed.daily().backlog(day)).isEqualTo(plain.daily().backlog(day));
                assertThat(changed.daily().awayTrucks()[day])
                        .isEqualTo(plain.daily().awayTrucks()[day]);
            }
            // And afterwards it is not.
            assertThat(before(changed, Texts.at("8+00:00"))).isNotEqualTo(before(plain, Texts.at("8+00:00")));
        }
    }

    /** All instants of all trips before a time, in order of trip. */
    private static List<Long> before(ReplicationResult result, long time) {
        TripTable trips = Objects.requireNonNull(result.trips());
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            for (TripTime instant : TripTime.values()) {
                long at = trips.time(i, instant);
                if (at != TripTable.NOT_REACHED && at < time) {
                    Collections.addAll(times, (long) i, (long) instant.ordinal(), at);
                }
            }
        }
        return times;
    }

    @Test
    void a_change_that_changes_nothing_changes_nothing() {
        ReplicationResult plain = random().run();
        ReplicationResult same = random().change("3+07:31", c -> c).run();

        assertThat(before(same, Long.MAX_VALUE)).isEqualTo(before(plain, Long.MAX_VALUE));
        for (int i = 0; i < plain.metrics().metrics().size(); i++) {
            assertThat(same.metrics().value(i))
                    .as(plain.metrics().metrics().get(i).name())
                    .isEqualTo(plain.metrics().value(i));
        }
    }

    @Test
    void where_two_lanes_become_one_the_other_direction_leaves_first() {
        // 100 s over the bridge. The first truck is on its way back from 00:01:40 to 00:03:20, the second goes out at
        // 00:01:50. At 00:02:00 there is but one lane, so the third waits until the first has left.
        World world = world().trucks(3)
                .control(new Actuated(0, Nanos.HOUR, Hours.always()))
                .cargo(cargo("a").at("00:00", "00:01:50", "00:02:10"))
                .change(
                        "00:02:00",
                        c -> c.withBridge(c.bridge().toBuilder().lanes(1).build()));
        assertTrips(world, """
                outbound_enter  outbound_exit  return_enter
                00:00:00        00:01:40       00:01:40
                00:01:50        00:03:30       00:05:00
                00:03:20        00:05:00       00:05:00""");
    }

    @Test
    void a_green_that_waits_for_the_lane_begins_when_one_lane_becomes_two() {
        // At 00:01:40 the lane turns to the first truck, and the second is on it until 00:02:30. With two lanes from
        // 00:02:00 on the green begins then, so its 60 s are over at 00:03:00, when it turns to the third truck.
        World world = world().trucks(3)
                .lanes(1)
                .control(new Actuated(Nanos.MINUTE, Nanos.HOUR, Hours.always()))
                .cargo(cargo("a").at("00:00", "00:00:50", "00:02:40"))
                .change(
                        "00:02:00",
                        c -> c.withBridge(c.bridge().toBuilder().lanes(2).build()));
        assertTrips(world, """
                outbound_enter  outbound_exit  return_enter
                00:00:00        00:01:40       00:02:00
                00:00:50        00:02:30       00:02:30
                00:03:00        00:04:40       00:04:40""");
    }

    private static UnaryOperator<ConvoyConfig> total(double tonnes) {
        return c -> c.toBuilder()
                .demand(List.of(
                        c.demand().get(0).toBuilder().totalTonnes(tonnes).build()))
                .build();
    }

    @Test
    void a_stream_stops_at_the_total_of_the_moment() {
        // One truckload of 10 t an hour, the k-th at k:00. At 03:30 three have appeared, more than 25 t: the stream
        // stops. At 06:00 it may go on to 45 t: with the truckload of that instant and the next, but not those
        // between. From 09:30 to 55 t: one more.
        World world = world().trucks(9)
                .cargo(cargo("a").trucksPerDay(24).total(1000))
                .change("03:30", total(25))
                .change("06:00", total(45))
                .change("09:30", total(55));
        assertTrips(world, """
                assigned
                01:00:00
                02:00:00
                03:00:00
                06:00:00
                07:00:00
                10:00:00""");
    }

    @Test
    void changes_follow_one_another() {
        World world = world().trucks(1)
                .cargo(cargo("a").at("08:00", "08:00", "09:00", "09:00", "10:00", "10:00"))
                .change("08:30", trucks(2))
                .change("09:30", trucks(1));
        assertTrips(world, """
                assigned  consigned
                08:00:00  08:00:00
                08:03:20  08:00:00
                09:00:00  09:00:00
                09:00:00  09:00:00
                10:00:00  10:00:00
                10:03:20  10:00:00""");
    }
}
