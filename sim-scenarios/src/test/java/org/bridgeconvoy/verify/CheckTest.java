package org.bridgeconvoy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.bridgeconvoy.experiment.Estimate;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void an_exact_case_fails_by_the_last_bit() {
        assertThat(Check.exact("g", "c", "s", 0.3, 0.3).verdict()).isEqualTo("pass");
        assertThat(Check.exact("g", "c", "s", 0.3, 0.1 + 0.2).verdict()).isEqualTo("fail");
    }

    @Test
    void a_mean_passes_if_the_answer_lies_in_its_interval() {
        // Means 9.9, 10, 10.1: sd 0.1. With 2 degrees P(|T| > t) = 1 - t / sqrt(2 + t^2), which is 0.00025 at t =
        // 63.23:
        // the half-width is 3.651.
        Estimate ten = Estimate.of(9.9, 10, 10.1);

        assertThat(Check.mean("g", "c", "s", 13.6, ten).passed()).isTrue();
        assertThat(Check.mean("g", "c", "s", 13.7, ten).passed()).isFalse();
    }

    @Test
    void a_case_without_data_fails() {
        assertThat(Check.mean("g", "c", "s", 1, Estimate.NONE).passed()).isFalse();
    }
}
