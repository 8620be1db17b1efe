package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.ReplicationException;
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
