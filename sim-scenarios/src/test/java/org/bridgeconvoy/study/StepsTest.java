package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tenth, or one of a count. */
class StepsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 1",
        "2, 3, 1",
        "5, 6, 4",
        "10, 11, 9",
        "14, 15, 13",
        "16, 18, 14",
        "300, 330, 270",
        "2147483647, 2147483647, 1932735282",
    })
    void a_count_changes_by_a_tenth_and_by_at_least_one(int count, int more, int fewer) {
        assertThat(Steps.more(count)).isEqualTo(more);
        assertThat(Steps.fewer(count)).isEqualTo(fewer);
    }

    @Test
    void a_change_is_told_with_its_unit() {
        assertThat(Steps.less(30_000_000_000L)).isEqualTo(27_000_000_000L);
        assertThat(Steps.seconds(30_000_000_000L, 27_000_000_000L)).isEqualTo("30 s to 27 s");
        assertThat(Steps.seconds(1_500_000_000L, 1_350_000_000L)).isEqualTo("1.5 s to 1.35 s");
        assertThat(Steps.tonnes(100, 110)).isEqualTo("100 to 110 t");
        assertThat(Steps.tonnes(0.12345, 0.1356)).isEqualTo("0.123 to 0.136 t");
    }
}
