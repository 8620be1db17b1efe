package org.bridgeconvoy.bridge.run.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A queue of consignments beside the deque of the JDK. */
class ConsignmentQueueTest {

    private record Entry(long time, long load, int cargo, long number) {}

    @ParameterizedTest(name = "waves of {0}")
    @ValueSource(ints = {3, 17, 4096, 4097, 30_000})
    void it_gives_what_a_deque_gives(int most) {
        ConsignmentQueue queue = new ConsignmentQueue();
        Deque<Entry> expected = new ArrayDeque<>();
        SplittableRandom random = new SplittableRandom(most);
        long number = 0;
        for (int wave = 0; wave < 6; wave++) {
            for (int i = random.nextInt(most) + 1; i > 0; i--) {
                Entry entry = new Entry(number * 7, random.nextLong(1, 1L << 40), random.nextInt(5), number++);
                queue.add(entry.time, entry.load, entry.cargo, entry.number);
                expected.add(entry);
            }
            // The last wave takes all.
            for (int i = wave == 5 ? expected.size() : random.nextInt(expected.size() + 1); i > 0; i--) {
                assertThat(queue.isEmpty()).isFalse();
                assertThat(first(queue)).isEqualTo(expected.element());
                if (random.nextBoolean()) {
                    queue.setFirstLoad(5);
                    assertThat(queue.firstLoad()).isEqualTo(5);
                }
                queue.drop();
                expected.remove();
            }
            assertThat(queue.isEmpty()).isEqualTo(expected.isEmpty());
        }
    }

    private static Entry first(ConsignmentQueue queue) {
        return new Entry(queue.firstTime(), queue.firstLoad(), queue.firstCargo(), queue.firstNumber());
    }
}
