package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class LaneQueueTest {

    private final LaneQueue queue = new LaneQueue();
    private final Deque<long[]> expected = new ArrayDeque<>();

    private void add(long exit, long mass) {
        queue.add(exit, mass);
        expected.addLast(new long[] {exit, mass});
        check();
    }

    private void poll() {
        queue.poll();
        expected.removeFirst();
        check();
    }

    private void check() {
        assertThat(queue.count()).isEqualTo(expected.size());
        assertThat(queue.mass())
                .isEqualTo(expected.stream().mapToLong(truck -> truck[1]).sum());
        if (!expected.isEmpty()) {
            assertThat(queue.firstExit()).isEqualTo(expected.getFirst()[0]);
        }
    }

    /** Trucks go round the ring more than once, and it grows twice while the first of them stands in its middle. */
    @Test
    void trucks_leave_in_the_order_in_which_they_came_with_their_mass() {
        int truck = 0;
        for (int round = 1; round <= 6; round++) {
            for (int i = 0; i < 11; i++) {
                truck++;
                add(100L * truck, 7L * truck * truck);
            }
            for (int i = 0; i < 4; i++) {
                poll();
            }
        }
        while (!expected.isEmpty()) {
            poll();
        }
        add(9_000, 5);
        assertThat(queue.firstExit()).isEqualTo(9_000);
    }
}
