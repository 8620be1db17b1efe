package org.bridgeconvoy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: a list that is searched for the highest priority and, within it, the one that came first. */
class CurrentEventsTest {

    private record Entry(int priority, long reference) {}

    @ParameterizedTest(name = "{0} priorities")
    @ValueSource(ints = {1, 2, 5, 1_000})
    void gives_the_highest_priority_first_and_within_it_who_came_first(int priorities) {
        CurrentEvents queue = new CurrentEvents();
        List<Entry> oracle = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(priorities);
        for (int step = 0; step < 20_000; step++) {
            if (random.nextInt(100) < (step < 10_000 ? 52 : 48)) {
                Entry entry = new Entry((random.nextInt(priorities) - priorities / 2) * 4_000_003, step);
                queue.add(entry.priority(), entry.reference());
                oracle.add(entry);
            } else if (!oracle.isEmpty()) {
                Entry expected = oracle.stream()
                        .max(Comparator.comparingInt(Entry::priority))
                        .orElseThrow();
                Entry first = oracle.stream()
                        .filter(entry -> entry.priority() == expected.priority())
                        .findFirst()
                        .orElseThrow();
                assertThat(queue.first()).isEqualTo(first.reference());
                queue.removeFirst();
                oracle.remove(first);
            }
            assertThat(queue.size()).isEqualTo(oracle.size());
            assertThat(queue.isEmpty()).isEqualTo(oracle.isEmpty());
        }
    }
}
