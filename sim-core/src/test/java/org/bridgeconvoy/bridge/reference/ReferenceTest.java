package org.bridgeconvoy.bridge.reference;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds runs of the model to the slow reference over drawn worlds: every column of every trip to the nanosecond, days, breakdowns,
 * and truck-hours by state. A failure prints the seed and the world; {@code DrawnWorld.draw(seed)} gives it again.
 */
class ReferenceTest {

    /** How many worlds a build has time for. */
    static final long FEW = 300;

    /** The first world of the long search, and how many it looks at. */
    static final long FROM = 1_000;

    static final long MANY = 5_000;

    private static void check(long from, long count) {
        List<String> worlds = LongStream.range(from, from + count)
                .mapToObj(DrawnWorld::draw)
                .filter(Comparison::isDifferent)
                .limit(Integer.getInteger("reference.failures", 1))
                .map(world ->
                        Comparison.of(world.shrink(Comparison::isDifferent)).toString())
                .toList();
        if (!worlds.isEmpty()) {
            fail(worlds.size() + " worlds differ; the first ones, made small:\n" + String.join("\n", worlds));
        }
    }

    @Test
    void the_model_does_what_the_reference_does() {
        check(1, FEW);
    }

    /** {@code -Dreference.from=1 -Dreference.count=5000}: more worlds than a build has time for. */
    @Tag("fuzz")
    @Test
    void the_model_does_what_the_reference_does_in_thousands_of_worlds() {
        check(Long.getLong("reference.from", FROM), Long.getLong("reference.count", MANY));
    }
}
