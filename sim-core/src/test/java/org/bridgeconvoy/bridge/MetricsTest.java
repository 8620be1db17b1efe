package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.Map;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;

/** Every metric and state of one small scenario, and the edges of the window, worked out by hand. */
class MetricsTest {

    /** Two trucks over a day and a half; measured from 12:00 on day 0 to 12:00 on day 1. */
    private static World dayAndNight() {
        return world().horizon("36 h")
                .warmUp("12 h")
                .trucks(2)
                .turnaround("20 min")
                .timetable("08:00-16:00", "18:00-06:00", LastEntry.ENTER)
                .crossing("10 min", "10 min")
                .headway("1 min")
                .load(station(1, "1 h", "07:00-15:00", Overrun.FINISH))
                .unload(station(1, "30 min"))
                .cargo(cargo("a").at("06:00", "13:00", "1+05:00", "1+11:00"))
                .cargo(cargo("b").load(20).at("13:30").total(20));
    }

    @Test
    void the_trips_behind_the_metrics() {
        assertTrips(dayAndNight(), """
                truck cargo consigned  assigned   load_start load_end   outbound_enter outbound_exit unload_end return_enter return_exit available
                1     a     06:00:00   06:00:00   07:00:00   08:00:00   08:00:00       08:10:00      08:40:00   18:00:00     18:10:00    18:30:00
                2     a     13:00:00   13:00:00   13:00:00   14:00:00   14:00:00       14:10:00      14:40:00   18:01:00     18:11:00    18:31:00
                1     b     13:30:00   18:30:00   1+07:00:00 1+08:00:00 1+08:00:00     1+08:10:00    1+08:40:00 -            -           -
                2     a     1+05:00:00 1+05:00:00 1+08:00:00 1+09:00:00 1+09:00:00     1+09:10:00    1+09:40:00 -            -           -""");
    }

    @Test
    void every_metric_is_what_the_trips_say() {
        Map<String, Double> expected = new TreeMap<>();
        // Exits 14:10, 1+08:10, 1+09:10 out; 18:10 and 18:11 back. Both dates have an hour in which outbound may
        // enter.
        expected.put("outbound_trucks_per_day", 3.0);
        expected.put("return_trucks_per_day", 2.0);
        expected.put("outbound_trucks_per_open_day", 1.5);
        expected.put("delivered_t_per_day", 40.0);
        expected.put("delivered_t_per_day.a", 20.0);
        expected.put("delivered_t_per_day.b", 20.0);
        // Unloaded in the window: a 100 and 280 min, b 19 h 10 min = 1150 min. Type 7: 280 + 0.9 x 870 and 100 + 0.95
        // x 180.
        expected.put("lead_time_h", 510 / 60.0);
        expected.put("lead_time_h_p95", 1063 / 60.0);
        expected.put("lead_time_h.a", 190 / 60.0);
        expected.put("lead_time_h.a_p95", 271 / 60.0);
        expected.put("lead_time_h.b", 1150 / 60.0);
        expected.put("lead_time_h.b_p95", 1150 / 60.0);
        // 06:00 to 18:30 (it began before the window) and 13:00 to 18:31.
        expected.put("cycle_time_h", (750 + 331) / 2.0 / 60);
        // Assigned at 13:00 (at once), 18:30 (after 5 h), 1+05:00 (at once): 0, 0, 300 min.
        expected.put("wait_truck_min", 100.0);
        expected.put("wait_truck_p95_min", 270.0);
        // Begun at 13:00 (0), 1+07:00 (since 18:30: 750), 1+08:00 (since 1+05:00: 180).
        expected.put("wait_load_min", 310.0);
        expected.put("wait_load_p95_min", 180 + 0.9 * 570);
        expected.put("wait_outbound_min", 0.0);
        expected.put("wait_outbound_p95_min", 0.0);
        expected.put("wait_unload_min", 0.0);
        expected.put("wait_unload_p95_min", 0.0);
        // Entered at 18:00 (since 08:40: 560) and 18:01 (since 14:40: 201).
        expected.put("wait_return_min", 380.5);
        expected.put("wait_return_p95_min", 201 + 0.95 * 359);
        // b 13:30-18:30 and a from 1+11:00; load 12.5 h and 3 h, both from 05:00 to 07:00.
        expected.put("queue_truck", 6 / 24.0);
        expected.put("queue_truck_max", 1.0);
        expected.put("queue_load", 15.5 / 24);
        expected.put("queue_load_max", 2.0);
        expected.put("queue_outbound", 0.0);
        expected.put("queue_outbound_max", 0.0);
        expected.put("queue_unload", 0.0);
        expected.put("queue_unload_max", 0.0);
        // Truck 1 12:00-18:00 and from 1+08:40, truck 2 14:40-18:01 and from 1+09:40: 360 + 200 + 201 + 140 min.
        expected.put("queue_return", 901 / 1440.0);
        expected.put("queue_return_max", 2.0);
        // Three hours of loading in the open hours 12-15 and 7-12; three half hours of unloading in a day.
        expected.put("utilisation_load", 3 / 8.0);
        expected.put("utilisation_unload", 1.5 / 24);
        expected.put("bridge_occupied_outbound", 30 / 1440.0);
        expected.put("bridge_occupied_return", 11 / 1440.0);
        // 18:00 after 14:00, and 1+08:00 after 18:01.
        expected.put("bridge_turns_per_day", 2.0);
        expected.put("away_overnight", 0.0);
        // The consignment of 1+11:00.
        expected.put("undelivered_end_t", 10.0);
        expected.put("days_to_clear.b", (24 * 60 + 520) / 1440.0);

        // Truck 1: return queue 12-18 and 1+08:40-12, rest, load queue 18:30-07:00. Truck 2: idle 12-13 and
        // 18:31-05:00, return queue 14:40-18:00, a minute of headway, load queue closed 05-07, busy 07-08, return
        // queue from 1+09:40.
        Map<String, Integer> minutes = Map.of(
                "idle", 60 + 629,
                "load", 180,
                "load.closed", 750 + 120,
                "load.busy", 60,
                "outbound", 30,
                "unload", 90,
                "return.control", 360 + 200 + 200 + 140,
                "return.headway", 1,
                "return", 20,
                "rest", 40);
        minutes.forEach((state, min) -> expected.put("truck_h_per_day." + state, min / 60.0));
        assertThat(minutes.values().stream().mapToInt(m -> m).sum()).isEqualTo(2 * 24 * 60);

        MetricValues values = dayAndNight().run().metrics();
        for (Metric metric : values.metrics()) {
            // States that can occur in this world but do not are 0.
            double wanted = metric.name().startsWith("truck_h_per_day.")
                    ? expected.getOrDefault(metric.name(), 0.0)
                    : expected.getOrDefault(metric.name(), Double.NaN);
            assertThat(values.value(metric.name())).as(metric.name()).isEqualTo(wanted, within(1e-12));
        }
        assertThat(values.metrics()).extracting(Metric::name).containsAll(expected.keySet());
    }

    @Test
    void the_daily_table_has_a_row_for_each_day_the_last_one_short() {
        ReplicationResult result = dayAndNight().run();
        var daily = result.daily();

        assertThat(daily.consignedTrucks()).containsExactly(3, 2);
        assertThat(daily.outboundTrucks()).containsExactly(2, 2);
        assertThat(daily.deliveredTrucks()).containsExactly(2, 2);
        assertThat(daily.returnTrucks()).containsExactly(2, 0);
        assertThat(daily.awayTrucks()).containsExactly(0, 2);
        assertThat(daily.byCargo().get(0).consigned()).containsExactly(20_000_000_000L, 20_000_000_000L);
        assertThat(daily.byCargo().get(0).backlog()).containsExactly(0, 10_000_000_000L);
        assertThat(daily.byCargo().get(1).delivered()).containsExactly(0, 20_000_000_000L);
    }

    @Test
    void metrics_and_states_of_stations_that_are_left_out_are_left_out() {
        var names = dayAndNight().run().metrics().metrics().stream().map(Metric::name);

        assertThat(names)
                .noneMatch(name -> name.contains("export") || name.contains("import") || name.contains("convoy"));
    }

    @Test
    void an_event_at_the_end_of_the_warm_up_counts_and_one_at_the_horizon_does_not() {
        // Deliveries at 01:40 after each consignment: at 12:00:00 (the window's first instant) and 24:00:00 (the
        // horizon).
        World world = world().trucks(2).warmUp("12 h").cargo(cargo("a").at("11:58:20", "23:58:20"));

        assertThat(world.metric("delivered_t_per_day")).isEqualTo(20.0);
        assertThat(world.metric("outbound_trucks_per_day")).isEqualTo(2.0);
        assertThat(world.metric("undelivered_end_t")).isEqualTo(10.0);
        // Just before the window it does not count.
        World before = world().trucks(2)
                .warmUpNanos(Texts.at("12:00") + 1)
                .cargo(cargo("a").at("11:58:20", "23:58:20"));
        assertThat(before.metric("delivered_t_per_day")).isZero();
        assertThat(before.metric("lead_time_h")).isNaN();
    }

    @Test
    void the_largest_queue_counts_who_waits_for_a_positive_time_in_the_window() {
        // Three wait for loading from 10:00; at 12:00 it opens with two servers. Measured from 12:00, one waits.
        World world = world().trucks(3)
                .warmUp("12 h")
                .load(station(2, "1 h", "12:00-20:00", Overrun.FINISH))
                .cargo(cargo("a").at("10:00", "10:00", "10:00"));
        assertThat(world.metric("queue_load_max")).isEqualTo(1.0);
        // Measured from 11:00 all three count; and passing at once is not waiting.
        assertThat(world.warmUp("11 h").metric("queue_load_max")).isEqualTo(3.0);
        assertThat(world.warmUp("11 h").metric("queue_outbound_max")).isZero();
    }

    @Test
    void away_overnight_is_the_mean_over_midnights_after_the_warm_up() {
        // Import takes 20 h: truck 1 is away over the first midnight, trucks 1 and 2 over the second; none over the
        // third.
        World world = world().horizon("3 d")
                .trucks(2)
                .imports(station(2, "20 h"))
                .cargo(cargo("a").at("10:00", "1+08:00", "1+09:00"));
        assertThat(world.run().daily().awayTrucks()).containsExactly(1, 2, 0);
        // At the horizon it is 24:00 as well.
        assertThat(world.metric("away_overnight")).isEqualTo(1.0);
        assertThat(world.warmUp("1 d").metric("away_overnight")).isEqualTo(1.0);
        assertThat(world.warmUp("2 d").metric("away_overnight")).isEqualTo(0.0);
        // No midnight in the window: no data.
        assertThat(world().horizon("20 h").cargo(cargo("a")).metric("away_overnight"))
                .isNaN();
    }

    @Test
    void the_last_instant_of_a_day_is_the_state_just_before_midnight() {
        // Truck 1 would leave the bridge at 24:00 exactly: still away on day 0. A consignment of 24:00 is one of day
        // 1.
        World world = world().horizon("2 d").trucks(2).cargo(cargo("a").at("23:56:40", "1+00:00"));

        var daily = world.run().daily();
        assertThat(daily.awayTrucks()).containsExactly(1, 0);
        assertThat(daily.returnTrucks()).containsExactly(0, 2);
        assertThat(daily.consignedTrucks()).containsExactly(1, 1);
    }

    @Test
    void open_days_are_the_dates_on_which_control_and_closures_let_outbound_trucks_enter() {
        // Hours 08:00-09:00 on weekdays, from Monday for 7 days; closed on Tuesday from 08:00 to 09:00 and on
        // Wednesday until 08:30; on Thursday and Friday open: four dates. Trucks: Monday, Wednesday to Friday, one
        // each.
        World world = world().horizon("7 d")
                .trucks(9)
                .timetable("mon-fri 08:00-09:00", "12:00-13:00", LastEntry.ENTER)
                .closure("1+08:00", "1+09:00")
                .closure("2+00:00", "2+08:30")
                .cargo(cargo("a").at("07:00", "1+10:00", "2+10:00", "3+10:00", "6+10:00"));

        assertThat(world.metric("outbound_trucks_per_open_day")).isEqualTo(4 / 4.0);
        // With clear and a crossing of 59 min nobody can enter from 08:30 on Wednesday: three dates for the same four
        // trucks.
        assertThat(world.crossing("59 min", "59 min")
                        .timetable("mon-fri 08:00-09:00", "12:00-13:00", LastEntry.CLEAR)
                        .metric("outbound_trucks_per_open_day"))
                .isEqualTo(4 / 3.0);
    }

    @Test
    void days_to_clear_is_no_data_until_the_last_truckload_is_unloaded() {
        // Two truckloads by 13 t, delivered at 00:01:40 and 00:05:00 = 300 s.
        assertThat(world().cargo(cargo("a").backlog(20).total(13)).metric("days_to_clear.a"))
                .isEqualTo(300 / 86400.0);
        // One is still on its way at the horizon; or the total is never reached.
        assertThat(world().horizon("299 s")
                        .cargo(cargo("a").backlog(20).total(13))
                        .metric("days_to_clear.a"))
                .isNaN();
        assertThat(world().cargo(cargo("a").backlog(20).total(50)).metric("days_to_clear.a"))
                .isNaN();
    }

    @Test
    void utilisation_exceeds_one_when_overruns_pass_closing_time_and_is_no_data_without_hours() {
        // Open for 1 h, one service of 90 min.
        World world = world().load(station(1, "90 min", "08:00-09:00", Overrun.FINISH))
                .cargo(cargo("a").backlog(10));
        assertThat(world.metric("utilisation_load")).isEqualTo(1.5);
        assertThat(world.start("2024-01-06")
                        .load(station(1, "90 min", "mon-fri 08:00-09:00", Overrun.FINISH))
                        .metric("utilisation_load"))
                .isNaN();
    }

    @Test
    void a_paused_service_is_not_busy_and_not_in_the_queue() {
        // 2 h of work from 11:00 with a break from 12:00 to 13:00: 2 h busy in 8 h of open time.
        World world = world().load(station(1, "2 h", "08:00-12:00, 13:00-17:00", Overrun.PAUSE))
                .cargo(cargo("a").at("11:00"));
        assertThat(world.metric("utilisation_load")).isEqualTo(2 / 8.0);
        assertThat(world.metric("queue_load")).isZero();
        assertThat(world.metric("truck_h_per_day.load.closed")).isEqualTo(1.0);
        assertThat(world.metric("truck_h_per_day.load")).isEqualTo(2.0);
    }

    @Test
    void the_first_cause_that_applies_names_the_state_of_the_whole_queue() {
        // One lane from 08:00, return from 09:00. Closure until 08:10 (trucks 1 and 2 from 08:00); nobody else.
        // Before 08:00: control (both 07:00-08:00). Truck 1 enters 08:10, truck 2 is held by the headway for 60 s.
        // Truck 1 waits to return from 08:11:40: control until 09:00. Truck 3 enters at 08:59 and is on the lane
        // until 09:00:40, then 20 s of clearance: clearing for trucks 1 and 2 from 09:00 to 09:01:00, truck 3 from
        // 09:00:40 on. Then the headway: truck 2 one minute, truck 3 two minutes (in the queue whose first is held by
        // it).
        World world = world().trucks(3)
                .headway("60 s")
                .clearance("20 s")
                .timetable("08:00-09:00", "09:00-10:00", LastEntry.ENTER)
                .closure("07:30", "08:10")
                .cargo(cargo("a").at("07:00", "07:00", "08:59"));
        BridgeRun run = world.begin();
        run.finish();

        assertThat(run.truckNanos(TruckState.OUTBOUND_CONTROL)).isEqualTo(Texts.span("60 min"));
        assertThat(run.truckNanos(TruckState.OUTBOUND_CLOSURE)).isEqualTo(Texts.span("80 min"));
        assertThat(run.truckNanos(TruckState.OUTBOUND_HEADWAY)).isEqualTo(Texts.span("60 s"));
        assertThat(run.truckNanos(TruckState.RETURN_CONTROL))
                .isEqualTo(2 * Texts.at("09:00") - Texts.at("08:11:40") - Texts.at("08:12:40"));
        assertThat(run.truckNanos(TruckState.RETURN_CLEARING)).isEqualTo(Texts.span("140 s"));
        assertThat(run.truckNanos(TruckState.RETURN_HEADWAY)).isEqualTo(Texts.span("180 s"));
    }

    @Test
    void without_data_a_mean_is_no_data_and_not_zero() {
        MetricValues values = world().cargo(cargo("a")).run().metrics();

        assertThat(values.value("lead_time_h")).isNaN();
        assertThat(values.value("lead_time_h_p95")).isNaN();
        assertThat(values.value("cycle_time_h")).isNaN();
        assertThat(values.value("wait_truck_min")).isNaN();
        assertThat(values.value("delivered_t_per_day")).isZero();
        assertThat(values.value("queue_truck")).isZero();
        assertThat(values.value("truck_h_per_day.idle")).isEqualTo(24.0);
    }
}
