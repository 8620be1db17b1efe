package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: what was put into the table, and a run that keeps its trips in memory. */
class TripFileTest {

    private static ReplicationResult result(int replication, int trips) {
        TripTable.Builder table = new TripTable.Builder(true);
        for (int i = 0; i < trips; i++) {
            table.add(i + 1, i % 3, 1_000L * i);
            table.reached(i, TripTime.CONSIGNED, number(replication, i));
            if (i % 2 == 0) {
                table.returnLoad(i, 1, i);
                table.reached(i, TripTime.ROAD_ORIGIN_BACK_END, -number(replication, i));
            }
        }
        table.brokeDown(new TripTable.Breakdown(3, true, 4, 5, 0.5));
        DailyTable none =
                new DailyTable(List.of(), List.of(), new int[1], new int[1], new int[1], new int[1], new int[1]);
        return new ReplicationResult(replication, new MetricValues(List.of(), new double[0]), none, table.build(), 0);
    }

    private static long number(int replication, int i) {
        return replication * 1_000_000_000_000L + i;
    }

    private static void isWhole(ReplicationResult result, int trips) {
        TripTable table = Objects.requireNonNull(result.trips());
        assertThat(table.size()).isEqualTo(trips);
        assertThat(table.breakdowns()).hasSize(1);
        for (int i = 0; i < trips; i++) {
            assertThat(table.truck(i)).isEqualTo(i + 1);
            assertThat(table.cargo(i)).isEqualTo(i % 3);
            assertThat(table.loadMilligrams(i)).isEqualTo(1_000L * i);
            assertThat(table.time(i, TripTime.CONSIGNED)).isEqualTo(number(result.replication(), i));
            assertThat(table.time(i, TripTime.ASSIGNED)).isEqualTo(TripTable.NOT_REACHED);
            assertThat(table.returnCargo(i)).isEqualTo(i % 2 == 0 ? 1 : TripTable.EMPTY);
            assertThat(table.time(i, TripTime.ROAD_ORIGIN_BACK_END))
                    .isEqualTo(i % 2 == 0 ? -number(result.replication(), i) : TripTable.NOT_REACHED);
        }
    }

    @Test
    void tables_are_the_same_in_memory_and_in_the_file() {
        TripFile file = new TripFile(100_000);
        int[] sizes = {0, 1, 256, 257, 4_095, 4_096, 4_097, 9_000};
        List<ReplicationResult> taken = new ArrayList<>();
        for (int size : sizes) {
            taken.add(file.take(result(taken.size() + 1, size)));
        }
        for (int i = 0; i < sizes.length; i++) {
            isWhole(taken.get(i), sizes[i]);
        }
    }

    @Test
    void several_threads_may_read_one_table() {
        ReplicationResult stored = new TripFile(0).take(result(1, 9_000));
        List<Boolean> good = IntStream.range(0, 4)
                .parallel()
                .mapToObj(thread -> {
                    isWhole(stored, 9_000);
                    return true;
                })
                .toList();
        assertThat(good).hasSize(4);
    }

    @Test
    void rows_are_stored_as_soon_as_the_trips_of_a_block_have_ended() {
        List<long[]> stored = new ArrayList<>();
        TripTable.Builder table = new TripTable.Builder(true, block -> {
            stored.add(block);
            return () -> block;
        });
        for (int i = 0; i < 12_288; i++) {
            table.add(i + 1, 0, i);
            table.reached(i, TripTime.ROAD_ORIGIN_BACK_END, i);
            if (i != 4_095) {
                table.reached(i, TripTime.AVAILABLE, i);
            }
        }
        assertThat(stored).hasSize(2);
        table.reached(4_095, TripTime.AVAILABLE, 20_000);
        assertThat(stored).hasSize(3);
        table.add(1, 0, 12_288);
        TripTable trips = table.build();

        assertThat(stored).hasSize(4);
        assertThat(trips.size()).isEqualTo(12_289);
        for (int i = 0; i < trips.size(); i++) {
            assertThat(trips.loadMilligrams(i)).isEqualTo(i);
            assertThat(trips.time(i, TripTime.AVAILABLE))
                    .isEqualTo(i == 4_095 ? 20_000 : i == 12_288 ? TripTable.NOT_REACHED : i);
        }
    }

    /** Return loads, roads, breakdowns, fleets that change: a run that stores trips while it goes on gives the table of one that does not. */
    @ParameterizedTest
    @ValueSource(strings = {"garments-return", "double-demand", "relief-fleet"})
    void a_run_gives_the_same_trips_wherever_they_are(String name) throws IOException {
        LoadResult loaded = new ScenarioLoader().load(name, List.of("horizon=120 d"));
        Scenario scenario = Objects.requireNonNull(loaded.scenario(), () -> String.valueOf(loaded.problems()));
        Wanted.Everything wanted = new Wanted.Everything(2, 0, false);
        BridgeModel model = wanted.model(scenario.config());
        Replicator<ReplicationResult> here = model.newReplicator();
        Replicator<ReplicationResult> filling = new TripFile.Filling(model, new TripFile(0)).newReplicator();
        for (int replication = 1; replication <= 2; replication++) {
            ReplicationResult one = here.replicate(Streams.of(7, replication));
            assertThat(Objects.requireNonNull(one.trips()).size()).isGreaterThan(4_096);
            assertThat(bytes(filling.replicate(Streams.of(7, replication)))).isEqualTo(bytes(one));
        }
    }

    private static byte[] bytes(ReplicationResult result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            ResultData.write(result, out);
        }
        return bytes.toByteArray();
    }
}
