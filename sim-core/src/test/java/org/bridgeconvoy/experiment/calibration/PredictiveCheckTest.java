package org.bridgeconvoy.experiment.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictiveCheckTest {

    private static Predicted predicted(double value) {
        return new Predicted(new Observation("out", "day", value), 2, 3, 4, 1, 5);
    }

    @ParameterizedTest
    @CsvSource({"0.01, CANNOT", "0.011, DOUBTFUL", "0.05, DOUBTFUL", "0.051, AGREES", "1, AGREES", "0, CANNOT"})
    void the_verdict_follows_the_p_value(double pValue, PredictiveCheck.Verdict verdict) {
        assertThat(new PredictiveCheck(List.of(predicted(3)), pValue, 100).verdict())
                .isEqualTo(verdict);
    }

    /** The 90% range goes from 2 to 4, all simulations from 1 to 5; the ends belong to both. */
    @ParameterizedTest
    @CsvSource({
        "0.9, false, true", "1, false, false", "1.9, false, false", "2, true, false",
        "4, true, false", "4.1, false, false", "5, false, false", "5.1, false, true"
    })
    void a_value_lies_inside_outside_or_out_of_reach(double value, boolean isInside, boolean isOutOfReach) {
        assertThat(predicted(value).isInside()).isEqualTo(isInside);
        assertThat(predicted(value).isOutOfReach()).isEqualTo(isOutOfReach);
    }

    @Test
    void counts_what_lies_inside_and_names_what_is_out_of_reach() {
        PredictiveCheck check =
                new PredictiveCheck(List.of(predicted(3), predicted(9), predicted(2.5), predicted(1.5)), 0.3, 100);
        assertThat(check.shareInside()).isEqualTo(0.5);
        assertThat(check.outOfReach()).containsExactly(predicted(9));
    }

    @Test
    void without_simulations_nothing_is_told() {
        Predicted nothing = new Predicted(
                new Observation("out", "day", 3), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        assertThat(nothing.isInside()).isFalse();
        assertThat(nothing.isOutOfReach()).isFalse();
    }
}
