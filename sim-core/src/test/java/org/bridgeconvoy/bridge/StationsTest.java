package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.junit.jupiter.api.Test;

/** Trips through stations, with hours, calendars and matching. Oracle: worked out by hand in the comments. */
class StationsTest {

    @Test
    void trucks_go_out_by_day_and_come_back_by_night_over_midnight() {
        // Loading one at a time, 30 min each from 08:00; import 8 h each, so truck 2 is done at 00:35 on day 1,
        // within the return hours 19:00-05:00 of the evening before. The third consignment waits for loading to open
        // on day 1.
        World world = world().horizon("2 d")
                .trucks(2)
                .turnaround("10 min")
                .timetable("07:00-17:00", "19:00-05:00", LastEntry.ENTER)
                .crossing("5 min", "4 min")
                .headway("30 s")
                .load(station(1, "30 min", "08:00-17:00", Overrun.FINISH))
                .imports(station(1, "8 h"))
                .cargo(cargo("cloth").at("07:00", "07:00", "23:00", "1+05:30"));

        assertTrips(world, """
                truck  consigned  assigned   load_start  load_end   outbound_enter  outbound_exit
                1      07:00:00   07:00:00   08:00:00    08:30:00   08:30:00        08:35:00
                2      07:00:00   07:00:00   08:30:00    09:00:00   09:00:00        09:05:00
                1      23:00:00   23:00:00   1+08:00:00  1+08:30:00 1+08:30:00      1+08:35:00
                2      1+05:30:00 1+05:30:00 1+08:30:00  1+09:00:00 1+09:00:00      1+09:05:00""");
        assertTrips(world, """
                truck  import_start  import_end  return_queued  return_enter  return_exit  available
                1      08:35:00      16:35:00    16:35:00       19:00:00      19:04:00     19:14:00
                2      16:35:00      1+00:35:00  1+00:35:00     1+00:35:00    1+00:39:00   1+00:49:00
                1      1+08:35:00    1+16:35:00  1+16:35:00     1+19:00:00    1+19:04:00   1+19:14:00
                2      1+16:35:00    -           -              -             -            -""");
    }

    @Test
    void hours_that_began_on_the_eve_of_the_start_are_open_at_the_start() {
        World world = world().timetable("22:00-04:00", "04:00-22:00", LastEntry.ENTER)
                .trucks(2)
                .cargo(cargo("cloth").at("00:00", "04:00"));

        assertTrips(world, """
                truck  assigned  outbound_enter  outbound_exit  return_queued  return_enter
                1      00:00:00  00:00:00        00:01:40       00:01:40       04:00:00
                2      04:00:00  22:00:00        22:01:40       22:01:40       -""");
    }

    @Test
    void a_station_that_is_left_out_is_passed_at_the_moment_the_truck_comes_to_it() {
        assertTrips(world().cargo(cargo("cloth").at("08:00")), """
                assigned  load_start  load_end  export_start  export_end  outbound_queued  outbound_enter
                08:00:00  "           "         "             "           "                \"""");
        assertTrips(world().cargo(cargo("cloth").at("08:00")), """
                outbound_exit  import_start  import_end  unload_start  unload_end  return_queued  return_enter  return_exit  available
                08:01:40       "             "           "             "           "              "             08:03:20     \"""");
    }

    @Test
    void a_service_under_way_at_closing_time_runs_to_its_end() {
        // 50 min each from 08:00: the fifth begins at 11:20 and ends at 12:10, after closing; the sixth waits for
        // 13:00.
        World world = world().trucks(6)
                .load(station(1, "50 min", "08:00-12:00, 13:00-17:00", Overrun.FINISH))
                .cargo(cargo("cloth").backlog(60));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    08:50:00
                2      08:50:00    09:40:00
                3      09:40:00    10:30:00
                4      10:30:00    11:20:00
                5      11:20:00    12:10:00
                6      13:00:00    13:50:00""");
    }

    @Test
    void a_paused_service_goes_on_at_the_next_opening() {
        // The fifth has had 40 of its 50 min at 12:00; the other 10 min follow from 13:00.
        World world = world().trucks(6)
                .load(station(1, "50 min", "08:00-12:00, 13:00-17:00", Overrun.PAUSE))
                .cargo(cargo("cloth").backlog(60));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    08:50:00
                2      08:50:00    09:40:00
                3      09:40:00    10:30:00
                4      10:30:00    11:20:00
                5      11:20:00    13:10:00
                6      13:10:00    14:00:00""");
    }

    @Test
    void a_paused_service_that_ends_exactly_at_closing_time_has_ended() {
        World world = world().trucks(2)
                .load(station(1, "4 h", "08:00-12:00, 13:00-17:00", Overrun.PAUSE))
                .cargo(cargo("cloth").backlog(20));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    12:00:00
                2      13:00:00    17:00:00""");
    }

    @Test
    void a_service_pauses_as_often_as_the_station_shuts() {
        // 10 h of work: 4 h until 12:00, 4 h until 17:00, 2 h from 08:00 on the next day. Two servers work side by
        // side.
        World world = world().horizon("2 d")
                .trucks(2)
                .load(station(2, "10 h", "08:00-12:00, 13:00-17:00", Overrun.PAUSE))
                .cargo(cargo("cloth").at("08:00", "09:00"));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    1+10:00:00
                2      09:00:00    1+11:00:00""");
        // Truck 1 is interrupted 12-13 and 17-08, truck 2 as well: 2 x 16 h over 2 days.
        assertThat(world.metric("truck_h_per_day.load.closed")).isEqualTo(16.0);
        assertThat(world.metric("truck_h_per_day.load")).isEqualTo(10.0);
    }

    @Test
    void a_rate_takes_the_time_of_the_load() {
        // 10 t at 8 t/h take 1 h 15 min; unloading at 30 t/h takes 20 min.
        World world =
                world().load(rated(8)).unload(rated(30)).cargo(cargo("cloth").at("08:00"));

        assertTrips(world, """
                load_start  load_end  unload_start  unload_end
                08:00:00    09:15:00  09:16:40      09:36:40""");
    }

    private static StationConfig rated(double tonnesPerHour) {
        return StationConfig.rated(1, tonnesPerHour);
    }

    @Test
    void servers_work_side_by_side_on_one_first_come_first_served_queue() {
        // Two servers, 10 min: trucks 1 and 2 at 08:00, truck 3 at 08:10 where truck 1 was, truck 4 with it at 08:10.
        World world = world().trucks(5)
                .export(station(2, "10 min"))
                .cargo(cargo("cloth").at("08:00", "08:00", "08:01", "08:02", "08:03"));

        assertTrips(world, """
                truck  load_end  export_start  export_end
                1      08:00:00  08:00:00      08:10:00
                2      08:00:00  08:00:00      08:10:00
                3      08:01:00  08:10:00      08:20:00
                4      08:02:00  08:10:00      08:20:00
                5      08:03:00  08:20:00      08:30:00""");
    }

    @Test
    void each_bank_keeps_its_own_clock_and_holidays() {
        // The destination's clock is an hour ahead: 08:00-10:00 there is 07:00-09:00 here. It is closed on 2 January,
        // so the truck that arrives on day 1 waits for day 2. The origin keeps no holiday.
        World world = world().horizon("3 d")
                .trucks(2)
                .originClock("+08:00")
                .destinationClock("+09:00", "2024-01-02")
                .load(station(1, "10 min", "05:00-06:00", Overrun.FINISH))
                .imports(station(1, "15 min", "08:00-10:00", Overrun.FINISH))
                .cargo(cargo("cloth").at("00:00", "1+00:00"));

        assertTrips(world, """
                truck  load_start  load_end    outbound_exit  import_start  import_end
                1      05:00:00    05:10:00    05:11:40       07:00:00      07:15:00
                2      1+05:00:00  1+05:10:00  1+05:11:40     2+07:00:00    2+07:15:00""");
    }

    @Test
    void always_means_the_whole_local_day_where_a_date_is_closed() {
        // 2 January at the destination is from 23:00 on day 0 to 23:00 on day 1 here. Truck 1 begins at 22:50 and
        // runs on.
        World world = world().horizon("2 d")
                .trucks(2)
                .originClock("+08:00")
                .destinationClock("+09:00", "2024-01-02..2024-01-02")
                .imports(station(1, "15 min"))
                .cargo(cargo("cloth").at("22:48:20", "22:58:20"));

        assertTrips(world, """
                truck  outbound_exit  import_start  import_end
                1      22:50:00       22:50:00      23:05:00
                2      23:00:00       1+23:00:00    1+23:15:00""");
    }

    @Test
    void an_interval_that_began_before_a_closed_date_runs_on_into_it() {
        // Closed on 2 January: Monday's 22:00-02:00 runs to 02:00 on it, its own 22:00-02:00 does not begin.
        World world = world().horizon("3 d")
                .trucks(3)
                .originClock("+00:00", "2024-01-02")
                .load(station(1, "10 min", "22:00-02:00", Overrun.FINISH))
                .cargo(cargo("cloth").at("1+01:55", "1+02:00", "1+22:00"));

        assertTrips(world, """
                truck  load_start  load_end
                1      1+01:55:00  1+02:05:00
                2      2+22:00:00  2+22:10:00
                3      2+22:10:00  2+22:20:00""");
    }

    @Test
    void the_highest_priority_goes_first_then_the_earliest() {
        // One truck, 200 s a trip. When it is back at 08:03:20, urgent (08:02) goes before the plain one of 08:01.
        World world = world().cargo(cargo("plain").at("08:00", "08:01", "08:02:30"))
                .cargo(cargo("urgent").priority(5).at("08:02", "08:08"))
                .cargo(cargo("later").priority(-1).at("07:59:59"));

        assertTrips(world, """
                trip cargo   consigned  assigned  available
                1    later   07:59:59   07:59:59  08:03:19
                2    urgent  08:02:00   08:03:19  08:06:39
                3    plain   08:00:00   08:06:39  08:09:59
                4    urgent  08:08:00   08:09:59  08:13:19
                5    plain   08:01:00   08:13:19  08:16:39
                6    plain   08:02:30   08:16:39  08:19:59""");
    }

    @Test
    void consignments_of_one_instant_and_priority_go_in_the_order_of_the_streams() {
        World world = world().trucks(4)
                .cargo(cargo("b").at("08:00", "08:00"))
                .cargo(cargo("a").at("08:00", "08:00"));

        assertTrips(world, """
                truck  cargo
                1      b
                2      b
                3      a
                4      a""");
    }

    @Test
    void a_consignment_takes_the_truck_that_has_been_idle_longest_then_the_lowest_number() {
        // Truck 1 rests 10 min: idle from 08:13:20; trucks 2 and 3 both come back at 08:04:20 (no headway).
        World world = world().fleet(World.truckClass("slow", 1, 0, "10 min"), World.truckClass("quick", 2, 0, "0 s"))
                .cargo(cargo("cloth").at("08:00", "08:01", "08:01", "08:30", "08:30", "08:30"));

        assertTrips(world, """
                truck  assigned  available
                1      08:00:00  08:13:20
                2      08:01:00  08:04:20
                3      08:01:00  08:04:20
                2      08:30:00  08:33:20
                3      08:30:00  08:33:20
                1      08:30:00  08:43:20""");
    }

    @Test
    void a_rest_of_zero_makes_the_truck_idle_at_the_instant_of_its_return() {
        World world = world().cargo(cargo("cloth").at("08:00", "08:00"));

        assertTrips(world, """
                trip  truck  assigned  return_exit  available
                1     1      08:00:00  08:03:20     08:03:20
                2     1      08:03:20  08:06:40     08:06:40""");
    }

    @Test
    void nothing_happens_at_the_horizon_itself() {
        // The return would end at 08:03:20, the next consignment would appear then.
        World world = world().horizon("200 s").trucks(2).cargo(cargo("cloth").at("00:00", "00:03:20"));
        assertTrips(world, """
                trip  assigned  return_enter  return_exit
                1     00:00:00  00:01:40      -""");
        World longer = world().horizonNanos(Texts.span("200 s") + 1)
                .trucks(2)
                .cargo(cargo("cloth").at("00:00", "00:03:20"));
        assertTrips(longer, """
                trip  assigned  return_enter  return_exit
                1     00:00:00  00:01:40      00:03:20
                2     00:03:20  -             -""");
    }
}
