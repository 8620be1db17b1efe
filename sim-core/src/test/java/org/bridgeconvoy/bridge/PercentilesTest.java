package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model gives that leaves percentiles out. */
class PercentilesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void all_but_percentiles_are_the_same_to_the_bit(long seed) {
        BridgeModel model = RandomWorlds.draw(seed).model();
        List<ReplicationResult> whole = List.of(
                model.newReplicator().replicate(Streams.of(seed, 1)),
                model.newReplicator().replicate(Streams.of(seed, 2)));
        // One replicator for both: it begins anew each time.
        var replicator = model.withoutPercentiles().newReplicator();
        for (int r = 0; r < whole.size(); r++) {
            ReplicationResult without = replicator.replicate(Streams.of(seed, r + 1));
            for (Metric metric : model.metrics()) {
                double expected = metric.isPercentile()
                        ? Double.NaN
                        : whole.get(r).metrics().value(metric);
                assertThat(Double.valueOf(without.metrics().value(metric)))
                        .as(metric.name())
                        .isEqualTo(Double.valueOf(expected));
            }
            assertThat(without.daily())
                    .usingRecursiveComparison()
                    .isEqualTo(whole.get(r).daily());
        }
    }
}
