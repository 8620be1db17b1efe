package org.bridgeconvoy.study.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.SensitivityAnalysis;
import org.bridgeconvoy.experiment.sensitivity.SensitivityDesign;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.SuchThat;
import org.junit.jupiter.api.Test;

/** What is said of one metric, from worlds whose numbers are written by hand. */
class MetricSensitivityTest {

    private static IntervalEstimate estimate(double value) {
        return new IntervalEstimate(value, new Interval(value, value));
    }

    private static InputIndices index(int input, double first, double total) {
        return new InputIndices(input, estimate(first), Optional.of(estimate(total)), true);
    }

    /** Given worlds with a value each; both replications of a world give the values that are said. */
    private static MetricSensitivity of(double[]... worlds) {
        List<double[]> sample = new ArrayList<>();
        List<double[][]> results = new ArrayList<>();
        results.add(new double[][] {{1}, {1}});
        for (double[] world : worlds) {
            sample.add(new double[] {sample.size()});
            results.add(new double[][] {{world[0]}, {world[1]}});
        }
        InputSpace space = new InputSpace(List.of(Input.of("x", Distribution.constant(0))));
        SensitivityDesign design = SensitivityDesign.given(space, sample, 2, 2, 1);
        return MetricSensitivity.of(
                Metric.find("lead_time_h").orElseThrow(),
                "hours",
                SensitivityAnalysis.of(design, results, row -> row[0]),
                0);
    }

    /** Five worlds without chance: percentile p lies p/25 steps of 10 above the least (type 7 of Hyndman and Fan). */
    @Test
    void percentiles_lie_between_the_values_of_worlds() {
        List<Double> percentiles = of(
                        new double[] {30, 30},
                        new double[] {10, 10},
                        new double[] {50, 50},
                        new double[] {20, 20},
                        new double[] {40, 40})
                .percentilesOfWorlds();

        assertThat(percentiles).hasSize(101);
        for (int p = 0; p <= 100; p++) {
            assertThat(percentiles.get(p)).as("percentile " + p).isCloseTo(10 + 0.4 * p, within(1e-9));
        }
    }

    /** Six values of replications, so that one step of 10 is 20 percent; means of worlds spread less. */
    @Test
    void percentiles_of_replications_have_chance_too() {
        MetricSensitivity metric = of(new double[] {10, 40}, new double[] {20, 50}, new double[] {30, 60});

        assertThat(metric.percentilesOfReplications().get(0)).isEqualTo(10);
        assertThat(metric.percentilesOfReplications().get(30)).isCloseTo(25, within(1e-9));
        assertThat(metric.percentilesOfReplications().get(100)).isEqualTo(60);
        // Chance explains all of the spread of the means 25, 35 and 45: s² is 450, R V is 200.
        assertThat(metric.percentilesOfWorlds()).allSatisfy(x -> assertThat(x).isCloseTo(35, within(1e-9)));
    }

    @Test
    void the_inputs_are_sorted_by_their_total_index_and_those_without_one_come_last() {
        MetricSensitivity one = of(new double[] {1, 1}, new double[] {2, 2});
        MetricSensitivity metric = new MetricSensitivity(
                one.metric(),
                one.says(),
                one.analysis(),
                one.base(),
                one.expected(),
                one.split(),
                List.of(index(0, 0.9, 0.1), index(1, Double.NaN, Double.NaN), index(2, 0.2, 0.7), index(3, 0.3, 0.4)),
                List.of(),
                0);

        assertThat(metric.sorted()).extracting(InputIndices::input).containsExactly(2, 3, 0, 1);
    }

    /** Chance has 1 − f² of the variance of the means; above 5% their shape is unsure: f² is 0.94 and 0.96. */
    @Test
    void a_range_that_chance_has_reshaped_is_marked() {
        ExpectedRange unsure = new ExpectedRange(estimate(1), 0, 1, 2, Math.sqrt(0.94));
        ExpectedRange sure = new ExpectedRange(estimate(1), 0, 1, 2, Math.sqrt(0.96));
        SuchThat bound = SuchThat.parse("lead_time_h <= 30");

        assertThat(MetricSensitivity.marks(unsure)).containsExactly(Mark.UNSURE_FEW);
        assertThat(MetricSensitivity.marks(sure)).isEmpty();
        assertThat(new BoundChance(bound, estimate(0), estimate(0), unsure).marks())
                .containsExactly(Mark.UNSURE_FEW);
        assertThat(new BoundChance(bound, estimate(0), estimate(0), sure).marks())
                .isEmpty();
        assertThat(of(new double[] {10, 40}, new double[] {20, 50}, new double[] {30, 60})
                        .marks())
                .containsExactly(Mark.UNSURE_FEW);
    }
}
