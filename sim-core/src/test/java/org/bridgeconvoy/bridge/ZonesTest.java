package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.byDepartures;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;

/**
 * Banks whose clocks change, worked out by hand. Warsaw goes from UTC+1 to UTC+2 on Sunday, 30 March 2025, at 02:00, and back on Sunday,
 * 27 October 2024, at 03:00; Minsk keeps UTC+3. Times are those of the simulation clock, which keeps the origin's offset at the start.
 */
class ZonesTest {

    @Test
    void the_origin_changes_its_clock_and_the_destination_does_not() {
        // Loading opens at 08:00 in Warsaw: 08:00 on Saturday, 07:00 by the simulation clock on Sunday. Unloading opens
        // at 10:00 in Minsk,
        // which is 08:00 by the simulation clock (UTC+1) on both days.
        World world = world().start("2025-03-29")
                .horizon("2 d")
                .trucks(2)
                .zones("Europe/Warsaw", "Europe/Minsk")
                .load(station(1, "10 min", "08:00-16:00", Overrun.FINISH))
                .unload(station(1, "10 min", "10:00-16:00", Overrun.FINISH))
                .cargo(cargo("cloth").at("06:00", "1+06:00"));

        assertTrips(world, """
                assigned   load_start  load_end    outbound_exit  unload_start  unload_end
                06:00:00   08:00:00    08:10:00    08:11:40       08:11:40      08:21:40
                1+06:00:00 1+07:00:00  1+07:10:00  1+07:11:40     1+08:00:00    1+08:10:00""");
    }

    @Test
    void the_hours_of_the_bridge_follow_the_clock_of_the_origin() {
        // Outbound from 06:00 in Warsaw: on Sunday, 27 October, 07:00 by the simulation clock (UTC+2).
        World world = world().start("2024-10-26")
                .horizon("2 d")
                .trucks(2)
                .zones("Europe/Warsaw", "Europe/Warsaw")
                .timetable("06:00-18:00", "19:00-24:00", LastEntry.ENTER)
                .cargo(cargo("cloth").at("05:00", "1+05:00"));

        assertTrips(world, """
                outbound_queued  outbound_enter  return_enter
                05:00:00         06:00:00        19:00:00
                1+05:00:00       1+07:00:00      1+20:00:00""");
    }

    @Test
    void a_departure_at_a_skipped_time_does_not_take_place_that_day() {
        World world = world().start("2025-03-29")
                .horizon("4 d")
                .trucks(3)
                .zones("Europe/Warsaw", "Europe/Warsaw")
                .outboundConvoys(byDepartures("02:30"))
                .cargo(cargo("cloth").at("00:00", "1+00:00", "2+00:00"));

        // On Sunday there is no 02:30; on Monday it is 01:30 by the simulation clock.
        assertTrips(world, """
                assigned    outbound_enter
                00:00:00    02:30:00
                1+00:00:00  2+01:30:00
                2+00:00:00  2+01:30:00""");
    }

    @Test
    void a_departure_at_a_time_that_comes_twice_takes_place_at_the_first() {
        World world = world().start("2024-10-27")
                .horizon("2 d")
                .trucks(2)
                .zones("Europe/Warsaw", "Europe/Warsaw")
                .outboundConvoys(byDepartures("02:30"))
                .cargo(cargo("cloth").at("00:00", "03:00"));

        // 02:30 of Sunday, and of Monday, 03:30 by the simulation clock (UTC+2).
        assertTrips(world, """
                assigned  outbound_enter
                00:00:00  02:30:00
                03:00:00  1+03:30:00""");
    }

    @Test
    void the_hours_of_a_stream_and_its_daily_release_follow_the_clock_of_the_origin() {
        // Eight truckloads a day, evenly from 08:00 to 16:00 in Warsaw: the first at 09:00, on Sunday 08:00 by the
        // simulation clock.
        World hours = world().start("2025-03-29")
                .horizon("2 d")
                .trucks(20)
                .zones("Europe/Warsaw", "Europe/Warsaw")
                .cargo(cargo("cloth").trucksPerDay(8).hours("08:00-16:00"));
        assertThat(consigned(hours))
                .startsWith("09:00:00", "10:00:00")
                .contains("1+08:00:00", "1+15:00:00")
                .hasSize(16);

        // From 01:00 to 05:00: three real hours on Sunday, in which the day's six appear, one each half hour.
        World night = world().start("2025-03-30")
                .trucks(20)
                .zones("Europe/Warsaw", "Europe/Warsaw")
                .cargo(cargo("cloth").trucksPerDay(6).hours("01:00-05:00"));
        assertThat(consigned(night))
                .containsExactly("01:30:00", "02:00:00", "02:30:00", "03:00:00", "03:30:00", "04:00:00");

        // A release at 02:30 does not take place on Sunday; what has accrued comes on Monday, at 01:30 by the
        // simulation clock.
        World daily = world().start("2025-03-30")
                .horizon("2 d")
                .trucks(20)
                .zones("Europe/Warsaw", "Europe/Warsaw")
                .cargo(cargo("cloth").trucksPerDay(8).daily("02:30"));
        assertThat(consigned(daily)).hasSize(8).containsOnly("1+01:30:00");
    }

    @Test
    void factors_of_hours_hold_from_the_first_time_shown_to_the_first_time_shown() {
        // One an hour, twice that from 02:30 to 03:30: in this night, in which 03:00 becomes 02:00, for two hours.
        World world = world().start("2024-10-27")
                .trucks(30)
                .zones("Europe/Warsaw", "Europe/Warsaw")
                .cargo(cargo("cloth").trucksPerDay(24).hourFactor("02:30-03:30", 2));
        assertThat(consigned(world))
                .startsWith("01:00:00", "02:00:00", "02:45:00", "03:15:00", "03:45:00", "04:15:00", "05:00:00");
    }

    private static List<String> consigned(World world) {
        TripTable trips = Objects.requireNonNull(world.run().trips());
        return IntStream.range(0, trips.size())
                .mapToObj(i -> Texts.instant(trips.time(i, TripTime.CONSIGNED)))
                .toList();
    }
}
