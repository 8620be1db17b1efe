package org.bridgeconvoy.experiment.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

class ScrambledSobolTest {

    private static double[][] points(int count, int dimensions, long seed) {
        return ScrambledSobol.points(count, dimensions, Streams.of(seed, 1).stream("worlds"));
    }

    @Test
    void each_coordinate_of_a_power_of_two_points_fills_each_cell_once() {
        double[][] points = points(256, 40, 1);
        for (int d = 0; d < 40; d++) {
            BitSet cells = new BitSet();
            for (double[] point : points) {
                assertThat(point[d]).isBetween(0.0, 1.0);
                cells.set((int) (point[d] * 256));
            }
            assertThat(cells.cardinality()).isEqualTo(256);
        }
    }

    /** The first two dimensions of Sobol's sequence are a (0, 2)-sequence: 16 · 16 boxes hold one of 256 points each. */
    @Test
    void the_first_two_dimensions_fill_each_box_once() {
        BitSet boxes = new BitSet();
        for (double[] point : points(256, 2, 3)) {
            boxes.set(16 * ((int) (16 * point[0])) + ((int) (16 * point[1])));
        }
        assertThat(boxes.cardinality()).isEqualTo(256);
    }

    @Test
    void a_longer_sequence_begins_with_a_shorter_one_and_seeds_differ() {
        double[][] few = points(10, 5, 1);
        double[][] many = points(100, 5, 1);
        for (int j = 0; j < 10; j++) {
            assertThat(many[j]).containsExactly(few[j]);
        }
        assertThat(Arrays.equals(points(10, 5, 2)[3], few[3])).isFalse();
    }
}
