package org.bridgeconvoy.bridge.run.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.calendar.Nanos;
import org.junit.jupiter.api.Test;

/** The order of a queue by rank. */
class RankedQueueTest {

    private static final ConvoyConfig CONFIG = ConvoyConfig.builder()
            .start(LocalDate.of(2024, 10, 1))
            .horizonNanos(Nanos.DAY)
            .bridge(BridgeConfig.builder()
                    .lengthMetres(1000)
                    .speedMetresPerSecond(10)
                    .control(new Batches(1, 1))
                    .build())
            .fleet(TruckClass.of(1))
            .demand(CargoStream.builder("steel").loadTonnes(40).build())
            .build();

    /** Oracle: a stable sort by rank. With a search through all that wait, the last size takes minutes. */
    @Test
    void a_queue_by_rank_is_in_the_order_of_a_stable_sort() {
        RunContext context = new RunContext(WorldPlan.plans(CONFIG).get(0), List.of(), null, null, FastPaths.NONE);
        for (int n : new int[] {1, 2, 50, 200_000}) {
            SplittableRandom random = new SplittableRandom(n);
            RankedQueue queue = new RankedQueue();
            List<Truck> expected = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                Truck truck = new Truck(context, i + 1, 0, Step.nowhere());
                truck.joinedWith = random.nextInt(n);
                queue.addByRank(truck);
                expected.add(truck);
            }
            expected.sort(Comparator.comparingDouble(truck -> truck.joinedWith));
            List<Truck> got = new ArrayList<>();
            while (queue.length() > 0) {
                got.add(queue.poll());
            }
            assertThat(got.equals(expected)).isTrue();
        }
    }
}
