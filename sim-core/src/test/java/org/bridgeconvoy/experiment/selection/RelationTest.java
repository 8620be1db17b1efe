package org.bridgeconvoy.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelationTest {

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, false, true, true",
        "AT_MOST, true, true, false",
        "ABOVE, false, false, true",
        "BELOW, true, false, false"
    })
    void a_value_below_at_and_above_the_bound(Relation relation, boolean below, boolean at, boolean above) {
        assertThat(relation.isMet(2, 3)).isEqualTo(below);
        assertThat(relation.isMet(3, 3)).isEqualTo(at);
        assertThat(relation.isMet(4, 3)).isEqualTo(above);
        assertThat(relation.isMet(Double.NaN, 3)).isFalse();
        assertThat(relation.sign()).isEqualTo(above ? 1 : -1);
    }
}
