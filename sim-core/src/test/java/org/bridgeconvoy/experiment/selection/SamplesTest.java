package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which candidates count as one. */
class SamplesTest {

    private static Samples samples(double[][] values, int... replications) {
        Samples samples = new Samples(
                tasks -> tasks.stream()
                        .map(t -> Arrays.stream(values[t.point()], t.first() - 1, t.last())
                                .mapToObj(value -> new double[] {value})
                                .toArray(double[][]::new))
                        .toList(),
                values.length,
                List.of(new Samples.Column(0, value -> value)));
        SortedMap<Integer, Integer> targets = new TreeMap<>();
        for (int c = 0; c < replications.length; c++) {
            if (replications[c] > 0) {
                targets.put(c, replications[c]);
            }
        }
        samples.extend(targets);
        return samples;
    }

    @Test
    void the_same_numbers_count_once() {
        double[][] values = {{1, 2, 3, 4}, {1, 2, 3, 5}, {1, 2, 3, 4}, {1, 2, 3, 4}};
        assertThat(samples(values, 4, 4, 4, 4).different(0)).isEqualTo(2);
    }

    @Test
    void a_beginning_counts_with_one_that_has_more_replications() {
        double[][] values = {{1, 2, 3, 4, 5, 6}, {1, 2, 3, 4, 5, 7}, {1, 2, 3, 4, 9, 9}};
        assertThat(samples(values, 6, 6, 4).different(0)).isEqualTo(2);
        assertThat(samples(values, 4, 4, 4).different(0)).isEqualTo(1);
        assertThat(samples(values, 6, 6, 6).different(0)).isEqualTo(3);
    }

    @Test
    void few_different_numbers_may_agree_by_chance() {
        double[][] counts = {{1, 2, 3, 1, 2}, {1, 2, 3, 1, 2}};
        assertThat(samples(counts, 5, 5).different(0)).isEqualTo(2);
        assertThat(samples(counts, 5, 5).areSame(0, 1, 0)).isFalse();
    }

    @Test
    void one_that_never_ran_or_has_no_number_counts_as_different() {
        double[][] values = {{1, 2, 3, 4}, {1, 2, 3, 4}, {Double.NaN, 2, 3, 4}, {Double.NaN, 2, 3, 4}};
        assertThat(samples(values, 4, 0, 4, 4).different(0)).isEqualTo(4);
    }
}
