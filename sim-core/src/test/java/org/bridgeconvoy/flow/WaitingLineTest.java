package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bridgeconvoy.engine.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingLineTest {

    /** Who waits: a number in the order of coming, and a priority. */
    private record Waiting(int number, int priority) {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** Oracle: a list that is searched for the first of the highest priority. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void higher_priorities_are_first_and_equal_ones_in_the_order_of_coming(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int priorities = 1 + random.nextInt(5);
        WaitingLine line = new WaitingLine();
        List<Waiting> oracle = new ArrayList<>();
        Steps<Waiting> steps = new Steps<>(List.of(), List.of());
        for (int i = 0; i < 2_000; i++) {
            if (random.nextInt(100) < (i % 400 < 200 ? 60 : 40)) {
                Waiting next = new Waiting(i, random.nextInt(10) == 0 ? Integer.MIN_VALUE : random.nextInt(priorities));
                Journey<Waiting> journey = new Journey<>(steps, next);
                journey.priority = next.priority;
                line.join(journey);
                oracle.add(next);
            } else {
                Waiting first = oracle.stream()
                        .max(Comparator.comparingInt(Waiting::priority)
                                .thenComparing(
                                        Comparator.comparingInt(Waiting::number).reversed()))
                        .orElse(null);
                oracle.remove(first);
                Customer<?> peeked = line.first();
                Customer<?> left = line.leave();
                assertThat(peeked).isSameAs(left);
                assertThat(left == null ? null : left.entity()).isEqualTo(first);
            }
            assertThat(line.length()).isEqualTo(oracle.size());
        }
    }

    /** Oracle: a list that is searched. Customers leave from anywhere and some join ahead of their equals, also while priorities mix. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anybody_may_leave_and_the_others_keep_their_order(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int ahead = seed % 2 == 0 ? 0 : 10;
        int priorities = 1 + random.nextInt(4);
        WaitingLine line = new WaitingLine();
        List<Customer<Waiting>> oracle = new ArrayList<>();
        Steps<Waiting> steps = new Steps<>(List.of(), List.of());
        Comparator<Customer<Waiting>> order =
                Comparator.comparingInt((Customer<Waiting> c) -> -c.priority).thenComparingInt(c -> c.entity().number);
        for (int i = 0; i < 2_000; i++) {
            int what = random.nextInt(100);
            if (what < (i % 400 < 200 ? 60 : 30)) {
                boolean first = random.nextInt(100) < ahead;
                Journey<Waiting> journey =
                        new Journey<>(steps, new Waiting(first ? -i : i, random.nextInt(priorities)));
                journey.priority = journey.entity().priority;
                if (first) {
                    line.joinFirst(journey);
                } else {
                    line.join(journey);
                }
                oracle.add(journey);
            } else if (what < 80 && !oracle.isEmpty()) {
                line.leave(oracle.remove(random.nextInt(oracle.size())));
            } else {
                Customer<Waiting> first = oracle.stream().min(order).orElse(null);
                oracle.remove(first);
                assertThat(line.leave()).isSameAs(first);
            }
            assertThat(line.length()).isEqualTo(oracle.size());
            if (i % 10 == 0) {
                List<Customer<?>> expected =
                        new ArrayList<>(oracle.stream().sorted(order).toList());
                assertThat(line.all()).isEqualTo(expected);
            }
        }
    }

    /** With a search from the head for each this takes minutes. */
    @Test
    @Timeout(60)
    void two_hundred_thousand_who_leave_from_the_middle_take_no_time_worth_naming() {
        int n = 200_000;
        Simulation sim = new Simulation();
        Resource dock = new Resource("dock", 1);
        int[] gone = new int[1];
        SplittableRandom random = new SplittableRandom(1);
        Flow<Integer> flow = Flow.<Integer>of()
                .seize(dock)
                .orGiveUpAfterSeconds(
                        entity -> 1 + random.nextDouble(),
                        Flow.<Integer>of().observe((entity, now) -> gone[0]++).build())
                .build();
        for (int i = 0; i <= n; i++) {
            flow.launch(sim, i);
        }
        sim.run();
        assertThat(gone[0]).isEqualTo(n);
        assertThat(dock.queueLength()).isZero();
    }

    /** With a search through all that wait this takes minutes. */
    @Test
    @Timeout(60)
    void three_hundred_thousand_priorities_in_one_queue_take_no_time_worth_naming() {
        int n = 300_000;
        Simulation sim = new Simulation();
        Resource dock = new Resource("dock", 1);
        List<Integer> served = new ArrayList<>();
        Flow<Integer> flow = Flow.<Integer>of()
                .seize(dock, 1, entity -> entity)
                .observe((entity, now) -> served.add(entity))
                .delay(1)
                .release(dock)
                .build();
        SplittableRandom random = new SplittableRandom(1);
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int priority = random.nextInt();
            flow.launch(sim, priority);
            expected.add(priority);
        }
        // The first found the dock free.
        expected.subList(1, n).sort(Comparator.reverseOrder());
        sim.run();
        assertThat(served).isEqualTo(expected);
    }
}
