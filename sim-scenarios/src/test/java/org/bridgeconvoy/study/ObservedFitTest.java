package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.Span;
import org.junit.jupiter.api.Test;

/** Measures of fit by hand. */
class ObservedFitTest {

    private static ObservedFit fit(double covered, ObservedFit.Period... periods) {
        return new ObservedFit(
                "outbound_trucks", Span.DAY, List.of(periods), 0, 30, Estimate.of(new double[] {1, 2}), covered);
    }

    /** The fourth day has no simulated number and counts among the observed ones only. The third has no percentage. */
    @Test
    void errors_are_those_of_the_simulated_means() {
        ObservedFit fit = fit(
                0.9,
                new ObservedFit.Period(0, 10, 12, 9, 15),
                new ObservedFit.Period(1, 20, 17, 17, 18),
                new ObservedFit.Period(2, 0, 1, 0, 3),
                new ObservedFit.Period(3, 5, Double.NaN, Double.NaN, Double.NaN),
                new ObservedFit.Period(4, 4, 4, 2, 4));

        assertThat(fit.meanObserved()).isCloseTo(39 / 5.0, within(1e-12));
        assertThat(fit.meanSimulated()).isCloseTo(34 / 4.0, within(1e-12));
        assertThat(fit.rootMeanSquaredError()).isCloseTo(Math.sqrt((4 + 9 + 1 + 0) / 4.0), within(1e-12));
        assertThat(fit.meanAbsolutePercentageError()).isCloseTo((0.2 + 0.15 + 0) / 3, within(1e-12));
        // 10, 0 and 4 lie within, at the very ends too; 20 lies above.
        assertThat(fit.shareInside()).isEqualTo(3 / 4.0);
    }

    @Test
    void without_numbers_there_is_no_error() {
        ObservedFit fit = fit(Double.NaN);

        assertThat(List.of(
                        fit.meanObserved(),
                        fit.meanSimulated(),
                        fit.rootMeanSquaredError(),
                        fit.meanAbsolutePercentageError(),
                        fit.shareInside()))
                .containsOnly(Double.NaN);
    }

    /** 95% · (n − 1)/(n + 1): 188/190 of it is 94%. */
    @Test
    void ranges_of_fewer_than_189_replications_are_marked() {
        ObservedFit.Period spread = new ObservedFit.Period(0, 10, 12, 9, 15);
        ObservedFit.Period constant = new ObservedFit.Period(0, 10, 12, 12, 12);

        assertThat(ObservedFit.covered(30)).isCloseTo(0.889, within(0.0005));
        assertThat(ObservedFit.covered(1)).isZero();
        assertThat(fit(ObservedFit.covered(188), constant, spread).marks()).containsExactly(Mark.UNSURE_FEW);
        assertThat(fit(ObservedFit.covered(190), constant, spread).marks()).isEmpty();
        assertThat(fit(ObservedFit.covered(188), constant).marks()).isEmpty();
        assertThat(fit(Double.NaN, spread).marks()).isEmpty();
    }

    /** Linear between closest ranks: of five values a share of 2.5% lies a tenth of the way to the second. */
    @Test
    void a_quantile_lies_between_the_closest_ranks() {
        double[] sorted = {10, 20, 30, 40, 50};

        assertThat(ObservedFits.quantile(sorted, 0.025)).isCloseTo(11, within(1e-12));
        assertThat(ObservedFits.quantile(sorted, 0.975)).isCloseTo(49, within(1e-12));
        assertThat(ObservedFits.quantile(sorted, 0.5)).isEqualTo(30);
        assertThat(ObservedFits.quantile(sorted, 1)).isEqualTo(50);
        assertThat(ObservedFits.quantile(new double[] {7}, 0.975)).isEqualTo(7);
    }
}
