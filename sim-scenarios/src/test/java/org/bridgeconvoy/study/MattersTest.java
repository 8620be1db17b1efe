package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MattersTest {

    @ParameterizedTest
    @CsvSource({"1%, 0.01, 1%", "' 2.5% ', 0.025, 2.5%", "0.1%, 0.001, 0.1%", "99%, 0.99, 99%"})
    void a_share_is_read_and_written(String text, double share, String written) {
        assertThat(Matters.parse(text)).hasValueSatisfying(matters -> {
            assertThat(matters.share()).isEqualTo(share);
            assertThat(matters.text()).isEqualTo(written);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "1", "0%", "-1%", "100%", "NaN%", "one%"})
    void what_is_no_share_is_not_read(String text) {
        assertThat(Matters.parse(text)).isEmpty();
    }

    @Test
    void a_share_of_a_mean_of_0_is_none() {
        PairedDifference difference = PairedDifference.of("b", new double[] {1, 2}, "a", new double[] {0, 0}, 0.95);

        assertThat(new Matters(0.5).of(difference, Estimate.of(0, 0)).matters()).isZero();
        assertThat(new Matters(0.5).of(difference, Estimate.of(-4, -4)).matters())
                .isEqualTo(2);
        assertThatThrownBy(() -> new Matters(1)).hasMessage("a share must be from 0 to below 1, got 1.0");
    }
}
