package org.bridgeconvoy.experiment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is made of counted numbers, by hand: each alone, then mean, variance and correlation of neighbours of each series. */
class FeaturesTest {

    private static final Offset<Double> CLOSE = within(1e-12);

    private static List<Observation> series(String... names) {
        List<Observation> observations = new ArrayList<>();
        for (String name : names) {
            observations.add(new Observation(name, "day " + observations.size(), 0));
        }
        return observations;
    }

    /** Simulated 8 and 12: mean 10, standard deviation 2, divisor n. Counts of 12, 8 and 12 are 1, −1 and 1. */
    @Test
    void of_one_series() {
        Features features =
                new Features(series("out", "out", "out"), List.of(new double[] {8, 8, 8}, new double[] {12, 12, 12}));
        double mean = 1 / 3.0;
        double squares = 2 * Math.pow(2 / 3.0, 2) + Math.pow(4 / 3.0, 2);
        double products = -2 * (2 / 3.0) * (4 / 3.0);
        assertThat(features.of(new double[] {12, 8, 12}))
                .containsExactly(
                        new double[] {1, -1, 1, mean, Math.log(squares / 3 + 0.01), products / (squares + 0.03)},
                        CLOSE);
    }

    @Test
    void of_two_series() {
        Features features = new Features(series("out", "back"), List.of(new double[] {8, 1}, new double[] {12, 3}));
        assertThat(features.of(new double[] {12, 0}))
                .containsExactly(new double[] {1, -2, 1, Math.log(0.01), 0, -2, Math.log(0.01), 0}, CLOSE);
    }

    @Test
    void what_is_unknown_or_never_changes_is_the_mean_and_nothing_is_beyond_6() {
        Features features = new Features(
                series("out", "out", "out", "out"), List.of(new double[] {8, 8, 5, 8}, new double[] {12, 12, 5, 12}));
        double[] of = features.of(new double[] {1_000, Double.NaN, 9, -1_000});
        assertThat(of[0]).isEqualTo(6);
        assertThat(of[1]).isZero();
        assertThat(of[2]).isZero();
        assertThat(of[3]).isEqualTo(-6);
    }

    /** 601 numbers make blocks of three, the last of one. */
    @Test
    void long_observations_are_averaged_in_blocks() {
        int n = 601;
        double[] low = new double[n];
        double[] high = new double[n];
        double[] counts = new double[n];
        String[] names = new String[n];
        for (int i = 0; i < n; i++) {
            low[i] = -1;
            high[i] = 1;
            counts[i] = i % 3 == 0 ? 3 : 0;
            names[i] = "out";
        }
        double[] of = new Features(series(names), List.of(low, high)).of(counts);
        assertThat(of).hasSize(201 + 3);
        assertThat(of[0]).isCloseTo(1, CLOSE);
        assertThat(of[199]).isCloseTo(1, CLOSE);
        assertThat(of[200]).isCloseTo(3, CLOSE);
        assertThat(of[201]).isCloseTo(201 * 3 / 601.0, CLOSE);
    }
}
