package org.bridgeconvoy.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TimeWeightedAmountTest {

    @Test
    void the_mean_weighs_each_amount_by_how_long_it_lasted() {
        TimeWeightedAmount tank = new TimeWeightedAmount(2);
        tank.set(5, 4);
        tank.set(1, 10);

        assertThat(tank.value()).isEqualTo(1);
        // 2 for 4 ns, 5 for 6 ns, 1 for 10 ns.
        assertThat(tank.mean(20)).isEqualTo((2 * 4 + 5 * 6 + 1 * 10) / 20.0);
        assertThat(tank.min()).isEqualTo(1);
        assertThat(tank.max()).isEqualTo(5);
        assertThat(tank).hasToString("now 1.0, from 1.0 to 5.0");
    }

    @Test
    void a_reset_keeps_the_amount_and_forgets_the_rest() {
        TimeWeightedAmount tank = new TimeWeightedAmount(2);
        tank.set(9, 5);
        tank.set(1, 10);
        tank.reset(20);

        assertThat(tank.mean(20)).isNaN();
        assertThat(tank.min()).isEqualTo(1);
        assertThat(tank.max()).isEqualTo(1);
        tank.set(3, 30);
        // 1 for 10 ns, 3 for 10 ns.
        assertThat(tank.mean(40)).isEqualTo(2);
        assertThat(tank.max()).isEqualTo(3);
    }

    @Test
    void before_time_passes_there_is_no_mean() {
        assertThat(new TimeWeightedAmount(7).mean(0)).isNaN();
    }

    @Test
    void two_changes_at_one_time_are_allowed_and_a_step_back_is_not() {
        TimeWeightedAmount tank = new TimeWeightedAmount(2);
        tank.set(5, 4);
        tank.set(3, 4);

        assertThat(tank.mean(8)).isEqualTo(2.5);
        assertThat(tank.max()).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tank.set(1, 7))
                .withMessage("time must not go back, got 7 ns after 8 ns (amount 3.0)");
        assertThatIllegalArgumentException().isThrownBy(() -> tank.reset(7));
        assertThatIllegalArgumentException().isThrownBy(() -> tank.mean(7));
    }

    @Test
    void only_finite_amounts_are_taken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeWeightedAmount(Double.NaN))
                .withMessage("an amount must be finite, got NaN");
        TimeWeightedAmount tank = new TimeWeightedAmount(1);
        assertThatIllegalArgumentException().isThrownBy(() -> tank.set(Double.POSITIVE_INFINITY, 1));
        assertThat(tank.value()).isEqualTo(1);
    }
}
