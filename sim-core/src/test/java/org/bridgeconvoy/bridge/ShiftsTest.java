package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.List;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.Hours;
import org.junit.jupiter.api.Test;

/** Servers by the hour. Oracle: worked out by hand in the comments. */
class ShiftsTest {

    private static Shift shift(String hours, int servers) {
        return new Shift(Texts.hours(hours), servers);
    }

    private static StationConfig shifts(String time, Overrun overrun, Shift... shifts) {
        return station(1, time).withOverrun(overrun).withShifts(shifts);
    }

    @Test
    void servers_of_all_shifts_that_are_on_work_together() {
        // One server 08:00-12:00, two 10:00-14:00: one from 08:00, three from 10:00, two from 12:00. Services of an
        // hour.
        // 08, 09: one each. 10: three. 11: three. 12: two. 13: two. From 14:00 on none begins.
        World world = world().trucks(14)
                .load(shifts("1 h", Overrun.FINISH, shift("08:00-12:00", 1), shift("10:00-14:00", 2)))
                .cargo(cargo("cloth").backlog(140));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    09:00:00
                2      09:00:00    10:00:00
                3      10:00:00    11:00:00
                4      10:00:00    11:00:00
                5      10:00:00    11:00:00
                6      11:00:00    12:00:00
                7      11:00:00    12:00:00
                8      11:00:00    12:00:00
                9      12:00:00    13:00:00
                10     12:00:00    13:00:00
                11     13:00:00    14:00:00
                12     13:00:00    14:00:00
                13     -           -
                14     -           -""");
        // 12 h of service; open are 2 h with 1 server, 2 h with 3, 2 h with 2.
        assertThat(world.metric("utilisation_load")).isEqualTo(12.0 / (2 + 6 + 4));
        // 14 trucks wait from 00:00 to 08:00 at a shut door and the last two from 14:00 on; in between the servers are
        // busy: at 08:00
        // 13 trucks, at 09:00 12, at 10:00 9, at 11:00 6, at 12:00 4, at 13:00 2, each for an hour.
        assertThat(world.metric("truck_h_per_day.load.closed")).isEqualTo(14 * 8 + 2 * 10);
        assertThat(world.metric("truck_h_per_day.load.busy")).isEqualTo(13 + 12 + 9 + 6 + 4 + 2);
    }

    @Test
    void where_a_shift_ends_services_go_on_and_none_begins_until_a_server_is_free() {
        // Three servers to 12:00, then one. Services of 90 min from 11:00: three are under way at 12:00 and all end at
        // 12:30. Then only
        // one begins.
        for (Overrun overrun : Overrun.values()) {
            World world = world().trucks(5)
                    .load(shifts("90 min", overrun, shift("11:00-12:00", 2), shift("11:00-18:00", 1)))
                    .cargo(cargo("cloth").backlog(50));

            assertTrips(world, """
                    truck  load_start  load_end
                    1      11:00:00    12:30:00
                    2      11:00:00    12:30:00
                    3      11:00:00    12:30:00
                    4      12:30:00    14:00:00
                    5      14:00:00    15:30:00""");
            // Busy 5 x 90 min, open 1 h x 3 + 6 h x 1.
            assertThat(world.metric("utilisation_load")).isEqualTo(7.5 / 9, within(1e-15));
        }
    }

    @Test
    void a_service_pauses_only_when_no_shift_is_on() {
        // Two servers 08:00-10:00, one 10:00-11:00, closed to 13:00, one 13:00-15:00. Services of 4 h, both begun at
        // 08:00: both go on
        // at 10:00, both pause at 11:00 with an hour left, and both go on at 13:00 with one server. The third begins at
        // 14:00, when both
        // end, and has an hour before 15:00.
        World world = world().horizon("2 d")
                .trucks(3)
                .load(shifts("4 h", Overrun.PAUSE, shift("08:00-10:00", 2), shift("10:00-11:00, 13:00-15:00", 1)))
                .cargo(cargo("cloth").backlog(30));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    14:00:00
                2      08:00:00    14:00:00
                3      14:00:00    1+11:00:00""");
    }

    @Test
    void shifts_that_follow_each_other_are_one_opening_and_what_ends_comes_first() {
        // Two to 16:00, then three. A service of 8 h of the first shift ends at 16:00; at that instant the new shift's
        // three begin.
        World world = world().trucks(6)
                .horizon("2 d")
                .load(shifts("8 h", Overrun.PAUSE, shift("08:00-16:00", 2), shift("16:00-24:00", 3)))
                .cargo(cargo("cloth").backlog(60));

        assertTrips(world, """
                truck  load_start  load_end
                1      08:00:00    16:00:00
                2      08:00:00    16:00:00
                3      16:00:00    1+00:00:00
                4      16:00:00    1+00:00:00
                5      16:00:00    1+00:00:00
                6      1+08:00:00  1+16:00:00""");
    }

    @Test
    void a_closed_date_takes_away_each_shift_that_begins_on_it() {
        // Monday 1 January is closed: its day shift and its night shift (from 20:00) fall away, the night shift of
        // Sunday goes on to 04:00.
        World world = world().horizon("2 d")
                .originClock("+00:00", "2024-01-01")
                .trucks(4)
                .load(shifts("3 h", Overrun.FINISH, shift("08:00-18:00", 2), shift("20:00-04:00", 1)))
                .cargo(cargo("cloth").backlog(40));

        assertTrips(world, """
                truck  load_start  load_end
                1      00:00:00    03:00:00
                2      03:00:00    06:00:00
                3      1+08:00:00  1+11:00:00
                4      1+08:00:00  1+11:00:00""");
    }

    @Test
    void a_change_of_the_world_changes_shifts_and_services_under_way_go_on() {
        // Two always; from 02:00 on shifts of one from 06:00 and of two more from 07:00. The services of 3 h end at
        // 03:00.
        World world =
                world().trucks(7).load(station(2, "3 h")).cargo(cargo("cloth").backlog(70));
        StationConfig later = shifts("1 h", Overrun.FINISH, shift("06:00-24:00", 1), shift("07:00-24:00", 2));
        world.change("02:00", c -> c.withBanks(c.origin().withHandling(later), c.destination()));

        assertTrips(world, """
                truck  load_start  load_end
                1      00:00:00    03:00:00
                2      00:00:00    03:00:00
                3      06:00:00    07:00:00
                4      07:00:00    08:00:00
                5      07:00:00    08:00:00
                6      07:00:00    08:00:00
                7      08:00:00    09:00:00""");
        // Busy 6 h + 5 h; open 2 servers to 02:00, then 18 h of one and 17 h of two.
        assertThat(world.metric("utilisation_load")).isEqualTo(11.0 / (4 + 18 + 34), within(1e-15));
    }

    @Test
    void a_service_without_end_locks_only_if_no_later_shift_has_a_server_for_the_others() {
        // The first service never ends. With one server, also in shifts that follow each other, the second truck waits
        // for ever.
        String never = "200000 d";
        World locked = world().trucks(2)
                .load(shifts(never, Overrun.FINISH, shift("00:00-12:00", 1), shift("12:00-24:00", 1)))
                .cargo(cargo("cloth").backlog(20));
        assertThat(locked.run().lock()).isNotNull();
        World frees = world().trucks(2)
                .load(shifts(never, Overrun.FINISH, shift("always", 1), shift("08:00-09:00", 1)))
                .horizon("7 h")
                .cargo(cargo("cloth").backlog(20));
        assertThat(frees.run().lock()).isNull();
    }

    @Test
    void one_shift_is_a_station_with_hours_and_servers() {
        StationConfig one = station(3, "1 h", "08:00-17:00", Overrun.PAUSE);

        assertThat(one.shifts()).containsExactly(shift("08:00-17:00", 3));
        assertThat(one.withServers(4).withHours(Hours.always()).shifts()).containsExactly(new Shift(Hours.always(), 4));
        StationConfig two = one.withShifts(shift("08:00-12:00", 1), shift("12:00-17:00", 2));
        assertThatThrownBy(() -> two.withServers(2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withShifts");
        assertThatThrownBy(() -> one.withShifts(List.of())).hasMessageContaining("at least one shift");
        assertThatThrownBy(() -> shift("always", 0)).hasMessageContaining("servers must be >= 1, got 0");
    }
}
