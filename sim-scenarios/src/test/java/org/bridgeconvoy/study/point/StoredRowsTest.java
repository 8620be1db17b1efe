package org.bridgeconvoy.study.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.study.Batch;
import org.junit.jupiter.api.Test;

class StoredRowsTest {

    /** A store of replications 1 to 3 of each point, whose only number says which it is. */
    private static final RowStore STORE = new RowStore() {
        @Override
        public Optional<double[]> take(int point, int replication) {
            return replication > 3 ? Optional.empty() : Optional.of(new double[] {10 * point + replication});
        }

        @Override
        public void save(int point, int replication, double[] row) {
            throw new AssertionError("nothing is run that could be saved");
        }
    };

    private static Batch<double[]> batch(List<PointTask> tasks, List<String> heard) {
        return new Batch<>(
                1,
                tasks,
                point -> {
                    throw new AssertionError("nothing is run");
                },
                null,
                (done, planned) -> heard.add(done + "/" + planned),
                null);
    }

    @Test
    void gives_the_stored_rows_in_the_order_of_the_tasks() {
        List<String> heard = new ArrayList<>();
        List<PointTask> tasks = List.of(new PointTask(4, 2, 3), new PointTask(0, 1, 1));

        new StoredRows(STORE)
                .run(
                        batch(tasks, heard),
                        (task, replication, row) -> heard.add(task + ":" + replication + "=" + row[0]));

        assertThat(heard).containsExactly("0:2=42.0", "1/3", "0:3=43.0", "2/3", "1:1=1.0", "3/3");
    }

    @Test
    void a_replication_that_no_shard_has_is_named() {
        StoredRows rows = new StoredRows(STORE);

        assertThatThrownBy(() -> rows.run(batch(List.of(new PointTask(4, 3, 5)), new ArrayList<>()), (t, r, row) -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no shard has replication 4 of point 5; run the shards again");
    }
}
