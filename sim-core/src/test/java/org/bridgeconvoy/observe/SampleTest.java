package org.bridgeconvoy.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** A sample that keeps no observations; {@link ObserversTest} has those that do. */
class SampleTest {

    @Test
    void without_quantiles_it_has_count_and_mean() {
        Sample sample = Sample.withoutQuantiles();
        assertThat(sample.hasQuantiles()).isFalse();
        assertThat(sample.mean()).isNaN();
        for (double value : new double[] {0, 1, -4, 0, 8}) {
            sample.record(value);
        }
        assertThat(sample.count()).isEqualTo(5);
        assertThat(sample.mean()).isEqualTo(1);
        Sample more = new Sample();
        more.record(7);
        sample.recordAll(more);
        assertThat(sample.count()).isEqualTo(6);
        assertThat(sample.mean()).isEqualTo(2);
        sample.clear();
        assertThat(sample.count()).isZero();
        assertThat(sample.hasQuantiles()).isFalse();
    }

    @Test
    void without_quantiles_it_says_so() {
        Sample sample = Sample.withoutQuantiles();
        sample.record(1);
        String message = "this sample keeps no observations: it has a mean, but no quantiles";
        assertThatIllegalStateException().isThrownBy(() -> sample.quantile(0.5)).withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> sample.observations(1))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Sample().recordAll(sample))
                .withMessage(message);
    }
}
