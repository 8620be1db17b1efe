package org.bridgeconvoy.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the Javadoc, and 2^63 ns, one more than a long holds: 9,223,372,036.854775808 s. */
class NanosTest {

    private static final double TOO_LONG = 9_223_372_036.854775808;

    @Test
    void a_delay_is_rounded_half_up_and_ends_at_the_range_of_the_clock() {
        assertThat(TOO_LONG * 1e9).isEqualTo(0x1p63);
        assertThat(Nanos.delayOfSeconds(2.5)).isEqualTo(2_500_000_000L);
        assertThat(Nanos.delayOfSeconds(1.5e-9)).isEqualTo(2);
        assertThat(Nanos.delayOfSeconds(1.4e-9)).isEqualTo(1);
        assertThat(Nanos.delayOfSeconds(TOO_LONG)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.delayOfSeconds(1e300)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.delayOfSeconds(Double.POSITIVE_INFINITY)).isEqualTo(Long.MAX_VALUE);
        for (double no : new double[] {-TOO_LONG, Double.NEGATIVE_INFINITY, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Nanos.delayOfSeconds(no));
        }
    }

    @Test
    void a_duration_must_fit_a_long() {
        assertThat(Nanos.ofSeconds(-1.5e-9)).isEqualTo(-1);
        for (double no : new double[] {TOO_LONG, -TOO_LONG, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Nanos.ofSeconds(no));
        }
    }

    @Test
    void an_instant_after_a_delay_beyond_the_clock_is_never() {
        assertThat(Nanos.after(5, 3)).isEqualTo(8);
        assertThat(Nanos.after(5, 0)).isEqualTo(5);
        assertThat(Nanos.after(5, -3)).isEqualTo(2);
        assertThat(Nanos.after(Long.MAX_VALUE - 3, 3)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.after(Long.MAX_VALUE - 3, 4)).isEqualTo(Long.MAX_VALUE);
        assertThat(Nanos.after(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:01", "08:60", "08:00:60", "8:0", "08:00:00.1234567890"})
    void what_no_clock_shows_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nanos.ofClock(text))
                .withMessageContaining(text);
    }

    @Test
    void the_last_times_that_a_clock_shows_are_read() {
        assertThat(Nanos.ofClock("24:00")).isEqualTo(86_400_000_000_000L);
        assertThat(Nanos.ofClock("08:59:59.5")).isEqualTo((9 * 3600L - 1) * 1_000_000_000L + 500_000_000L);
    }
}
