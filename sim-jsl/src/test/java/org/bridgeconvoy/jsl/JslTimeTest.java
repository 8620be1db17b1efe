package org.bridgeconvoy.jsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import jsl.simulation.ModelElement;
import org.bridgeconvoy.calendar.Nanos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JslTimeTest {

    @Test
    void an_hour_is_3600_in_seconds_and_one_in_hours() {
        assertThat(new JslTime(ModelElement.TIME_UNIT_SECOND).of(Nanos.HOUR)).isEqualTo(3600);
        assertThat(new JslTime(ModelElement.TIME_UNIT_HOUR).of(Nanos.HOUR)).isEqualTo(1);
        assertThat(new JslTime(ModelElement.TIME_UNIT_MILLISECOND).of(1)).isEqualTo(1e-6);
    }

    /** The last binade in which doubles lie closer than a nanosecond, from Math.ulp: what the Javadoc says in days. */
    @ParameterizedTest(name = "unit {0} ms")
    @CsvSource({"1, 99.42", "1000, 97.09", "60000, 91.02", "3600000, 85.33", "86400000, 64"})
    void nanoseconds_stay_apart_until_the_day_that_is_said(double millis, double days) {
        JslTime time = new JslTime(millis);
        double limit = 1;
        while (Math.ulp(limit) <= 1 / (millis * 1e6)) {
            limit *= 2;
        }
        long limitNanos = (long) (limit * millis * 1e6);
        assertThat(limitNanos / (double) Nanos.DAY).isBetween(days - 0.01, days + 0.01);

        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100_000; i++) {
            long before = random.nextLong(limitNanos / 2, limitNanos - 1);
            assertThat(time.of(before)).isLessThan(time.of(before + 1));
        }
        boolean together = false;
        for (int i = 0; i < 1_000; i++) {
            long after = random.nextLong(limitNanos, 2 * limitNanos);
            assertThat(time.of(after)).isLessThanOrEqualTo(time.of(after + 1));
            together |= time.of(after) == time.of(after + 1);
        }
        assertThat(together).isTrue();
    }
}
