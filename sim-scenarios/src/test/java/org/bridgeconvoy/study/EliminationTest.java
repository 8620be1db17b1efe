package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.study.Elimination.Gain;
import org.bridgeconvoy.study.Elimination.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EliminationTest {

    @ParameterizedTest(name = "{0} replications")
    @ValueSource(ints = {2, 7, 8, 30, 1000})
    void all_intervals_at_all_looks_hold_together_with_95_percent(int replications) {
        List<Look> looks = Elimination.looks(replications, 20);

        double error =
                looks.stream().mapToDouble(look -> 20 * (1 - look.level())).sum();
        assertThat(error).isCloseTo(0.05, within(1e-12));
        assertThat(looks.get(looks.size() - 1).replications()).isEqualTo(replications);
    }

    @Test
    void thirty_replications_are_looked_at_after_four_and_eight() {
        assertThat(Elimination.looks(30, 20)).extracting(Look::replications).containsExactly(4, 8, 30);
        assertThat(Elimination.looks(5, 20)).extracting(Look::replications).containsExactly(5);
    }

    private static Gain gain(double mean, double halfWidth, int replications) {
        Relaxation none = new Relaxation("fleet.trucks", "trucks", "1 to 2", Worlds.simple());
        return new Gain(none, new double[replications], mean, halfWidth, Verdict.UNDECIDED, false);
    }

    @Test
    void what_may_still_reach_the_least_gain_runs_on() {
        assertThat(gain(5, 4, 4).isBelow(10)).isTrue();
        assertThat(gain(5, 6, 4).isBelow(10)).isFalse();
    }

    @Test
    void zeros_are_not_believed_after_four_replications() {
        assertThat(gain(0, 0, 4).isBelow(10)).isFalse();
        assertThat(gain(0, 0, 8).isBelow(10)).isTrue();
    }
}
