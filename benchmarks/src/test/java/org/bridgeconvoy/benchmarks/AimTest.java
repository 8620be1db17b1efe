package org.bridgeconvoy.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimTest {

    @ParameterizedTest
    @CsvSource({
        "true, 2, 2.1, 2.5, 2.9, met",
        "true, 2, 1.9, 2.5, 2.9, 'met, within the errors'",
        "true, 2, 1.1, 1.5, 1.9, NOT MET",
        "true, 2, 1.1, 1.5, 2.1, 'NOT MET, within the errors'",
        "false, 2, 1.1, 1.5, 1.9, met",
        "false, 2, 1.1, 1.5, 2.1, 'met, within the errors'",
        "false, 2, 2.1, 2.5, 2.9, NOT MET",
        "false, 2, 1.9, 2.5, 2.9, 'NOT MET, within the errors'"
    })
    void says_whether_it_is_met_and_whether_the_errors_leave_that_open(
            boolean atLeast, double bound, double low, double value, double high, String verdict) {
        Aim aim = new Aim("speed", atLeast, bound, measured -> new Interval(low, value, high));
        assertThat(aim.verdict(new Measured(List.of()))).endsWith(" " + verdict);
    }

    @ParameterizedTest
    @CsvSource({"10, 12, 14, 2, 3, 4, 2.5, 4, 7"})
    void a_quotient_lies_between_the_far_ends_of_both_errors(
            double a, double b, double c, double d, double e, double f, double low, double value, double high) {
        assertThat(new Interval(a, b, c).over(new Interval(d, e, f))).isEqualTo(new Interval(low, value, high));
    }
}
