package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;

/** Oracle: a list in memory. */
class StoredResultsTest {

    private static final int RUN = 700;

    private static final BridgeModel MODEL = new BridgeModel(config(), replication -> replication % 300 == 5);

    private static ConvoyConfig config() {
        Scenario scenario = new ScenarioLoader()
                .load("day-and-night", List.of("horizon=2 d", "warm-up=0 d", "fleet.trucks=20"))
                .scenario();
        return Objects.requireNonNull(scenario).config();
    }

    private static String bytes(ReplicationResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            ResultData.write(result, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    @Test
    void what_was_added_is_there_in_its_order_in_memory_or_not() {
        Replicator<ReplicationResult> replicator = MODEL.newReplicator();
        List<String> expected = new ArrayList<>();
        StoredResults stored = new StoredResults(300);
        for (int r = 1; r <= RUN; r++) {
            ReplicationResult result = replicator.replicate(Streams.of(1, r));
            expected.add(bytes(result));
            stored.add(result);
        }
        assertThat(stored).hasSize(RUN);
        assertThat(stored.stream().map(StoredResultsTest::bytes)).containsExactlyElementsOf(expected);
        for (int i : new int[] {0, 299, 300, 699, 427, 428, 604, 305}) {
            assertThat(bytes(stored.get(i))).isEqualTo(expected.get(i));
        }
        // Of those with trips, the first lies in memory and two behind it.
        assertThat(stored.stream().filter(r -> r.trips() != null).map(ReplicationResult::replication))
                .containsExactly(5, 305, 605);
        assertThat(DailyTables.of(stored)).hasSize(RUN).allMatch(days -> days.days() == 2);
    }

    private static long alive(List<WeakReference<ReplicationResult>> results) {
        return results.stream().filter(result -> result.get() != null).count();
    }

    @Test
    void results_beyond_the_first_ones_do_not_stay_in_memory() {
        Replicator<ReplicationResult> replicator = MODEL.newReplicator();
        StoredResults stored = new StoredResults(10);
        List<WeakReference<ReplicationResult>> added = new ArrayList<>();
        for (int r = 1; r <= RUN; r++) {
            ReplicationResult result = replicator.replicate(Streams.of(1, r));
            added.add(new WeakReference<>(result));
            stored.add(result);
        }
        // Ten in memory, and at most a block of 128 that is not whole yet.
        for (int i = 0; i < 50 && alive(added) > 10 + 128; i++) {
            System.gc();
        }
        assertThat(alive(added)).isBetween(10L, 10L + 128);
        assertThat(stored).hasSize(RUN);
    }
}
