package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.experiment.point.PointExperiment;
import org.bridgeconvoy.experiment.point.PointTask;
import org.junit.jupiter.api.Test;

class FailuresTest {

    @Test
    void a_failed_replication_is_told_with_its_number_its_time_and_its_reason() {
        Event broken = sim -> {
            throw new IllegalStateException("a truck too many\nsecond line");
        };
        ReplicationException failure = catchThrowableOfType(
                ReplicationException.class,
                () -> new Experiment(7, 12).estimate(streams -> {
                    Simulation sim = new Simulation();
                    sim.schedule(2_500_000_000L, streams.replication() < 12 ? s -> {} : broken);
                    sim.run();
                    return 0;
                }));

        assertThat(Failures.describe(failure)).isEqualTo("replication 12 failed at t=2.5 s (seed 7): a truck too many");
    }

    @Test
    void a_failed_world_is_told_with_its_values() {
        ReplicationException failure = catchThrowableOfType(
                ReplicationException.class,
                () -> new PointExperiment<double[]>(
                                7,
                                point -> () -> streams -> {
                                    throw new IllegalStateException("a truck too many");
                                })
                        .naming(point -> "world " + (point + 1) + " (fleet.trucks=100, bridge.headway=20 s)")
                        .run(List.of(new PointTask(3, 2, 2)), (task, replication, row) -> {}));

        assertThat(Failures.describe(failure))
                .isEqualTo("replication 2 of world 4 (fleet.trucks=100, bridge.headway=20 s) failed (seed 7):"
                        + " a truck too many");
    }

    @Test
    void where_memory_ran_out_the_message_says_what_helps_and_blames_no_replication() {
        ReplicationException failure = catchThrowableOfType(
                ReplicationException.class,
                () -> new Experiment(7, 12).estimate(streams -> {
                    throw new OutOfMemoryError("Java heap space");
                }));

        assertThat(Failures.isOutOfMemory(failure)).isTrue();
        assertThat(Failures.describe(failure))
                .contains("out of memory", "--trips none", "--threads", "-Xmx8g")
                .doesNotContain("--only", "replication 1 ");
    }

    @Test
    void a_failure_without_words_is_told_by_its_kind() {
        assertThat(Failures.describe(new IllegalStateException())).isEqualTo("IllegalStateException");
    }
}
