package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.WorldFacts;
import org.junit.jupiter.api.Test;

/** Numbers of charts with return loads, for one trip that can be checked by hand. */
class ReturnLoadChartsTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;
    private static final List<String> CARGOES = List.of("cloth", "shirts");

    /** Unloaded at 10 h; the shirts wait 30 min for loading, 12 min for import customs on return, and are unloaded at 26 h. */
    private static TripTable trip() {
        TripTable.Builder trips = new TripTable.Builder(true);
        int row = trips.add(1, 0, 40_000_000_000L);
        trips.returnLoad(row, 1, 6_000_000_000L);
        Map.ofEntries(
                        Map.entry(TripTime.CONSIGNED, 6.0),
                        Map.entry(TripTime.ASSIGNED, 6.0),
                        Map.entry(TripTime.LOAD_START, 6.0),
                        Map.entry(TripTime.LOAD_END, 7.0),
                        Map.entry(TripTime.ROAD_ORIGIN_OUT_END, 7.0),
                        Map.entry(TripTime.EXPORT_START, 7.0),
                        Map.entry(TripTime.EXPORT_END, 7.0),
                        Map.entry(TripTime.OUTBOUND_QUEUED, 7.0),
                        Map.entry(TripTime.OUTBOUND_ENTER, 7.0),
                        Map.entry(TripTime.OUTBOUND_EXIT, 8.0),
                        Map.entry(TripTime.IMPORT_START, 8.0),
                        Map.entry(TripTime.IMPORT_END, 8.0),
                        Map.entry(TripTime.ROAD_DESTINATION_OUT_END, 9.0),
                        Map.entry(TripTime.UNLOAD_START, 9.0),
                        Map.entry(TripTime.UNLOAD_END, 10.0),
                        Map.entry(TripTime.RETURN_CONSIGNED, 5.0),
                        Map.entry(TripTime.RETURN_ASSIGNED, 10.0),
                        Map.entry(TripTime.RETURN_LOAD_START, 10.5),
                        Map.entry(TripTime.RETURN_LOAD_END, 11.5),
                        Map.entry(TripTime.ROAD_DESTINATION_BACK_END, 12.5),
                        Map.entry(TripTime.RETURN_EXPORT_START, 12.5),
                        Map.entry(TripTime.RETURN_EXPORT_END, 13.0),
                        Map.entry(TripTime.RETURN_QUEUED, 13.0),
                        Map.entry(TripTime.RETURN_ENTER, 13.0),
                        Map.entry(TripTime.RETURN_EXIT, 14.0),
                        Map.entry(TripTime.RETURN_IMPORT_START, 14.2),
                        Map.entry(TripTime.RETURN_IMPORT_END, 15.2),
                        Map.entry(TripTime.ROAD_ORIGIN_BACK_END, 25.0),
                        Map.entry(TripTime.RETURN_UNLOAD_START, 25.0),
                        Map.entry(TripTime.RETURN_UNLOAD_END, 26.0),
                        Map.entry(TripTime.AVAILABLE, 26.0))
                .forEach((time, hours) -> trips.reached(row, time, Math.round(hours * HOUR)));
        return trips.build();
    }

    private static RunData run() {
        DailyTable.Cargo none = new DailyTable.Cargo(new long[2], new long[2], new long[2]);
        DailyTable days = new DailyTable(
                CARGOES, List.of(none, none), new int[2], new int[2], new int[2], new int[2], new int[2]);
        WorldFacts world = new WorldFacts(
                946,
                false,
                List.of(),
                List.of(),
                List.of(),
                Map.of(Stage.LOAD, 2, Stage.UNLOAD, 2, Stage.RETURN_LOAD, 1));
        return new RunData(
                "x",
                LocalDate.of(2024, 9, 2),
                2 * DAY,
                0,
                List.of(days),
                List.of(trip()),
                List.of(),
                Map.of(),
                List.of(),
                world);
    }

    @Test
    void a_return_load_is_a_truckload_of_its_cargo_on_the_day_it_is_unloaded() {
        ThroughputData data = ThroughputData.of(run());

        assertThat(data.trucks()[0]).containsExactly(1, 0);
        assertThat(data.trucks()[1]).containsExactly(0, 1);
        assertThat(data.totalTrucks().mean()).containsExactly(1, 1);
    }

    @Test
    void the_waits_before_the_stages_of_a_return_load_are_shown() {
        WaitData data = WaitData.of(run());

        assertThat(data.stages())
                .extracting(WaitData.Line::stage)
                .containsExactly(Stage.RETURN_LOAD, Stage.RETURN_IMPORT);
        assertThat(data.stages()).extracting(WaitData.Line::median).containsExactly(30.0, 12.0);
        assertThat(data.withoutWait()).contains("export customs, return", "unloading, return");
    }

    @Test
    void stations_of_return_loads_are_shown_as_shares_of_their_servers() {
        UseData data = UseData.of(run());

        assertThat(data.stations()).contains("loading, return", "unloading, return");
        assertThat(data.servers()[data.stations().indexOf("loading, return")]).isEqualTo(1);
    }
}
