package org.bridgeconvoy.bridge.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds runs of the model to the slow reference over drawn worlds: every column of every trip to the nanosecond, days, breakdowns,
 * truck-hours by state, and every metric. A failure prints the seed and the world; {@code DrawnWorld.draw(seed)} gives it again.
 */
class ReferenceTest {

    /** How many worlds a build has time for. */
    static final long FEW = 250;

    /** The first world of the long search, and how many it looks at. */
    static final long FROM = 1_000;

    static final long MANY = 5_000;

    /** After how many failures it stops. */
    private static final int FAILURES = Integer.getInteger("reference.failures", 1);

    /**
     * Metrics that no drawn world has: what a world costs is the builder's to say, days of recovery are only in answers, and errors
     * need a table of what was observed.
     */
    private static final Set<MetricFamily> NOT_OF_A_RUN = Set.of(
            MetricFamily.COST,
            MetricFamily.RECOVERY_D,
            MetricFamily.OBSERVED_ERROR,
            MetricFamily.OBSERVED_RMSE,
            MetricFamily.OBSERVED_MAPE);

    /** Compares, and gives what occurred: instants of trips, states of trucks, families of metrics that were above 0. */
    private static Set<String> check(long from, long count) {
        Set<String> occurred = new HashSet<>();
        List<String> failures = new ArrayList<>();
        for (long seed = from; seed < from + count && failures.size() < FAILURES; seed++) {
            DrawnWorld world = DrawnWorld.draw(seed);
            Comparison comparison = Comparison.of(world);
            if (comparison.isDifferent()) {
                DrawnWorld small =
                        world.shrink(smaller -> Comparison.of(smaller).isDifferent());
                failures.add(Comparison.of(small).toString());
            }
            occurred.addAll(comparison.occurred());
            comparison.measured().forEach(family -> occurred.add(family.pattern()));
        }
        if (!failures.isEmpty()) {
            fail(failures.size() + " worlds differ; made small:\n" + String.join("\n", failures));
        }
        return occurred;
    }

    /** What a key can do must happen: every instant of a trip is reached, every state of a truck takes time, every metric is above 0. */
    @Test
    void the_model_does_what_the_reference_does() {
        assertThat(check(1, FEW))
                .containsAll(
                        Arrays.stream(TripTime.values()).map(TripTime::column).toList())
                .containsAll(Arrays.stream(TruckState.values())
                        .filter(state -> state != TruckState.OWN)
                        .map(TruckState::label)
                        .toList())
                .containsAll(Arrays.stream(MetricFamily.values())
                        .filter(family -> !NOT_OF_A_RUN.contains(family))
                        .map(MetricFamily::pattern)
                        .toList());
    }

    /** {@code -Dreference.from=1 -Dreference.count=5000}: more worlds than a build has time for. */
    @Tag("fuzz")
    @Test
    void the_model_does_what_the_reference_does_in_thousands_of_worlds() {
        check(Long.getLong("reference.from", FROM), Long.getLong("reference.count", MANY));
    }
}
