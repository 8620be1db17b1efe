package org.bridgeconvoy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class SortedRunTest {
    /** Holds times that agree in all but their last two bytes. */
    private static final int BUCKET = 256 + 7;

    private final FarEntries far = new FarEntries(512, 16);
    private final SortedRun run = new SortedRun(1_000);
    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void sorts_by_time_and_keeps_the_order_of_coming_among_equals() {
        for (int count : new int[] {1, 2, 3, 17, 255, 1_000}) {
            List<long[]> expected = append(count, () -> random.nextInt(200));
            expected.sort(Comparator.comparingLong(entry -> entry[0]));
            assertThat(run.fill(far, BUCKET)).isTrue();
            assertThat(far.count(BUCKET)).isZero();
            assertThat(run.size()).isEqualTo(count);
            for (int i = 0; i < count; i++) {
                assertThat(new long[] {run.firstTime(), run.firstReference()}).isEqualTo(expected.get(i));
                assertThat(run.secondTime()).isEqualTo(i + 1 < count ? expected.get(i + 1)[0] : -1);
                run.removeFirst();
            }
            assertThat(run.isEmpty()).isTrue();
        }
    }

    @Test
    void declines_more_than_it_is_meant_for_and_leaves_the_bucket_as_it_is() {
        List<long[]> expected = append(1_001, () -> random.nextInt(256));
        assertThat(run.fill(far, BUCKET)).isFalse();
        assertBucketHolds(expected);
    }

    @Test
    void declines_times_that_crowd_in_a_few_cells_and_leaves_the_bucket_as_it_is() {
        // 900 entries are distributed over 256 cells of one nanosecond; 1 in 100 of them lies elsewhere.
        List<long[]> expected = append(900, () -> random.nextInt(100) == 0 ? random.nextInt(256) : 5);
        assertThat(run.fill(far, BUCKET)).isFalse();
        assertBucketHolds(expected);
    }

    private List<long[]> append(int count, LongSupplier offset) {
        List<long[]> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long[] entry = {0x0700 + offset.getAsLong(), i};
            entries.add(entry);
            far.append(BUCKET, entry[0], entry[1]);
        }
        return entries;
    }

    private void assertBucketHolds(List<long[]> expected) {
        assertThat(run.isEmpty()).isTrue();
        assertThat(far.count(BUCKET)).isEqualTo(expected.size());
        assertThat(far.least(BUCKET))
                .isEqualTo(expected.stream().mapToLong(entry -> entry[0]).min().orElseThrow());
        int chunk = far.head(BUCKET);
        for (int i = 0; i < expected.size(); i++) {
            int index = i % FarEntries.CHUNK;
            assertThat(far.time(chunk, index)).isEqualTo(expected.get(i)[0]);
            assertThat(far.reference(chunk, index)).isEqualTo(expected.get(i)[1]);
            chunk = index == FarEntries.CHUNK - 1 ? far.next(chunk) : chunk;
        }
    }
}
