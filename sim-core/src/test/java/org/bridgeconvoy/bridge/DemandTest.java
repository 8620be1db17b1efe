package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.truckClass;
import static org.bridgeconvoy.bridge.World.world;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Series;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;

/** When consignments appear, and how much they are. Worked out by hand. */
class DemandTest {

    /** The instants at which consignments appear. */
    private static List<String> consigned(World world) {
        List<String> times = new ArrayList<>();
        world.begin(new BridgeObserver() {
                    @Override
                    public void consigned(long now, String cargo, double loadTonnes) {
                        times.add(Texts.instant(now));
                    }
                })
                .finish();
        return times;
    }

    private static int[] perDay(Cargo stream, String horizon) {
        return world().horizon(horizon).cargo(stream).run().daily().consignedTrucks();
    }

    @Test
    void even_consignments_appear_when_the_cumulative_rate_reaches_a_whole_number() {
        assertThat(consigned(world().horizon("30 h").cargo(cargo("cloth").trucksPerDay(4))))
                .containsExactly("06:00:00", "12:00:00", "18:00:00", "1+00:00:00");
    }

    @Test
    void a_fraction_of_a_truckload_carries_over_to_the_next_day() {
        // 1.5 a day: 1 at two thirds of day 0, 2 at one third of day 1, 3 at its end.
        assertThat(consigned(world().horizon("3 d").cargo(cargo("cloth").trucksPerDay(1.5))))
                .containsExactly("16:00:00", "1+08:00:00", "2+00:00:00", "2+16:00:00");
    }

    @Test
    void an_instant_is_rounded_half_up_to_the_nanosecond() {
        // 7 a day: k sevenths of 86400 s, 12342.857142857142857... s.
        assertThat(consigned(world().horizon("7 h").cargo(cargo("cloth").trucksPerDay(7))))
                .containsExactly("03:25:42.857142857", "06:51:25.714285714");
    }

    @Test
    void a_days_quantity_is_spread_over_the_hours_and_closing_time_counts() {
        // Four over 4 h: hourly, the last exactly at closing time.
        assertThat(consigned(world().cargo(cargo("cloth").trucksPerDay(4).hours("08:00-12:00"))))
                .containsExactly("09:00:00", "10:00:00", "11:00:00", "12:00:00");
        assertThat(consigned(world().cargo(cargo("cloth").trucksPerDay(4).hours("08:00-10:00, 14:00-16:00"))))
                .containsExactly("09:00:00", "10:00:00", "15:00:00", "16:00:00");
    }

    @Test
    void closing_time_counts_on_every_day_also_when_the_share_has_no_finite_decimals() {
        // A third of a day's 3 in each of three intervals: one at the end of each, for 100 days.
        List<String> times = consigned(world().horizon("100 d")
                .cargo(cargo("cloth").trucksPerDay(3).hours("01:00-02:00, 03:00-04:00, 05:00-06:00")));

        assertThat(times).hasSize(300);
        assertThat(times).filteredOn(t -> t.endsWith("02:00:00")).hasSize(100);
        assertThat(times).filteredOn(t -> t.endsWith("04:00:00")).hasSize(100);
        assertThat(times).filteredOn(t -> t.endsWith("06:00:00")).hasSize(100);
    }

    @Test
    void an_interval_over_midnight_belongs_to_its_day_and_nothing_precedes_the_start() {
        // Four over 22:00-02:00, hourly. The interval of the eve of the start gives nothing.
        assertThat(consigned(world().horizon("2 d")
                        .cargo(cargo("cloth").trucksPerDay(4).hours("22:00-02:00"))))
                .containsExactly("23:00:00", "1+00:00:00", "1+01:00:00", "1+02:00:00", "1+23:00:00");
    }

    @Test
    void a_day_without_hours_accrues_nothing() {
        // Friday 2 in 08:00-10:00, Saturday and Sunday none, Monday again.
        assertThat(consigned(world().start("2024-01-05")
                        .horizon("4 d")
                        .cargo(cargo("cloth").trucksPerDay(2).hours("mon-fri 08:00-10:00"))))
                .containsExactly("09:00:00", "10:00:00", "3+09:00:00", "3+10:00:00");
    }

    @Test
    void a_rate_in_tonnes_is_divided_by_the_mean_of_the_load_as_cut() {
        // 80 t/d: loads of 20 t; or cut to the payload of 16 t, five a day; or to 26 - 10 = 16 t by the bridge's
        // limit.
        World world = world().cargo(cargo("cloth").load(20).tonnesPerDay(80).hours("00:00-10:00"));
        assertThat(consigned(world)).containsExactly("02:30:00", "05:00:00", "07:30:00", "10:00:00");

        world.fleet(new TruckClass("", 1, 16, 0, Distribution.constant(0)));
        assertThat(consigned(world)).containsExactly("02:00:00", "04:00:00", "06:00:00", "08:00:00", "10:00:00");

        world.fleet(truckClass("", 1, 10, "0 s")).maxTruckMass(26);
        assertThat(consigned(world)).containsExactly("02:00:00", "04:00:00", "06:00:00", "08:00:00", "10:00:00");
        assertThat(world.run().daily().consigned(0)).isEqualTo(80_000_000_000L);
    }

    @Test
    void daily_consignments_appear_together_and_the_fraction_carries_over() {
        // 2.5 a day, released at 06:00: 0.625, 3.125, 5.625, 8.125 accrued: 0, 3, 2, 3 appear.
        assertThat(consigned(world().horizon("4 d")
                        .cargo(cargo("cloth").trucksPerDay(2.5).daily("06:00"))))
                .containsExactly(
                        "1+06:00:00",
                        "1+06:00:00",
                        "1+06:00:00",
                        "2+06:00:00",
                        "2+06:00:00",
                        "3+06:00:00",
                        "3+06:00:00",
                        "3+06:00:00");
    }

    @Test
    void the_backlog_is_whole_truckloads_until_it_is_reached_at_the_start() {
        // 25 t in loads of 10 t: three. The rate goes on beside it.
        assertThat(consigned(world().cargo(cargo("cloth").backlog(25).trucksPerDay(2))))
                .containsExactly("00:00:00", "00:00:00", "00:00:00", "12:00:00");
    }

    @Test
    void a_stream_stops_with_the_truckload_that_reaches_its_total_and_backlog_counts() {
        // 45 t in loads of 10 t: five truckloads, two of them backlog; the sixth does not come.
        assertThat(consigned(world().cargo(cargo("cloth").backlog(20).total(45).trucksPerDay(24))))
                .containsExactly("00:00:00", "00:00:00", "01:00:00", "02:00:00", "03:00:00");
        // The total is reached exactly with the fourth; it may also cut the backlog.
        assertThat(consigned(world().cargo(cargo("cloth").total(40).trucksPerDay(24))))
                .hasSize(4);
        assertThat(consigned(world().cargo(cargo("cloth").backlog(90).total(40))))
                .hasSize(4);
    }

    @Test
    void demand_accrues_from_the_first_to_the_last_date() {
        assertThat(consigned(world().horizon("5 d")
                        .cargo(cargo("cloth")
                                .trucksPerDay(2)
                                .hours("08:00-12:00")
                                .from("2024-01-02")
                                .until("2024-01-03"))))
                .containsExactly("1+10:00:00", "1+12:00:00", "2+10:00:00", "2+12:00:00");
    }

    @Test
    void weekdays_that_are_not_named_have_factor_one() {
        // From Friday: 4, Saturday 2, Sunday 0, Monday 4.
        Cargo stream = cargo("cloth")
                .trucksPerDay(4)
                .hours("08:00-12:00")
                .times(new WeekdayFactors(Map.of(DayOfWeek.SATURDAY, 0.5, DayOfWeek.SUNDAY, 0.0)));

        assertThat(world().start("2024-01-05")
                        .horizon("4 d")
                        .cargo(stream)
                        .run()
                        .daily()
                        .consignedTrucks())
                .containsExactly(4, 2, 0, 4);
    }

    @Test
    void a_ramp_is_linear_and_held_before_and_after() {
        // From 1 to 3 over the two days from day 1: 1, 1, 2, 3, 3, evaluated at each day's 00:00.
        assertThat(perDay(
                        cargo("c")
                                .trucksPerDay(10)
                                .hours("08:00-12:00")
                                .times(new Ramp(1, 3, Nanos.DAY, 2 * Nanos.DAY)),
                        "5 d"))
                .containsExactly(10, 10, 20, 30, 30);
        // A factor holds for the whole day: a ramp within day 1 shows on day 2 only; a ramp over no time is a step.
        assertThat(perDay(
                        cargo("c")
                                .trucksPerDay(10)
                                .hours("08:00-12:00")
                                .times(new Ramp(1, 2, Nanos.DAY + Nanos.HOUR, Nanos.HOUR)),
                        "3 d"))
                .containsExactly(10, 10, 20);
        assertThat(perDay(cargo("c").trucksPerDay(10).hours("08:00-12:00").times(new Ramp(1, 0, Nanos.DAY, 0)), "3 d"))
                .containsExactly(10, 0, 0);
    }

    @Test
    void a_surge_rises_linearly_to_its_peak_and_halves_from_there() {
        // Start day 1, rise 2 d, peak 5, half-life 1 d: 1, 1, 1 + 4/2 = 3, 5, 1 + 4/2 = 3, 1 + 4/4 = 2, 1.5.
        assertThat(perDay(
                        cargo("c")
                                .trucksPerDay(10)
                                .hours("08:00-12:00")
                                .times(new Surge(Nanos.DAY, 2 * Nanos.DAY, 5, Nanos.DAY)),
                        "7 d"))
                .containsExactly(10, 10, 30, 50, 30, 20, 15);
    }

    @Test
    void a_series_is_one_before_its_first_row_and_keeps_the_last_factor() {
        Series series = new Series(new TreeMap<>(Map.of(2, 3.0, 4, 0.5)));
        assertThat(perDay(cargo("c").trucksPerDay(2).hours("08:00-12:00").times(series), "6 d"))
                .containsExactly(2, 2, 6, 6, 1, 1);
    }

    @Test
    void profiles_are_multiplied_together() {
        // Monday and Tuesday x 2 (weekdays), ramp 1, 1, 2 (in force from day 2): 4, 4, 4 on Wednesday, 4 on Thursday.
        assertThat(perDay(
                        cargo("c")
                                .trucksPerDay(2)
                                .hours("08:00-12:00")
                                .times(new WeekdayFactors(Map.of(DayOfWeek.MONDAY, 2.0, DayOfWeek.TUESDAY, 2.0)))
                                .times(new Ramp(1, 2, Nanos.DAY, Nanos.DAY)),
                        "4 d"))
                .containsExactly(4, 4, 4, 4);
    }

    @Test
    void poisson_consignments_follow_the_curve_and_not_the_closed_hours() {
        // 200 a day for 200 days within 08:00-12:00; the number of 40,000 has sd 200. False alarm beyond 4 sd: 1 in
        // 15,000.
        int[] inHour = new int[24];
        world().horizon("200 d")
                .cargo(cargo("cloth").trucksPerDay(200).hours("08:00-12:00").poisson())
                .begin(new BridgeObserver() {
                    @Override
                    public void consigned(long now, String cargo, double loadTonnes) {
                        inHour[(int) (now % Nanos.DAY / Nanos.HOUR)]++;
                    }
                })
                .finish();

        int all = Arrays.stream(inHour).sum();
        assertThat(all).isBetween(39_200, 40_800);
        // A quarter in each hour, sd sqrt(40,000 x 3/16) = 87; 4 sd.
        for (int hour = 8; hour < 12; hour++) {
            assertThat(inHour[hour]).isBetween(all / 4 - 350, all / 4 + 350);
        }
        assertThat(inHour[8] + inHour[9] + inHour[10] + inHour[11]).isEqualTo(all);
    }

    @Test
    void a_rate_an_hour_is_the_rate_while_the_hours_are_open() {
        // Four an hour for an hour and a half: every 15 min, six a day.
        assertThat(consigned(world().horizon("2 d")
                        .cargo(cargo("cloth").trucksPerHour(4).hours("08:00-08:30, 10:00-11:00"))))
                .containsExactly(
                        "08:15:00",
                        "08:30:00",
                        "10:15:00",
                        "10:30:00",
                        "10:45:00",
                        "11:00:00",
                        "1+08:15:00",
                        "1+08:30:00",
                        "1+10:15:00",
                        "1+10:30:00",
                        "1+10:45:00",
                        "1+11:00:00");
        assertThat(consigned(world().horizon("3 h").cargo(cargo("cloth").trucksPerHour(0.5))))
                .containsExactly("02:00:00");
        // 30 t/h in loads of 10 t.
        assertThat(consigned(world().cargo(cargo("cloth").tonnesPerHour(30).hours("08:00-09:00"))))
                .containsExactly("08:20:00", "08:40:00", "09:00:00");
    }

    @Test
    void an_hour_that_two_days_hours_cover_counts_once_and_the_earlier_days_factor_holds() {
        // One an hour from 20:00 to 04:00, and on Tuesday from 02:00 to 05:00. Tuesday's factor is 2: Monday's interval
        // keeps
        // the factor 1 until 04:00, then two an hour until 05:00.
        assertThat(consigned(world().horizon("30 h")
                        .cargo(cargo("cloth")
                                .trucksPerHour(1)
                                .hours("mon 20:00-04:00; tue 02:00-05:00")
                                .times(new WeekdayFactors(Map.of(DayOfWeek.TUESDAY, 2.0))))))
                .containsExactly(
                        "21:00:00",
                        "22:00:00",
                        "23:00:00",
                        "1+00:00:00",
                        "1+01:00:00",
                        "1+02:00:00",
                        "1+03:00:00",
                        "1+04:00:00",
                        "1+04:30:00",
                        "1+05:00:00");
    }

    @Test
    void a_factor_of_some_hours_multiplies_what_accrues_within_them() {
        // One an hour from 06:00 to 12:00; double from 07:00 to 08:30, none from 10:00 to 11:00: 6 + 1.5 - 1 in all.
        Cargo cloth = cargo("cloth")
                .trucksPerDay(6)
                .hours("06:00-12:00")
                .hourFactor("07:00-08:30", 2)
                .hourFactor("10:00-11:00", 0);
        assertThat(consigned(world().cargo(cloth)))
                .containsExactly("07:00:00", "07:30:00", "08:00:00", "08:30:00", "09:30:00", "11:30:00");
    }

    @Test
    void a_factor_of_hours_over_midnight_holds_every_day() {
        // Two a day evenly, 12 h each; triple from 22:00 to 02:00: 1 + 2/12 x 4 = 1.667 a half day.
        // Until 02:00 three twelfths of two hours (0.5), then 1 at 08:00, 1.5 at 14:00; to 22:00 2 1/6; the third is
        // reached
        // at 22:00 + (5/6) / (3/12) h = 01:20 of day 1.
        assertThat(consigned(world().horizon("26 h")
                        .cargo(cargo("cloth").trucksPerDay(2).hourFactor("22:00-02:00", 3))))
                .containsExactly("08:00:00", "20:00:00", "1+01:20:00");
    }

    @Test
    void classes_are_numbered_in_their_order_and_carry_their_own_payload() {
        // Trucks 1 and 2 carry 5 t, truck 3 8 t; loads of 10 t are cut to 8 t as they appear, three in all. Truck 3
        // carries one whole, 1 and 2 take 5 t of the next and the rest; they are back before truck 3.
        World world = world().fleet(
                        new TruckClass("small", 2, 5, 3, Distribution.constant(60)),
                        new TruckClass("none", 0, 50, 3, Distribution.constant(0)),
                        new TruckClass("big", 1, 8, 7, Distribution.constant(120)))
                .cargo(cargo("cloth").backlog(24));

        assertTrips(world, """
                truck  load  return_exit  available
                3      8.0   00:03:20     00:05:20
                1      5.0   00:03:20     00:04:20
                2      3.0   00:03:20     00:04:20
                1      5.0   00:07:40     00:08:40
                2      3.0   00:07:40     00:08:40""");
        assertThat(world.run().daily().consignedTrucks()).containsExactly(3);
        assertThat(world.run().daily().deliveredTrucks()).containsExactly(5);
        assertThat(world.metric("undelivered_end_t")).isZero();
    }
}
