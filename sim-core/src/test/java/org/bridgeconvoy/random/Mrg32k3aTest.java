package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Longer sequences are held against SSJ itself in {@code SsjOracleTest}. */
class Mrg32k3aTest {
    @Test
    void first_numbers_are_the_published_ones() {
        Mrg32k3a stream = Mrg32k3a.firstStream();
        double[] published = {
            0.12701112204657714, 0.3185275653967945, 0.3091860155832701, 0.8258468629271136, 0.2216299157820229
        };
        for (double expected : published) {
            assertThat(stream.nextDouble()).isEqualTo(expected);
        }
    }

    @Test
    void second_stream_starts_where_RngStreams_says() {
        Mrg32k3a first = Mrg32k3a.firstStream();
        first.nextDouble();
        assertThat(first.nextStream().state())
                .containsExactly(3692455944L, 1366884236L, 2968912127L, 335948734L, 4161675175L, 475798818L);
    }

    @Test
    void a_state_can_be_given_and_is_checked() {
        assertThat(Mrg32k3a.ofState(12345, 12345, 12345, 12345, 12345, 12345).nextDouble())
                .isEqualTo(0.12701112204657714);
        assertThatThrownBy(() -> Mrg32k3a.ofState(1, 2, 3)).hasMessage("state must have 6 words, got 3");
        assertThatThrownBy(() -> Mrg32k3a.ofState(4294967087L, 0, 0, 1, 1, 1))
                .hasMessage("state word 0 must be >= 0 and < 4294967087, got 4294967087");
        assertThatThrownBy(() -> Mrg32k3a.ofState(1, 1, 1, 0, 0, 0)).hasMessageContaining("must not all be 0");
    }
}
