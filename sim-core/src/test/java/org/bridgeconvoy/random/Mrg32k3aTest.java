package org.bridgeconvoy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
    void waits_by_Lindley_are_those_that_SSJ_publishes() {
        // SSJ's example QueueLindley and its published output: 0.428, 0.591, 0.506, 0.027.
        Mrg32k3a arrivals = Mrg32k3a.firstStream();
        Mrg32k3a services = arrivals.nextStream();
        int runs = 100;
        double[] means = new double[runs];
        for (int run = 0; run < runs; run++) {
            means[run] = meanWait(arrivals, services, 10_000);
        }
        double min = Double.POSITIVE_INFINITY;
        double max = 0;
        double sum = 0;
        double squares = 0;
        for (double mean : means) {
            min = Math.min(min, mean);
            max = Math.max(max, mean);
            sum += mean;
        }
        double average = sum / runs;
        for (double mean : means) {
            squares += (mean - average) * (mean - average);
        }
        assertThat(min).isCloseTo(0.428, within(0.0005));
        assertThat(max).isCloseTo(0.591, within(0.0005));
        assertThat(average).isCloseTo(0.506, within(0.0005));
        assertThat(Math.sqrt(squares / (runs - 1))).isCloseTo(0.027, within(0.0005));
    }

    private static double meanWait(Mrg32k3a arrivals, Mrg32k3a services, int customers) {
        double wait = 0;
        double sum = 0;
        for (int i = 2; i <= customers; i++) {
            wait += -Math.log(1 - services.nextDouble()) / 2 + Math.log(1 - arrivals.nextDouble());
            wait = Math.max(wait, 0);
            sum += wait;
        }
        return sum / customers;
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
