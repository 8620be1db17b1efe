package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;

/** Oracle: what was put into the table. */
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
        TripFile file = new TripFile(300);
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
}
