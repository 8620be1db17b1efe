package org.bridgeconvoy.experiment.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bridgeconvoy.experiment.theory.ClosedNetwork.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the ranges of the Javadoc, and the formulas at their ends, by hand. */
class TheoryEdgesTest {

    private static Arguments no(String message, ThrowingCallable call) {
        return Arguments.of(message, call);
    }

    static Stream<Arguments> outside() {
        return Stream.of(
                no("servers must be >= 1, got 0", () -> Queues.erlangC(0, 0)),
                no("offered load must be >= 0 and < 2, got -0.1", () -> Queues.erlangC(2, -0.1)),
                no("offered load must be >= 0 and < 2, got 2.0", () -> Queues.erlangC(2, 2)),
                no("mean service must be > 0, got 0.0", () -> Queues.waitInMMc(1, 0.5, 0)),
                no("mean service must be > 0, got 0.0", () -> Queues.waitInMG1(0.5, 0, 1)),
                no("squared variation must be >= 0, got -0.1", () -> Queues.waitInMG1(0.5, 1, -0.1)),
                no("utilisation must be >= 0 and < 1, got -0.5", () -> Queues.waitInMG1(-0.5, 1, 1)),
                no("crews must be >= 1, got 0", () -> Queues.machinesDown(1, 1, 1, 0)),
                no("rates must be > 0, got 0.0 and 1.0", () -> Queues.machinesDown(1, 0, 1, 1)),
                no("rates must be > 0, got 1.0 and 0.0", () -> Queues.machinesDown(1, 1, 0, 1)),
                no("window and crossing must be >= 0", () -> SingleLane.windowCapacity(-1, 0, 1)),
                no("window and crossing must be >= 0", () -> SingleLane.windowCapacity(1, -1, 1)),
                no("headway must be > 0, got 0", () -> SingleLane.windowCapacity(1, 1, 0)),
                no("platoon must be >= 1, got 0", () -> SingleLane.saturatedThroughput(0, 1, 1, 1)),
                no("times must not be negative, crossing above 0", () -> SingleLane.saturatedThroughput(1, -1, 1, 1)),
                no("times must not be negative, crossing above 0", () -> SingleLane.saturatedThroughput(1, 1, 0, 1)),
                no("times must not be negative, crossing above 0", () -> SingleLane.saturatedThroughput(1, 1, 1, -1)),
                no("lost time must be > 0, got 0.0", () -> SingleLane.alternatingCycle(0, 0.1, 0.1)),
                no(
                        "loads must be >= 0 and together < 1, got -0.1 and 0.1",
                        () -> SingleLane.alternatingCycle(1, -0.1, 0.1)),
                no(
                        "loads must be >= 0 and together < 1, got 0.1 and -0.1",
                        () -> SingleLane.alternatingCycle(1, 0.1, -0.1)),
                no(
                        "loads must be >= 0 and together < 1, got 0.5 and 0.5",
                        () -> SingleLane.alternatingCycle(1, 0.5, 0.5)),
                no("headway must be > 0 and lost time >= 0", () -> SingleLane.exhaustivePollingWait(0.1, 0, 1)),
                no("headway must be > 0 and lost time >= 0", () -> SingleLane.exhaustivePollingWait(0.1, 1, -1)),
                no(
                        "the load of both sides must be >= 0 and < 1, got 1.0",
                        () -> SingleLane.exhaustivePollingWait(0.5, 1, 1)),
                no(
                        "the load of both sides must be >= 0 and < 1, got -1.0",
                        () -> SingleLane.exhaustivePollingWait(-0.5, 1, 1)),
                no("demand must be >= 0, got -1.0", () -> new Station(-1, 1)),
                no("demand must be >= 0, got Infinity", () -> new Station(Double.POSITIVE_INFINITY, 1)),
                no("servers must be >= 1, got 0", () -> new Station(1, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outside")
    void what_a_formula_does_not_hold_for_is_refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void formulas_hold_at_the_ends_of_their_ranges() {
        assertThat(Queues.erlangC(1, 0)).isZero();
        assertThat(Queues.waitInMG1(0, 1, 0)).isZero();
        assertThat(Queues.machinesDown(1, 1, 1, 1)).isEqualTo(0.5);
        assertThat(SingleLane.windowCapacity(0, 0, 1)).isEqualTo(1);
        assertThat(SingleLane.saturatedThroughput(1, 0, 300, 0)).isEqualTo(1.0 / 300);
        assertThat(SingleLane.alternatingCycle(340, 0, 0)).isEqualTo(680);
        assertThat(SingleLane.exhaustivePollingWait(0, 6, 340)).isEqualTo(340);
        assertThat(SingleLane.exhaustivePollingWait(0.1, 1, 0)).isCloseTo(0.2 / 1.6, within(1e-15));
    }

    @Test
    void sides_with_different_loads_wait_by_their_own() {
        // 680 ÷ 0.6, and of that cycle 0.9 and 0.7, halved.
        assertThat(SingleLane.alternatingCycle(340, 0.1, 0.3)).isCloseTo(680 / 0.6, within(1e-9));
        assertThat(SingleLane.alternatingDelay(340, 0.1, 0.3)).isCloseTo(510, within(1e-9));
        assertThat(SingleLane.alternatingDelay(340, 0.3, 0.1)).isCloseTo(680 / 0.6 * 0.35, within(1e-9));
    }

    @Test
    void a_station_that_a_customer_passes_in_no_time_changes_nothing() {
        ClosedNetwork with = ClosedNetwork.of(List.of(new Station(2, 1), new Station(0, 1)), 3);
        assertThat(with.throughput()).isEqualTo(0.5);
        assertThat(with.residence()).containsExactly(6.0, 0.0);
        assertThat(with.number()).containsExactly(3.0, 0.0);
    }

    @Test
    void machines_with_three_crews_are_down_as_birth_and_death_has_it() {
        // Six machines, rates 0.1 and 0.25: the weight of k down is that of k - 1 times (7 - k) · 0.4 ÷ min(k, 3).
        double[] weights = {1, 2.4, 2.4, 1.28, 0.512, 0.512 * 0.8 / 3, 0.512 * 0.8 / 3 * 0.4 / 3};
        double sum = 0;
        double down = 0;
        for (int k = 0; k < weights.length; k++) {
            sum += weights[k];
            down += k * weights[k];
        }
        ClosedNetwork network = ClosedNetwork.of(List.of(new Station(10, Station.DELAY), new Station(4, 3)), 6);
        assertThat(network.number().get(1)).isCloseTo(down / sum, within(1e-12));
        assertThat(Queues.machinesDown(6, 0.1, 0.25, 3)).isCloseTo(down / sum, within(1e-12));
    }
}
