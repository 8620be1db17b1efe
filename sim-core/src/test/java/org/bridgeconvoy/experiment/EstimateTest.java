package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {
    @Test
    void mean_sd_and_half_width_of_a_small_sample() {
        // 1 2 3 4: mean 2.5, sd sqrt(5/3), t with 3 degrees of freedom 3.1824463052837096.
        Estimate estimate = Estimate.of(1, 2, 3, 4);
        assertThat(estimate.n()).isEqualTo(4);
        assertThat(estimate.mean()).isEqualTo(2.5);
        assertThat(estimate.sd()).isCloseTo(Math.sqrt(5.0 / 3), withinPercentage(1e-13));
        assertThat(estimate.halfWidth95())
                .isCloseTo(3.1824463052837096 * Math.sqrt(5.0 / 3) / 2, withinPercentage(1e-12));
        assertThat(estimate.min()).isEqualTo(1);
        assertThat(estimate.max()).isEqualTo(4);
    }

    @Test
    void no_observation_is_no_data_and_not_zero() {
        for (Estimate none : List.of(Estimate.of(), Estimate.of(Double.NaN), Estimate.of(List.of()))) {
            assertThat(none).isEqualTo(Estimate.NONE);
            assertThat(none.n()).isZero();
            assertThat(none.mean()).isNaN();
            assertThat(none.sd()).isNaN();
            assertThat(none.halfWidth95()).isNaN();
            assertThat(none.halfWidth(0.9)).isNaN();
            assertThat(none.min()).isNaN();
            assertThat(none.max()).isNaN();
        }
    }

    @Test
    void one_observation_has_a_mean_and_no_spread() {
        Estimate one = Estimate.of(Double.NaN, 7);
        assertThat(one.n()).isEqualTo(1);
        assertThat(one.mean()).isEqualTo(7);
        assertThat(one.sd()).isNaN();
        assertThat(one.halfWidth95()).isNaN();
        assertThat(one.min()).isEqualTo(7);
        assertThat(one.max()).isEqualTo(7);
    }

    @Test
    void observations_without_data_are_left_out() {
        assertThat(Estimate.of(1, Double.NaN, 2, 3, Double.NaN)).isEqualTo(Estimate.of(1, 2, 3));
    }

    /** By hand: 1e16 swallows a 1 that is added to it, three times 0.1 is not 0.3 in doubles, and no value has no mean. */
    @Test
    void the_mean_alone_is_that_of_the_estimate() {
        assertThat(Estimate.meanOf(1e16, 1, 1, -1e16)).isEqualTo(0.5);
        assertThat(Estimate.meanOf(Double.NaN, 0.1, 0.1, 0.1)).isEqualTo(0.1);
        assertThat(Estimate.meanOf(Double.NaN)).isNaN();
        assertThatThrownBy(() -> Estimate.meanOf(1, Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    }

    @Test
    void equal_observations_have_no_spread_exactly() {
        // 0.1 added up three times and divided by 3 is not 0.1 in doubles.
        Estimate equal = Estimate.of(0.1, 0.1, 0.1);
        assertThat(equal.mean()).isEqualTo(0.1);
        assertThat(equal.sd()).isZero();
        assertThat(equal.halfWidth95()).isZero();
    }

    @Test
    void spread_survives_a_large_offset() {
        // Variance of 4 7 13 16 is 30; the textbook formula loses it beside 1e9.
        Estimate estimate = Estimate.of(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16);
        assertThat(estimate.sd()).isCloseTo(Math.sqrt(30), withinPercentage(1e-12));
        assertThat(estimate.mean()).isEqualTo(1e9 + 10);
    }

    @Test
    void many_small_terms_are_not_lost() {
        double[] values = new double[1_000_001];
        java.util.Arrays.fill(values, 1, values.length, 1e-16);
        values[0] = 1;
        // Added up naively, 1 + 1e-16 a million times is 1.
        assertThat(Estimate.of(values).mean() * values.length).isCloseTo(1 + 1e-10, within(1e-14));
    }

    @Test
    void columns_of_rows_are_estimated_each_alone() {
        List<Estimate> columns = Estimate.ofColumns(
                List.of(new double[] {1, Double.NaN, 1}, new double[] {3, 5, 2}, new double[] {Double.NaN, 5, 3}));

        // Of 1 and 3: t with one degree of freedom times the standard deviation √2 over √2.
        assertThat(columns.get(0).mean()).isEqualTo(2);
        assertThat(columns.get(0).halfWidth95()).isCloseTo(12.706204736174694, withinPercentage(1e-10));
        assertThat(columns.get(1).mean()).isEqualTo(5);
        assertThat(columns.get(1).halfWidth95()).isZero();
        // Of 1, 2 and 3: t with two degrees of freedom over √3.
        assertThat(columns.get(2).halfWidth95()).isCloseTo(4.302652729749462 / Math.sqrt(3), withinPercentage(1e-10));
        assertThat(Estimate.ofColumns(List.of())).isEmpty();
    }

    @Test
    void rows_of_two_lengths_are_refused() {
        assertThatThrownBy(() -> Estimate.ofColumns(List.of(new double[] {1, 2}, new double[] {1})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rows must have one length, got 2 and 1");
    }

    /** Quantiles from scipy 1.x, scipy.stats.t.ppf(1 - (1 - confidence) / 2, df). */
    @ParameterizedTest(name = "{0} degrees of freedom, confidence {1}")
    @CsvSource({
        "1, 0.9, 6.313751514675037",
        "1, 0.95, 12.706204736174694",
        "1, 0.99, 63.656741162871526",
        "1, 0.9916666666666667, 76.39000931113632",
        "2, 0.9, 2.9199855803537242",
        "2, 0.95, 4.302652729749462",
        "2, 0.99, 9.924843200918287",
        "2, 0.9916666666666667, 10.885866619163108",
        "3, 0.9, 2.3533634348018233",
        "3, 0.95, 3.1824463052837078",
        "3, 0.99, 5.840909309733355",
        "3, 0.9916666666666667, 6.231543473366502",
        "9, 0.9, 1.833112932656237",
        "9, 0.95, 2.262157162798205",
        "9, 0.99, 3.249835541592126",
        "9, 0.9916666666666667, 3.364203432439991",
        "29, 0.9, 1.6991270265334972",
        "29, 0.95, 2.045229642132703",
        "29, 0.99, 2.756385903670605",
        "29, 0.9916666666666667, 2.8315526875186805",
        "99, 0.9, 1.6603911560169906",
        "99, 0.95, 1.9842169515864174",
        "99, 0.99, 2.626405457280827",
        "99, 0.9916666666666667, 2.692306055494673",
        "9999, 0.9, 1.6450060333112988",
        "9999, 0.95, 1.960201263621357",
        "9999, 0.99, 2.5763210958565974",
        "9999, 0.9916666666666667, 2.6387824636955184"
    })
    void t_quantiles_are_right_to_twelve_digits(int degrees, double confidence, double expected) {
        assertThat(StudentT.critical(degrees, confidence)).isCloseTo(expected, withinPercentage(1e-10));
    }

    @Test
    void other_confidences_are_offered_and_checked() {
        Estimate estimate = Estimate.of(1, 2, 3, 4);
        assertThat(estimate.halfWidth(0.95)).isEqualTo(estimate.halfWidth95());
        assertThat(estimate.halfWidth(0.99)).isGreaterThan(estimate.halfWidth95());
        assertThatThrownBy(() -> estimate.halfWidth(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence must be > 0 and < 1, got 1.0");
        assertThatThrownBy(() -> estimate.halfWidth(Double.NaN)).hasMessageContaining("got NaN");
    }

    @Test
    void an_infinite_observation_is_refused_everywhere() {
        double[] infinite = {1, 2, Double.POSITIVE_INFINITY};
        assertThatThrownBy(() -> Estimate.of(infinite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an observation must be finite, or NaN for no data, got Infinity");
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            double[] series = {1, 2, bad, 4};
            assertThatThrownBy(() -> BatchMeans.of(series, 2)).hasMessage("observations must be finite, got " + bad);
            assertThatThrownBy(() -> WarmUp.meanOverReplications(List.of(series)))
                    .hasMessage("observations must be finite, got " + bad);
            assertThatThrownBy(() -> WarmUp.welch(List.of(series), 1))
                    .hasMessage("observations must be finite, got " + bad);
        }
    }
}
