package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.point.PointException;
import org.bridgeconvoy.experiment.point.PointExperiment;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointSink;
import org.bridgeconvoy.experiment.point.PointTask;
import org.junit.jupiter.api.Test;

class PointTaskTest {

    @Test
    void counts_both_ends() {
        assertThat(new PointTask(0, 3, 7).replications()).isEqualTo(5);
        assertThat(new PointTask(2, 4, 4).replications()).isEqualTo(1);
    }

    @Test
    void refuses_numbers_out_of_range() {
        assertThatThrownBy(() -> new PointTask(-1, 1, 1)).hasMessageContaining("point must be >= 0, got -1");
        assertThatThrownBy(() -> new PointTask(0, 0, 1)).hasMessageContaining("got 0 to 1");
        assertThatThrownBy(() -> new PointTask(0, 2, 1)).hasMessageContaining("got 2 to 1");
    }

    @Test
    void a_runner_may_be_a_function() {
        PointRunner runner = tasks ->
                tasks.stream().map(t -> new double[t.replications()][1]).toList();

        assertThat(runner.run(List.of(new PointTask(0, 1, 2)))).hasSize(1);
    }

    @Test
    void results_of_any_kind_come_in_order_and_a_failure_names_its_point() {
        List<String> heard = new ArrayList<>();
        PointSink<String> sink = (task, replication, result) -> heard.add(task + ":" + replication + result);
        new PointExperiment<String>(3, point -> () -> streams -> "p" + point)
                .run(List.of(new PointTask(4, 2, 3), new PointTask(1, 1, 1)), sink);

        assertThat(heard).containsExactly("0:2p4", "0:3p4", "1:1p1");
        PointExperiment<String> broken = new PointExperiment<>(
                3,
                point -> () -> streams -> {
                    throw new IllegalStateException("no");
                });
        assertThatThrownBy(() -> broken.run(List.of(new PointTask(4, 2, 3)), sink))
                .isInstanceOfSatisfying(
                        PointException.class, e -> assertThat(e.point()).isEqualTo(4));
    }
}
