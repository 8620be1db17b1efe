package org.bridgeconvoy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each case fails if what the model says is changed in one of these ways. */
class SensitivityCasesTest {

    private static Set<String> names(UnaryOperator<double[]> change, boolean passed) {
        return SensitivityCases.run(1, change).stream()
                .filter(check -> check.passed() == passed)
                .map(Check::name)
                .collect(Collectors.toSet());
    }

    @Test
    void all_cases_pass_and_each_can_fail() {
        Set<String> all = names(UnaryOperator.identity(), true);
        assertThat(all).hasSize(14);

        List<UnaryOperator<double[]>> changes = List.of(
                values -> Arrays.stream(values).map(y -> y * y * y).toArray(),
                values -> Arrays.stream(values).map(y -> Math.sin(20 * y)).toArray(),
                values -> Arrays.stream(values).map(y -> values[0]).toArray());
        Set<String> failed = new HashSet<>();
        changes.forEach(change -> failed.addAll(names(change, false)));
        assertThat(failed).isEqualTo(all);
    }
}
