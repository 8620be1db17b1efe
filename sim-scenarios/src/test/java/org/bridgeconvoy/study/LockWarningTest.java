package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Evidence;
import org.bridgeconvoy.result.Lock;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LockWarningTest {

    private static ReplicationResult result(int replication, @Nullable Lock lock) {
        DailyTable none =
                new DailyTable(List.of(), List.of(), new int[0], new int[0], new int[0], new int[0], new int[0]);
        return new ReplicationResult(
                replication, new MetricValues(List.of(), new double[0]), none, null, 0, Evidence.NONE, lock);
    }

    @Test
    void it_says_how_many_have_locked_and_of_the_first_since_when_and_on_what() {
        Lock lock = new Lock(86_400_000_000_000L + 3_661_500_000_000L, "5 trucks wait for an outbound convoy of 10");

        assertThat(LockWarning.of(LocalDate.of(2025, 3, 3), List.of(result(1, null), result(2, lock), result(3, lock))))
                .hasValue("2 of 3 replications locked, so nothing moves any more and nothing to come changes that:"
                        + " replication 2 since 2025-03-04 01:01:01, 5 trucks wait for an outbound convoy of 10; change"
                        + " what they wait for, or end the run before");
        assertThat(LockWarning.of(LocalDate.of(2025, 3, 3), List.of(result(1, null))))
                .isEmpty();
    }
}
