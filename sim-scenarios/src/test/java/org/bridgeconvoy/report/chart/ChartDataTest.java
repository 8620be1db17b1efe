package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.WorldFacts;
import org.junit.jupiter.api.Test;

/** Numbers of charts, for trips and days that can be checked by hand. */
class ChartDataTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** Times in hours since the start, in the order of {@link TripTime}; those that are left out were not reached. */
    private static void trip(TripTable.Builder trips, int cargo, double... hours) {
        int row = trips.add(1, cargo, 40_000_000_000L);
        for (int i = 0; i < hours.length; i++) {
            trips.reached(row, TripTime.values()[i], Math.round(hours[i] * HOUR));
        }
    }

    private static TripTable twoTrips() {
        TripTable.Builder trips = new TripTable.Builder();
        // consigned 6, assigned 6, load 6-7, export 7-7, queued 7, enters 8, leaves 9, import 9-9, unload 9-10,
        // queued 10, enters 19, leaves 20, available 20
        trip(trips, 0, 6, 6, 6, 7, 7, 7, 7, 8, 9, 9, 9, 9, 10, 10, 19, 20, 20);
        // waits an hour for loading; crosses behind the first; still waits to return at the horizon
        trip(trips, 1, 6, 6, 7, 8, 8, 8, 8, 8.5, 9.5, 9.5, 9.5, 10, 11, 11);
        return trips.build();
    }

    private static DailyTable days(long[] delivered0, long[] delivered1, long[] backlog) {
        int n = delivered0.length;
        return new DailyTable(
                List.of("a", "b"),
                List.of(
                        new DailyTable.Cargo(new long[n], delivered0, backlog),
                        new DailyTable.Cargo(new long[n], delivered1, new long[n])),
                new int[n],
                new int[n],
                new int[n],
                new int[n],
                new int[n]);
    }

    private static RunData run(long horizon, long warmUp, List<DailyTable> daily, List<TripTable> trips) {
        return new RunData("x", LocalDate.of(2024, 9, 2), horizon, warmUp, 946, daily, trips, Map.of());
    }

    private static RunData oneDay() {
        long[] tonnes = {40_000_000_000L};
        return run(DAY, 0, List.of(days(tonnes, tonnes, new long[1])), List.of(twoTrips()));
    }

    private static List<String> told(String chart, RunData run, String like) {
        return Charts.named(chart, run)
                .orElseThrow()
                .csv()
                .lines()
                .filter(line -> line.contains(like))
                .toList();
    }

    /** Two trips of truck 1: the first waits an hour outbound and 9 h to return, the second still waits at midnight. */
    @Test
    void charts_made_of_boxes_tell_what_they_show() {
        RunData run = oneDay();
        assertThat(told("gantt", run, "20:00"))
                .containsExactly(
                        "min,waits: loading,\"truck 1, 06:00 to 20:00\",2,0,,",
                        "min,loading,\"truck 1, 06:00 to 20:00\",2,60,,",
                        "min,\"waits: bridge, outbound\",\"truck 1, 06:00 to 20:00\",2,60,,",
                        "min,\"bridge, outbound\",\"truck 1, 06:00 to 20:00\",2,60,,",
                        "min,waits: unloading,\"truck 1, 06:00 to 20:00\",2,0,,",
                        "min,unloading,\"truck 1, 06:00 to 20:00\",2,60,,",
                        "min,\"waits: bridge, return\",\"truck 1, 06:00 to 20:00\",2,540,,",
                        "min,\"bridge, return\",\"truck 1, 06:00 to 20:00\",2,60,,");
        // From 10:00 the first waits to return, from 11:00 the second too; 2 September 2024 is a Monday.
        assertThat(told("week", run, "10:00 to 11:00")).containsExactly(",Mon,10:00 to 11:00,10.5,1,,");
        assertThat(told("week", run, "12:00 to 13:00")).containsExactly(",Mon,12:00 to 13:00,12.5,2,,");
        assertThat(told("waits", run, "loading"))
                .contains("min,median,loading,3,30,,", "min,\"no wait, %\",loading,3,50,,");
        // 07:00 to 08:00 the second is loaded, alone.
        assertThat(told("use", run, "07:00 to 07:10")).contains("loading,trucks in service,07:00 to 07:10,7.08333,1,,");
        assertThat(told("curves", run, "08:15"))
                .containsExactly(
                        "trucks,\"joined, outbound\",08:15,8.25,2,,",
                        "trucks,\"entered, outbound\",08:15,8.25,1,,",
                        "trucks,\"waiting, outbound\",08:15,8.25,1,,",
                        "trucks,\"joined, return\",08:15,8.25,0,,",
                        "trucks,\"entered, return\",08:15,8.25,0,,",
                        "trucks,\"waiting, return\",08:15,8.25,0,,");
    }

    @Test
    void throughput_stacks_tonnes_of_all_replications_and_counts_trucks_by_unloading() {
        DailyTable first = days(new long[] {80_000_000_000L, 0}, new long[] {40_000_000_000L, 0}, new long[2]);
        DailyTable second = days(new long[] {120_000_000_000L, 0}, new long[] {40_000_000_000L, 0}, new long[2]);
        ThroughputData data = ThroughputData.of(run(2 * DAY, 0, List.of(first, second), List.of(twoTrips())));

        assertThat(data.tonnes()[0]).containsExactly(100, 0);
        assertThat(data.tonnes()[1]).containsExactly(40, 0);
        assertThat(data.totalTonnes().mean()).containsExactly(140, 0);
        // sd of {120, 160} is 28.284; t(1, 97.5%) = 12.7062; / sqrt(2)
        assertThat(data.totalTonnes().halfWidth95()[0]).isCloseTo(254.124, within(1e-3));
        assertThat(data.trucks()[0]).containsExactly(1, 0);
        assertThat(data.trucks()[1]).containsExactly(1, 0);
        assertThat(data.truckReplications()).isEqualTo(1);
    }

    @Test
    void single_days_go_from_the_10th_to_the_90th_percentile_of_the_replications_and_count_whole_trucks() {
        // Trucks and tonnes 1 to 10 in ten replications. Type 7: the 10th percentile lies 0.9 of the way from the first
        // to the second, the
        // 90th 0.1 of the way from the ninth to the tenth.
        List<DailyTable> tables = IntStream.rangeClosed(1, 10)
                .mapToObj(n -> new DailyTable(
                        List.of("a"),
                        List.of(new DailyTable.Cargo(new long[1], new long[] {n * 1_000_000_000L}, new long[1])),
                        new int[1],
                        new int[1],
                        new int[] {n},
                        new int[1],
                        new int[1]))
                .toList();
        RunData run = run(DAY, 0, tables, List.of());
        ThroughputData data = ThroughputData.of(run);

        assertThat(data.tonnesApart().low()[0]).isCloseTo(1.9, within(1e-12));
        assertThat(data.tonnesApart().high()[0]).isCloseTo(9.1, within(1e-12));
        assertThat(data.trucksApart().low()).containsExactly(1);
        assertThat(data.trucksApart().high()).containsExactly(10);
        assertThat(told("throughput", run, "percentile"))
                .containsExactly(
                        "trucks a day,10th percentile of single days,2 Sep,0.5,1,,",
                        "trucks a day,90th percentile of single days,2 Sep,0.5,10,,",
                        "tonnes a day,10th percentile of single days,2 Sep,0.5,1.9,,",
                        "tonnes a day,90th percentile of single days,2 Sep,0.5,9.1,,");
        assertThat(told("throughput", run(DAY, 0, tables.subList(0, 1), List.of()), "percentile"))
                .as("of one replication")
                .isEmpty();
    }

    @Test
    void a_truck_that_begins_the_day_before_has_its_date() {
        TripTable.Builder trips = new TripTable.Builder();
        trip(trips, 0, 16.1, 16.1, 16.1, 17, 17, 17, 17, 33, 34, 34, 34, 34, 35, 35, 43, 44, 44);
        DailyTable table = new DailyTable(
                List.of("a"),
                List.of(new DailyTable.Cargo(new long[3], new long[3], new long[3])),
                new int[3],
                new int[] {0, 1, 0},
                new int[3],
                new int[3],
                new int[3]);
        RunData run = run(3 * DAY, 0, List.of(table), List.of(trips.build()));

        assertThat(told("gantt", run, "min,loading"))
                .containsExactly("min,loading,\"truck 1, 16:06 on 2 Sep to 20:00\",2,54,,");
    }

    @Test
    void throughput_of_a_short_last_day_is_per_whole_day() {
        long[] tonnes = {40_000_000_000L, 40_000_000_000L};
        ThroughputData data =
                ThroughputData.of(run(DAY + 12 * HOUR, 0, List.of(days(tonnes, tonnes, new long[2])), List.of()));

        assertThat(data.tonnes()[0]).containsExactly(40, 80);
        assertThat(data.truckRows()).containsExactly("all cargo");
        assertThat(data.totalTonnes().halfWidth95()).containsOnly(Double.NaN);
    }

    @Test
    void long_runs_are_shown_in_weeks() {
        long[] tonnes = new long[140];
        tonnes[0] = 70_000_000_000L;
        tonnes[139] = 70_000_000_000L;
        ThroughputData data =
                ThroughputData.of(run(140 * DAY, 0, List.of(days(tonnes, new long[140], new long[140])), List.of()));

        assertThat(data.binDays()).isEqualTo(7);
        assertThat(data.tonnes()[0]).hasSize(20).startsWith(10).endsWith(10);
        assertThat(data.middles()).startsWith(3.5, 10.5);
        assertThat(data.lengths()).containsOnly(7);
    }

    @Test
    void the_last_bar_of_a_long_run_is_as_wide_as_the_days_it_holds() {
        ThroughputData data = ThroughputData.of(
                run(142 * DAY, 0, List.of(days(new long[142], new long[142], new long[142])), List.of()));

        assertThat(data.middles()).endsWith(136.5, 141);
        assertThat(data.lengths()).hasSize(21).startsWith(7).endsWith(7, 2);
    }

    @Test
    void the_day_of_the_time_space_diagram_is_one_on_which_trucks_cross() {
        TripTable.Builder trips = new TripTable.Builder();
        trip(trips, 0, 30, 30, 30, 30, 30, 30, 30, 32, 33);
        DailyTable table = new DailyTable(
                List.of("a"),
                List.of(new DailyTable.Cargo(new long[5], new long[5], new long[5])),
                new int[5],
                new int[] {0, 1, 0, 0, 0},
                new int[5],
                new int[5],
                new int[5]);
        TimeSpaceData data = TimeSpaceData.of(run(5 * DAY, 0, List.of(table), List.of(trips.build())));

        assertThat(data.day()).isEqualTo(1);
        assertThat(data.crossings()).hasSize(1);
    }

    @Test
    void long_waits_are_told_in_days() {
        assertThat(Words.minutes(0)).isEqualTo("0 min");
        assertThat(Words.minutes(0.52)).isEqualTo("0.5 min");
        assertThat(Words.minutes(190)).isEqualTo("3 h 10 min");
        assertThat(Words.minutes(47 * 60 + 59)).isEqualTo("47 h 59 min");
        assertThat(Words.minutes(173.5 * 60)).isEqualTo("7 d 6 h");
        assertThat(Words.minutes(48 * 60)).isEqualTo("2 d");
    }

    @Test
    void queue_counts_trucks_from_joining_until_they_enter() {
        QueueData out = QueueData.of(oneDay(), true);
        QueueData back = QueueData.of(oneDay(), false);

        assertThat(out.mean()[41]).as("06:50").isZero();
        assertThat(out.mean()[42]).as("07:00, the first has joined").isEqualTo(1);
        assertThat(out.mean()[48])
                .as("08:00, the first enters, the second joins")
                .isEqualTo(1);
        assertThat(out.mean()[51]).as("08:30, the second enters").isZero();
        assertThat(back.mean()[66]).as("11:00").isEqualTo(2);
        assertThat(back.mean()[143]).as("23:50, one never entered").isEqualTo(1);
        assertThat(out.days()).containsOnly(1);
    }

    @Test
    void queue_percentiles_are_over_days_and_leave_out_the_warm_up() {
        TripTable.Builder trips = new TripTable.Builder();
        for (int day = 0; day < 3; day++) {
            for (int k = 0; k < 2 * day; k++) {
                double z = 24 * day;
                trip(trips, 0, z, z, z, z, z, z, z + 7, z + 8);
            }
        }
        RunData run = run(3 * DAY, DAY, List.of(days(new long[3], new long[3], new long[3])), List.of(trips.build()));
        QueueData data = QueueData.of(run, true);

        assertThat(data.days()).containsOnly(2);
        assertThat(data.percentiles()[2][45]).as("median of 2 and 4").isEqualTo(3);
        assertThat(data.percentiles()[0][45]).as("5% of 2 and 4, type 7").isCloseTo(2.1, within(1e-12));
        assertThat(data.peak()).isCloseTo(3.9, within(1e-12));
    }

    /** Two trucks wait at 07:30 of each of two days; on a third none crosses, and nine wait from 07:00 on. */
    @Test
    void what_waits_on_days_without_a_crossing_does_not_press_the_fan_flat() throws IOException {
        TripTable.Builder trips = new TripTable.Builder();
        for (int k = 0; k < 4; k++) {
            double z = 24.0 * (k % 2);
            trip(trips, 0, z, z, z, z, z, z, z + 7, z + 8);
        }
        for (int k = 0; k < 9; k++) {
            trip(trips, 0, 48, 48, 48, 48, 48, 48, 55);
        }
        RunData run = run(3 * DAY, 0, List.of(days(new long[3], new long[3], new long[3])), List.of(trips.build()));

        assertThat(Charts.queue(run).svg())
                .asString(StandardCharsets.UTF_8)
                .contains("on days without a crossing 0 to 9 on average");
        assertThat(told("queue", run, "08:00,8,"))
                .contains("\"trucks, outbound\",mean of days without a crossing,08:00,8,9,,");
    }

    @Test
    void waits_are_said_in_units_that_read_best() {
        assertThat(List.of(0.0, 0.02, 0.5, 3.0, 73.4, 190.0, 10380.0))
                .extracting(Words::minutes)
                .containsExactly("0 min", "under 0.1 min", "0.5 min", "3 min", "73 min", "3 h 10 min", "7 d 5 h");
    }

    /** Trucks wait at 07:30 of each of two days; on a third nobody crosses, and none waits. */
    @Test
    void a_day_on_which_no_truck_crosses_does_not_lower_the_queue_of_the_others() {
        TripTable.Builder trips = new TripTable.Builder();
        for (int day = 0; day < 2; day++) {
            for (int k = 0; k < 4; k++) {
                double z = 24 * day;
                trip(trips, 0, z, z, z, z, z, z, z + 7, z + 8);
            }
        }
        trip(trips, 0, 48, 48, 48, 48, 48, 48, 55);
        RunData run = run(3 * DAY, 0, List.of(days(new long[3], new long[3], new long[3])), List.of(trips.build()));
        QueueData data = QueueData.of(run, true);

        assertThat(data.days()).containsOnly(2);
        assertThat(data.mean()[45]).isEqualTo(4);
        assertThat(data.percentiles()[0][45]).as("5% of the days").isEqualTo(4);
        assertThat(data.meanWithout()[45])
                .as("the one that waits through the third day")
                .isEqualTo(1);
        assertThat(QueueData.of(run, false).hasDaysWithout())
                .as("none crosses on any day: then all days are of one kind")
                .isFalse();
    }

    @Test
    void time_space_holds_every_crossing_of_the_hours_and_both_queues() {
        TimeSpaceData data = TimeSpaceData.of(oneDay());

        assertThat(TimeSpaceData.busiest(oneDay()).fromHour())
                .as("the first hour that holds 08:00 and 08:30 begins at 07:40")
                .isCloseTo(7 + 4 / 6.0, within(1e-12));
        assertThat(data.fromHour()).as("the night after is not simulated").isZero();
        assertThat(data.crossings())
                .containsExactly(
                        new TimeSpaceData.Crossing(true, 8, 9, true, List.of()),
                        new TimeSpaceData.Crossing(true, 8.5, 9.5, true, List.of()),
                        new TimeSpaceData.Crossing(true, 19, 20, false, List.of()));
        assertThat(data.outboundQueue().hours()).containsExactly(0, 7, 8, 8.5, 24);
        assertThat(data.outboundQueue().counts()).containsExactly(0, 1, 1, 0, 0);
        assertThat(data.returnQueue().max()).isEqualTo(2);
    }

    /** Four free crossings of an hour fix the median; then one stands from 12:30 to 14:00 half way, and two come behind it. */
    private static TripTable oneStands() {
        TripTable.Builder trips = new TripTable.Builder();
        for (double enter : new double[] {1, 3, 5, 7, 9}) {
            trip(trips, 0, 0, 0, 0, 0, 0, 0, 0, enter, enter + 1);
        }
        trip(trips, 0, 0, 0, 0, 0, 0, 0, 0, 12, 14.5);
        trip(trips, 0, 0, 0, 0, 0, 0, 0, 0, 12.25, 14.75);
        trip(trips, 0, 0, 0, 0, 0, 0, 0, 0, 14.5, 15.5);
        trips.brokeDown(new TripTable.Breakdown(5, true, Math.round(12.5 * HOUR), 14 * HOUR, 0.5));
        return trips.build();
    }

    @Test
    void who_breaks_down_stands_at_its_place_and_who_is_behind_waits_for_it() {
        List<BridgePaths.Path> paths = BridgePaths.of(oneStands(), null);

        assertThat(paths).extracting(BridgePaths.Path::row).containsExactly(5, 6);
        BridgePaths.Path broken = paths.get(0);
        assertThat(broken.nanos()).containsExactly(12.0 * HOUR, 12.5 * HOUR, 14.0 * HOUR, 14.5 * HOUR);
        assertThat(broken.shares()).containsExactly(0, 0.5, 0.5, 1);
        // Free until 12:45, where it meets the way of the first a quarter of an hour later; that one drives on at
        // 14:15.
        BridgePaths.Path behind = paths.get(1);
        assertThat(behind.shareAt(12.5 * HOUR)).isEqualTo(0.25);
        assertThat(behind.shareAt(12.75 * HOUR)).isEqualTo(0.5);
        assertThat(behind.shareAt(14.25 * HOUR)).isEqualTo(0.5);
        assertThat(behind.shareAt(14.5 * HOUR)).isEqualTo(0.75);
        assertThat(behind.shareAt(14.75 * HOUR)).isEqualTo(1);
        for (double t = 12; t < 14.5; t += 0.05) {
            assertThat(behind.shareAt(t * HOUR)).isLessThanOrEqualTo(broken.shareAt(t * HOUR));
        }
    }

    @Test
    void the_time_space_diagram_shows_who_stands() {
        RunData run = run(DAY, 0, List.of(days(new long[1], new long[1], new long[1])), List.of(oneStands()));
        TimeSpaceData data = TimeSpaceData.of(run);

        assertThat(data.standing()).containsExactly(new TimeSpaceData.Standing(12.5, 14, true, 0.5));
        assertThat(data.crossings().get(5).bends())
                .containsExactly(new TimeSpaceData.Bend(12.5, 0.5), new TimeSpaceData.Bend(14, 0.5));
        assertThat(data.crossings().get(7).bends()).isEmpty();
        assertThat(Charts.timeSpace(run).summary()).endsWith("One truck breaks down on the bridge.");
    }

    @Test
    void a_truck_that_stands_at_the_horizon_is_shown_until_then() {
        TripTable.Builder trips = new TripTable.Builder();
        trip(trips, 0, 0, 0, 0, 0, 0, 0, 0, 23);
        trips.brokeDown(new TripTable.Breakdown(0, true, Math.round(23.5 * HOUR), 25 * HOUR, 0.25));
        BridgePaths.Path path = BridgePaths.of(trips.build(), null).get(0);

        assertThat(path.shareAt(23.75 * HOUR)).isEqualTo(0.25);
        assertThat(path.shareAt(26.5 * HOUR))
                .as("three times as long for the rest")
                .isEqualTo(1);
    }

    @Test
    void waits_are_pooled_by_stage_and_stages_without_waiting_are_named() {
        WaitData data = WaitData.of(oneDay());

        assertThat(data.stages())
                .extracting(WaitData.Line::stage)
                .containsExactly(Stage.LOAD, Stage.OUTBOUND, Stage.UNLOAD, Stage.RETURN);
        assertThat(data.stages().get(0).minutes()).containsExactly(0, 60);
        assertThat(data.stages().get(0).median()).isEqualTo(30);
        assertThat(data.stages().get(0).p95()).isCloseTo(57, within(1e-9));
        assertThat(data.stages().get(3).minutes())
                .as("who still waits has not begun")
                .containsExactly(540);
        assertThat(data.withoutWait()).containsExactly("for a truck", "export customs", "import customs");
    }

    @Test
    void waits_belong_to_the_window_in_which_they_end() {
        RunData run = run(DAY, 7 * HOUR, oneDay().daily(), List.of(twoTrips()));

        assertThat(WaitData.of(run).stages().get(0).minutes())
                .as("loading began at 06:00 and 07:00")
                .containsExactly(60);
    }

    @Test
    void use_is_exact_time_in_service_and_the_union_of_crossings() {
        UseData data = UseData.of(oneDay());

        assertThat(data.stations()).containsExactly("loading", "unloading");
        assertThat(data.inService()[0][36]).as("06:00").isEqualTo(1);
        assertThat(data.inService()[0][47]).as("07:50").isEqualTo(1);
        assertThat(data.inService()[1][60]).as("10:00, the second unloads").isEqualTo(1);
        assertThat(java.util.Arrays.stream(data.outbound()).sum() / 6)
                .as("hours occupied, 8:00 to 9:30")
                .isCloseTo(1.5, within(1e-9));
        assertThat(java.util.Arrays.stream(data.outbound()).max()).hasValue(1);
    }

    @Test
    void backlog_is_the_mean_of_the_ends_of_days_with_its_interval() {
        DailyTable first = days(new long[2], new long[2], new long[] {100_000_000_000L, 50_000_000_000L});
        DailyTable second = days(new long[2], new long[2], new long[] {300_000_000_000L, 50_000_000_000L});
        BacklogData data = BacklogData.of(run(2 * DAY - 6 * HOUR, 0, List.of(first, second), List.of()));

        assertThat(data.days()).containsExactly(1, 1.75);
        assertThat(data.total().mean()).containsExactly(200, 50);
        assertThat(data.byCargo().get(0).halfWidth95()[0]).isCloseTo(1270.62, within(1e-2));
        assertThat(data.byCargo().get(0).halfWidth95()[1]).isZero();
        assertThat(data.clears()).isEmpty();
    }

    @Test
    void not_yet_delivered_is_what_was_consigned_since_the_start_less_what_was_unloaded() {
        DailyTable table = new DailyTable(
                List.of("a"),
                List.of(new DailyTable.Cargo(
                        new long[] {90_000_000_000L, 40_000_000_000L},
                        new long[] {30_000_000_000L, 80_000_000_000L},
                        new long[2])),
                new int[2],
                new int[2],
                new int[2],
                new int[2],
                new int[2]);

        assertThat(BacklogData.of(run(2 * DAY, 0, List.of(table), List.of()))
                        .undelivered()
                        .mean())
                .containsExactly(60, 20);
    }

    @Test
    void states_of_a_trucks_day_add_up_to_24_hours() {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        metrics.put("truck_h_per_day.idle", new Estimate(3, 120, Double.NaN, 2, 118, 122));
        metrics.put("truck_h_per_day.load", new Estimate(3, 40, Double.NaN, 1, 39, 41));
        metrics.put("truck_h_per_day.load.closed", new Estimate(3, 20, Double.NaN, 1, 19, 21));
        metrics.put("truck_h_per_day.outbound.control", new Estimate(3, 60, Double.NaN, 1, 59, 61));
        metrics.put("truck_h_per_day.export", new Estimate(3, 0, Double.NaN, 0, 0, 0));
        RunData base = oneDay();
        StateData data =
                StateData.of(new RunData("x", base.start(), DAY, 0, Double.NaN, base.daily(), List.of(), metrics));

        assertThat(data.trucks()).isEqualTo(10);
        assertThat(data.stages()).containsExactly("no consignment", "loading", "bridge, outbound");
        assertThat(data.total(0)).isEqualTo(12);
        assertThat(data.total(1)).isEqualTo(6);
        assertThat(data.total(0) + data.total(1) + data.total(2)).isEqualTo(24);
        assertThat(data.halfWidth95()[0][0]).isEqualTo(0.2);
    }

    @Test
    void a_response_bends_where_two_lines_meet_and_a_straight_one_does_not() {
        double[] x = {60, 80, 100, 120, 140, 160};

        // The lines meet at a tried value: what lies between it and its neighbours is not known.
        assertThat(BrokenLine.bend(x, new double[] {60, 80, 100, 110, 120, 130}))
                .containsExactly(1, 3);
        assertThat(BrokenLine.bend(x, new double[] {60, 80, 100, 100, 100, 100}))
                .containsExactly(1, 3);
        // They meet at 110, between 100 and 120; at 92, between 80 and 100.
        assertThat(BrokenLine.bend(x, new double[] {60, 80, 100, 110, 110, 110}))
                .containsExactly(2, 3);
        assertThat(BrokenLine.bend(x, new double[] {60, 80, 92, 92, 92, 92})).containsExactly(1, 2);
        assertThat(BrokenLine.bend(x, new double[] {6, 8, 10, 12, 14, 16})).isEmpty();
        assertThat(BrokenLine.bend(x, new double[] {6, 8.01, 10, 11.99, 14, 16}))
                .as("chance around a line")
                .isEmpty();
        assertThat(BrokenLine.bend(x, new double[] {60, Double.NaN, 100, 100, 100, Double.NaN}))
                .as("four points")
                .isEmpty();
    }

    @Test
    void observed_counts_are_scored_against_where_simulated_ones_lie() {
        ObservedFit.Period inside = new ObservedFit.Period(0, 100, 95, 90, 100);
        ObservedFit.Period below = new ObservedFit.Period(1, 80, 95, 90, 100);

        assertThat(ObservedData.of("outbound_trucks", Span.DAY, List.of(inside, below))
                        .shareInside())
                .isEqualTo(0.5);
        assertThat(ObservedData.of("outbound_trucks", Span.HOUR, List.of(inside))
                        .shareInside())
                .isEqualTo(1);
        assertThat(ObservedData.of("outbound_trucks", Span.HOUR, List.of(below)).days())
                .containsExactly(1.5 / 24);
        assertThat(ObservedData.of("outbound_trucks", Span.DAY, List.of()).shareInside())
                .isNaN();
    }

    @Test
    void a_run_without_days_or_without_a_window_is_refused() {
        assertThatThrownBy(() -> run(DAY, 0, List.of(), List.of())).hasMessageContaining("at least one replication");
        assertThatThrownBy(() -> run(DAY, DAY, oneDay().daily(), List.of())).hasMessageContaining("warm-up < horizon");
    }

    @Test
    void days_that_a_scenario_closes_or_changes_are_named_in_the_charts_over_days() throws IOException {
        RunData base = oneDay();
        WorldFacts context = new WorldFacts(
                946,
                false,
                List.of(new WorldFacts.Span(0, 0.25)),
                List.of(new WorldFacts.Span(0.5, 1)),
                List.of(0.75),
                Map.of());
        RunData run = new RunData(
                "x", base.start(), DAY, 0, base.daily(), List.of(), List.of(), Map.of(), List.of(), context);

        for (ConvoyChart chart : List.of(Charts.throughput(run), Charts.backlog(run))) {
            assertThat(chart.inline("c", 720, 380, 12))
                    .contains(">holiday of a bank<", ">bridge closed<", ">change of the world<");
        }
        assertThat(Charts.queue(oneDay()).inline("c", 720, 380, 12)).doesNotContain("night");
    }

    @Test
    void a_station_is_named_with_its_servers() {
        RunData base = oneDay();
        WorldFacts context =
                new WorldFacts(946, false, List.of(), List.of(), List.of(), Map.of(Stage.LOAD, 4, Stage.UNLOAD, 2));
        UseData data = UseData.of(new RunData(
                "x", base.start(), DAY, 0, base.daily(), base.trips(), List.of(), Map.of(), List.of(), context));

        assertThat(data.label(0)).isEqualTo("loading (4 servers)");
        assertThat(data.inService()[0][36]).as("06:00, one truck loads").isEqualTo(1);
        assertThat(UseData.of(base).label(0)).as("where servers are not known").isEqualTo("loading");
    }

    /** Four servers from 06:00 to 18:00 and two more from 10:00 to 14:00. */
    @Test
    void servers_on_shift_add_up_by_the_hour() throws IOException {
        RunData base = oneDay();
        List<WorldFacts.Duty> duties = List.of(
                new WorldFacts.Duty(DAY / 4, DAY / 4 * 3, 4), new WorldFacts.Duty(DAY / 24 * 10, DAY / 24 * 14, 2));
        WorldFacts world =
                new WorldFacts(946, false, List.of(), List.of(), List.of(), Map.of(), Map.of(Stage.LOAD, duties), null);
        RunData run = new RunData(
                "x", base.start(), DAY, 0, base.daily(), base.trips(), List.of(), Map.of(), List.of(), world);
        UseData data = UseData.of(run);

        assertThat(data.onShift()[0][35]).as("05:55").isZero();
        assertThat(data.onShift()[0][36]).as("06:05").isEqualTo(4);
        assertThat(data.onShift()[0][72]).as("12:05").isEqualTo(6);
        assertThat(data.onShift()[0][108]).as("18:05").isZero();
        assertThat(data.onShift()[1]).as("unloading has no shifts").isEmpty();
        assertThat(Charts.use(run).inline("c", 720, 380, 12)).contains(">6<").as("most servers on shift");
    }

    @Test
    void waits_say_how_many_do_not_wait() {
        assertThat(ShareCharts.noWait(new WaitData.Line(Stage.LOAD, "loading", new double[] {0, 0, 0, 10})))
                .isEqualTo("75% no wait");
    }

    @Test
    void what_is_0_on_every_day_is_drawn_as_0_and_idle_trucks_have_no_hours_of_a_trip() throws IOException {
        RunData none = run(2 * DAY, 0, List.of(days(new long[2], new long[2], new long[2])), List.of());
        RunData idle = new RunData(
                "x",
                none.start(),
                2 * DAY,
                0,
                946,
                none.daily(),
                List.of(),
                Map.of("truck_h_per_day.idle", new Estimate(2, 240, Double.NaN, 0, 240, 240)));

        assertThat(Charts.throughput(none).inline("c", 720, 380, 12)).doesNotContain("no data");
        assertThat(Charts.named("states", idle)).as("idle trucks make no trip").isEmpty();
    }

    @Test
    void the_one_point_of_a_day_is_seen() throws IOException {
        long[] tonnes = {40_000_000_000L};
        DailyTable table = new DailyTable(
                List.of("a"),
                List.of(new DailyTable.Cargo(tonnes, new long[1], tonnes)),
                new int[1],
                new int[1],
                new int[1],
                new int[1],
                new int[1]);

        assertThat(Charts.backlog(run(DAY, 0, List.of(table), List.of())).inline("c", 720, 380, 12))
                .as("40 t not yet delivered, a round dot at the end of the day, which is the right edge")
                .containsPattern("<path[^>]* d=\"M6[89][0-9.]+ [0-9.]+ C");
    }

    @Test
    void of_twenty_cargoes_those_with_most_tonnes_have_a_colour_each_and_the_rest_one_together() throws IOException {
        List<String> names = new ArrayList<>();
        List<DailyTable.Cargo> cargoes = new ArrayList<>();
        for (int c = 0; c < 20; c++) {
            names.add("cargo-" + c);
            long[] tonnes = {(c + 1) * 1_000_000_000L};
            cargoes.add(new DailyTable.Cargo(tonnes, tonnes, new long[1]));
        }
        RunData run = run(
                DAY,
                0,
                List.of(new DailyTable(names, cargoes, new int[1], new int[1], new int[1], new int[1], new int[1])),
                List.of());
        CargoGroups groups = CargoGroups.of(run);

        assertThat(groups.count()).isEqualTo(8);
        assertThat(java.util.stream.IntStream.range(0, 8).mapToObj(groups::color))
                .doesNotHaveDuplicates();
        assertThat(groups.label(0)).isEqualTo("cargo-13");
        assertThat(groups.label(7)).isEqualTo("the other 13 cargoes");
        assertThat(groups.sum(ThroughputData.of(run).tonnes())[7])
                .as("1 t to 13 t")
                .containsExactly(91);
        assertThat(Charts.throughput(run).inline("c", 340, 268, 11)).contains("the other 13 cargoes");
    }

    @Test
    void the_last_bar_of_a_part_of_a_week_is_told_apart_and_wide_intervals_do_not_set_the_axis() throws IOException {
        long[] one = new long[142];
        long[] two = new long[142];
        java.util.Arrays.fill(one, 90_000_000_000L);
        java.util.Arrays.fill(two, 110_000_000_000L);
        RunData run = run(
                142 * DAY,
                0,
                List.of(days(one, new long[142], new long[142]), days(two, new long[142], new long[142])),
                List.of());

        assertThat(ThroughputData.of(run).lastIsShort()).isTrue();
        // The half-width of 90 and 110 is 127: an interval that reached 227 would make the axis twice as high.
        assertThat(Charts.throughput(run).inline("c", 720, 380, 12))
                .contains("faint: a part of the last days")
                .contains("95% interval of the mean, cut off at the top")
                .contains(">100<")
                .doesNotContain(">200<");
    }

    @Test
    void observed_days_stand_apart_on_the_observed_dates_alone() throws IOException {
        List<ObservedFit.Period> days = List.of(
                new ObservedFit.Period(14, 100, 95, 90, 100),
                new ObservedFit.Period(15, 0, 0, 0, 0),
                new ObservedFit.Period(16, 80, 95, 90, 100));
        String svg = Charts.observed(oneDay(), ObservedData.of("outbound_trucks", Span.DAY, days))
                .inline("c", 720, 380, 12);

        assertThat(svg).contains(">16 Sep<", ">19 Sep<").doesNotContain(">2 Sep<", ">9 Sep<");
        assertThat(svg).contains("simulated, mean of the day");
    }

    @Test
    void curves_that_lie_on_each_other_are_named_together_and_no_two_share_a_colour() {
        double[][] means = {{1, 2}, {1, 2}, {3, 4}, {1, 2}};
        SweepData.Axis x = new SweepData.Axis("x", "", List.of("1", "2"), new double[] {1, 2});
        SweepData.Axis y = new SweepData.Axis("h", "s", List.of("10 s", "20 s", "30 s", "40 s"), new double[4]);
        SweepData data = new SweepData("t", "m", "", x, y, means, new double[4][2]);

        assertThat(data.distinctCurves()).extracting(SweepData.Curve::first).containsExactly(0, 2);
        assertThat(data.distinctCurves().get(0).label()).isEqualTo("10 s … 40 s, 3 alike");
        assertThat(StudyCharts.spread(20, 7))
                .hasSize(7)
                .startsWith(0)
                .endsWith(19)
                .doesNotHaveDuplicates();
        assertThat(StudyCharts.spread(3, 7)).containsExactly(0, 1, 2);
    }

    @Test
    void a_difference_of_nothing_is_equal_and_not_undecided() throws IOException {
        ComparisonData.Difference equal = new ComparisonData.Difference("b", 0, 0, Verdict.EQUAL);

        assertThat(Charts.comparison(new ComparisonData(
                                "a", "t", List.of(new ComparisonData.MetricDifferences("m", "t", List.of(equal)))))
                        .inline("c", 720, 180, 12))
                .contains("equal");
    }
}
