package org.bridgeconvoy.experiment.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;

/** Fast quantiles beside the exact ones. */
class PriorsTest {

    private final InputSpace space = new InputSpace(List.of(
            Input.of("speed", Distribution.uniform(10, 30)),
            Input.of("service", Distribution.exponential(5)),
            Input.whole("trucks", Distribution.uniform(3, 8)),
            Input.choice("timetable", 2, 1, 1)));

    private final Priors priors = new Priors(space);

    @Test
    void choices_are_counted() {
        assertThat(priors.choices()).containsExactly(0, 0, 0, 3);
    }

    /**
     * A uniform quantile is a line. That of an exponential law with mean 5 bends by 5/(1 − u)², and a line between two of 4,096 quantiles is off by at most an eighth of
     * that by the square of their distance. The last ones are exact.
     */
    @Test
    void numbers_are_interpolated() {
        for (double u = 0.0001; u < 0.999; u += 0.00037) {
            double[] near = priors.near(new double[] {u, u, u, u});
            double step = 1.0 / 4096;
            double most = 5 * Math.pow(step / (1 - u - step), 2) / 8;
            assertThat(near[0]).isCloseTo(10 + 20 * u, within(1e-9));
            assertThat(near[1]).as("at %f", u).isCloseTo(-5 * Math.log1p(-u), within(most + 1e-12));
        }
        double last = 1 - 1e-6;
        assertThat(priors.near(new double[] {last, last, last, last})[1])
                .isEqualTo(space.inputs().get(1).at(last));
    }

    @Test
    void whole_numbers_and_choices_are_exact() {
        for (double u = 0.0001; u < 1; u += 0.00037) {
            double[] near = priors.near(new double[] {u, u, u, u});
            assertThat(near[2]).isEqualTo(space.inputs().get(2).at(u));
            assertThat(near[3]).isEqualTo(space.inputs().get(3).at(u));
        }
    }

    @Test
    void worlds_are_exact() {
        List<double[]> worlds = priors.worlds(List.of(new double[] {0.5, 0.5, 0.5, 0.6}));
        assertThat(worlds).hasSize(1);
        assertThat(worlds.get(0)).isEqualTo(space.world(0.5, 0.5, 0.5, 0.6));
    }
}
