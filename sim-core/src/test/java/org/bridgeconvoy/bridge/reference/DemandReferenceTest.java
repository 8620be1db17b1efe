package org.bridgeconvoy.bridge.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.demand.ArrivalPattern.Arrivals;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Holds the library's demand by the day to a slow sum to fifty digits, in the streams of drawn worlds with all that changes in them. */
class DemandReferenceTest {

    private static final long WORLDS = 100;

    @Test
    void consignments_by_the_day_appear_when_the_slow_sum_says() {
        int streams = 0;
        for (long seed = 1; seed <= WORLDS; seed++) {
            ConvoyConfig config = DrawnWorld.draw(seed).config();
            for (int cargo = 0; cargo < config.demand().size(); cargo++) {
                if (isByTheDay(config.demand().get(cargo))) {
                    check(seed, config, cargo);
                    streams++;
                }
            }
        }
        assertThat(streams).isGreaterThan((int) WORLDS);
    }

    private static boolean isByTheDay(CargoStream stream) {
        return stream.arrivals() instanceof EvenArrivals || stream.arrivals() instanceof DailyArrivals;
    }

    private static void check(long seed, ConvoyConfig config, int cargo) {
        Stream stream = new Stream(cargo, config, Streams.of(seed, 1));
        SlowDemand slow = new SlowDemand(new WorldNow(config).originClock(), config.horizonNanos());
        Curve.tell(config, world -> stream.rule(world.demand().get(cargo)), slow::add);
        CargoStream drawn = config.demand().get(cargo);
        List<Long> expected =
                drawn.arrivals() instanceof DailyArrivals daily ? slow.daily(daily.atNanos()) : slow.even();

        Arrivals arrivals = drawn.arrivals()
                .start(
                        Curve.of(config, world -> stream.rule(world.demand().get(cargo))),
                        Streams.of(seed, 1).stream("none"));
        List<Long> actual = new ArrayList<>();
        for (long at = arrivals.next(); at < config.horizonNanos(); at = arrivals.next()) {
            actual.add(at);
        }
        Supplier<String> world = () -> "stream " + cargo + " of seed " + seed + "\n" + WorldText.of(config);
        assertThat(actual).as(world).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            // The library places an instant between two that it sums exactly in doubles, which may round the last
            // nanosecond the other way.
            int number = i + 1;
            assertThat(Math.abs(actual.get(i) - expected.get(i)))
                    .as(() -> "consignment " + number + " of " + world.get())
                    .isLessThanOrEqualTo(1);
        }
    }
}
