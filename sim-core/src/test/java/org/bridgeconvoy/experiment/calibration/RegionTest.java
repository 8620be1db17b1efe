package org.bridgeconvoy.experiment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The region of the corners of a square of side 2 about (10, 5), with a choice beside it. Their covariance is that of the identity, so a distance is the squared one
 * from the middle: 2 at the corners, 2.4 at the edge of the region.
 */
class RegionTest {

    private final Region region = Region.of(
            new int[] {0, 2, 0},
            List.of(new double[] {9, 0, 4}, new double[] {9, 1, 6}, new double[] {11, 1, 4}, new double[] {11, 0, 6}));

    @Test
    void holds_the_worlds_with_a_margin_about_them() {
        assertThat(region.contains(new double[] {11, 0, 6})).isTrue();
        assertThat(region.contains(new double[] {10 + Math.sqrt(2.39), 0, 5})).isTrue();
        assertThat(region.contains(new double[] {10 + Math.sqrt(2.41), 0, 5})).isFalse();
        assertThat(region.contains(new double[] {10, 0, 5 - Math.sqrt(2.41)})).isFalse();
        assertThat(region.contains(new double[] {10, 9, 5}))
                .as("a choice has no place")
                .isTrue();
    }

    @Test
    void a_penalty_grows_with_the_distance_from_it() {
        assertThat(region.penalty(new double[] {10, 0, 5})).isZero();
        assertThat(region.penalty(new double[] {13, 0, 5})).isCloseTo(9 - 2.4, within(1e-9));
    }

    /** Two numbers that rise together: (0, 0) and (2, 2) with noise along one line only. A world off the line is far away. */
    @Test
    void follows_the_correlation_of_the_worlds() {
        Region slant = Region.of(
                new int[] {0, 0},
                List.of(new double[] {0, 0}, new double[] {2, 2.1}, new double[] {4, 3.9}, new double[] {6, 6}));
        assertThat(slant.contains(new double[] {3, 3})).isTrue();
        assertThat(slant.contains(new double[] {6, 0})).isFalse();
    }

    @Test
    void everywhere_is_without_an_edge() {
        assertThat(Region.everywhere().contains(new double[] {1e9, -1e9})).isTrue();
        assertThat(Region.everywhere().penalty(new double[] {1e9})).isZero();
    }
}
