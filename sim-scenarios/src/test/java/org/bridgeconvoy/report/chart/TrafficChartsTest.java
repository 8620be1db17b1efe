package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.WorldFacts;
import org.junit.jupiter.api.Test;

/** Charts of a day with one truck, two cars outbound and a tractor on return; every number is worked out by hand. */
class TrafficChartsTest {

    private static final List<TrafficTable.Name> NAMES =
            List.of(new TrafficTable.Name("cars", true), new TrafficTable.Name("tractors", false));

    private static long hours(double hours) {
        return Math.round(hours * Nanos.HOUR);
    }

    /** Joins, enters and leaves at these hours. */
    private static void vehicle(TrafficTable.Builder vehicles, int name, double... times) {
        int row = vehicles.add(name);
        for (int i = 0; i < times.length; i++) {
            vehicles.reached(row, TrafficTime.values()[i], hours(times[i]));
        }
    }

    /** The cars wait half an hour and none, from 8:30 and at 9:00; the tractor waits an hour, stands from 10:30 to 11:30 half way, and leaves at 12. */
    private static TrafficTable vehicles() {
        TrafficTable.Builder vehicles = new TrafficTable.Builder();
        vehicle(vehicles, 0, 8, 8.5, 9);
        vehicle(vehicles, 0, 9, 9, 9.5);
        vehicle(vehicles, 1, 9, 10, 12);
        vehicles.brokeDown(new TrafficTable.Breakdown(2, hours(10.5), hours(11.5), 0.5));
        return vehicles.build(NAMES);
    }

    /** Enters at 8:45, after a quarter of an hour, and leaves at 9:15. */
    private static TripTable trip() {
        TripTable.Builder trips = new TripTable.Builder();
        int row = trips.add(1, 0, 1_000_000_000L);
        TripTime[] times = {TripTime.CONSIGNED, TripTime.ASSIGNED, TripTime.LOAD_START, TripTime.LOAD_END};
        for (TripTime time : times) {
            trips.reached(row, time, hours(8));
        }
        trips.reached(row, TripTime.EXPORT_START, hours(8));
        trips.reached(row, TripTime.EXPORT_END, hours(8));
        trips.reached(row, TripTime.OUTBOUND_QUEUED, hours(8.5));
        trips.reached(row, TripTime.OUTBOUND_ENTER, hours(8.75));
        trips.reached(row, TripTime.OUTBOUND_EXIT, hours(9.25));
        return trips.build();
    }

    private static RunData run(boolean trucks) {
        DailyTable.Cargo none = new DailyTable.Cargo(new long[1], new long[1], new long[1]);
        DailyTable daily = new DailyTable(
                trucks ? List.of("flour") : List.of(),
                trucks ? List.of(none) : List.of(),
                new int[1],
                new int[] {trucks ? 1 : 0},
                new int[1],
                new int[1],
                new int[1]);
        return new RunData(
                "village",
                LocalDate.of(2025, 3, 3),
                Nanos.DAY,
                0,
                List.of(daily),
                trucks ? List.of(trip()) : List.of(),
                List.of(vehicles()),
                Map.of(),
                List.of(),
                WorldFacts.ofLength(100));
    }

    @Test
    void exits_are_counted_in_the_hour_and_waits_in_their_slots_by_name() {
        TrafficData data = TrafficData.of(run(false));

        assertThat(data.names()).containsExactly("cars", "tractors");
        // At 9:00 and 9:30 a car leaves, at 12:00 the tractor.
        assertThat(data.exitsPerHour()[0][8]).isZero();
        assertThat(data.exitsPerHour()[0][9]).isEqualTo(2);
        assertThat(data.exitsPerHour()[1][12]).isEqualTo(1);
        assertThat(data.busiestHour()).isEqualTo(9);
        // Slots of ten minutes: a car waits from 8:00 to 8:30, the tractor from 9:00 to 10:00.
        assertThat(data.waiting()[0][48]).isEqualTo(1);
        assertThat(data.waiting()[0][50]).isEqualTo(1);
        assertThat(data.waiting()[0][51]).isZero();
        assertThat(data.waiting()[1][54]).isEqualTo(1);
        assertThat(data.waiting()[1][59]).isEqualTo(1);
        assertThat(data.waiting()[1][60]).isZero();
    }

    @Test
    void trucks_and_vehicles_wait_in_one_queue_and_occupy_the_lane_together() {
        QueueData out = QueueData.of(run(true), true);
        UseData use = UseData.of(run(true));

        // The car waits until 8:30, the truck from 8:30 to 8:45; the look at 8:30 finds the truck alone.
        assertThat(out.mean()[48]).isEqualTo(1);
        assertThat(out.mean()[51]).isEqualTo(1);
        assertThat(out.mean()[53]).isZero();
        // Car 8:30-9:00, truck 8:45-9:15 and car 9:00-9:30: together 8:30 to 9:30.
        assertThat(use.outbound()[50]).isZero();
        assertThat(use.outbound()[51]).isEqualTo(1);
        assertThat(use.outbound()[56]).isEqualTo(1);
        assertThat(use.outbound()[57]).isZero();
        assertThat(use.back()[60]).isEqualTo(1);
        assertThat(use.back()[71]).isEqualTo(1);
        assertThat(use.back()[72]).isZero();
    }

    @Test
    void the_time_space_diagram_has_trucks_vehicles_and_who_stands() {
        TimeSpaceData data = TimeSpaceData.of(run(true));

        assertThat(data.crossings())
                .containsExactly(
                        new TimeSpaceData.Crossing(false, 8.5, 9, true, List.of()),
                        new TimeSpaceData.Crossing(true, 8.75, 9.25, true, List.of()),
                        new TimeSpaceData.Crossing(false, 9, 9.5, true, List.of()),
                        new TimeSpaceData.Crossing(
                                false,
                                10,
                                12,
                                false,
                                List.of(new TimeSpaceData.Bend(10.5, 0.5), new TimeSpaceData.Bend(11.5, 0.5))));
        assertThat(data.standing()).containsExactly(new TimeSpaceData.Standing(10.5, 11.5, false, 0.5));
        assertThat(data.outboundQueue().max()).isEqualTo(1);
        assertThat(Charts.timeSpace(run(true)).summary())
                .isEqualTo(
                        "1 trucks cross outbound and 0 return, 2 vehicles cross outbound and 1 return; at most 1 wait outbound"
                                + " and 1 on return. One truck or vehicle breaks down on the bridge.");
    }

    @Test
    void waits_of_vehicles_are_told_by_name() {
        WaitData both = WaitData.of(run(true));
        WaitData alone = WaitData.of(run(false));

        assertThat(both.stages())
                .extracting(WaitData.Line::label)
                .containsExactly("bridge, outbound", "cars", "tractors");
        assertThat(alone.stages()).extracting(WaitData.Line::label).containsExactly("cars", "tractors");
        assertThat(alone.stages().get(0).minutes()).containsExactly(0, 30);
        assertThat(alone.stages().get(1).minutes()).containsExactly(60);
        assertThat(alone.withoutWait()).isEmpty();
    }

    @Test
    void through_traffic_alone_has_no_chart_of_trucks_and_its_charts_speak_of_vehicles() throws IOException {
        RunData run = run(false);

        assertThat(Charts.NAMES.stream().filter(n -> Charts.named(n, run).isPresent()))
                .containsExactly("curves", "week", "traffic", "queue", "time-space", "time-space-hour", "waits", "use");
        for (String name :
                List.of("curves", "week", "traffic", "queue", "time-space", "time-space-hour", "waits", "use")) {
            ConvoyChart chart = Charts.named(name, run).orElseThrow();
            assertThat(new String(chart.svg(), StandardCharsets.UTF_8))
                    .as(name)
                    .doesNotContainIgnoringCase("truck")
                    .doesNotContain("NaN");
            assertThat(chart.summary()).as(name).doesNotContainIgnoringCase("truck");
        }
        assertThat(new String(Charts.timeSpace(run(true)).svg(), StandardCharsets.UTF_8))
                .contains("vehicles outbound", "vehicles on return", "trucks outbound", "trucks on return");
    }

    @Test
    void of_a_dense_hour_the_busiest_quarter_is_shown() {
        TrafficTable.Builder vehicles = new TrafficTable.Builder();
        // One in 20 s from 7:00 to 8:00, and one in 10 s from 7:30 to 7:45.
        for (int i = 0; i < 180; i++) {
            vehicle(vehicles, 0, 7 + i / 180.0, 7 + i / 180.0, 7.1 + i / 180.0);
        }
        for (int i = 0; i < 90; i++) {
            vehicle(vehicles, 0, 7.5 + i / 360.0, 7.5 + i / 360.0, 7.6 + i / 360.0);
        }
        RunData dense = new RunData(
                "dense",
                LocalDate.of(2025, 3, 3),
                Nanos.DAY,
                0,
                run(false).daily(),
                List.of(),
                List.of(vehicles.build(NAMES)),
                Map.of(),
                List.of(),
                WorldFacts.ofLength(100));

        TimeSpaceData data = TimeSpaceData.busiest(dense);

        assertThat(data.fromHour()).isEqualTo(7.5);
        assertThat(data.untilHour()).isEqualTo(7.75);
    }
}
