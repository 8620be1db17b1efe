package org.bridgeconvoy.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;

class UncertainInputsTest {

    private static final UncertainInput RATE = new UncertainInput(
            "demand.*.rate",
            Input.of("demand.*.rate", Distribution.uniform(0.5, 2)),
            "times",
            List.of(),
            List.of(
                    new UncertainInput.Target("demand.steel.rate", value -> 10 * value + " trucks/d"),
                    new UncertainInput.Target("demand.wool.rate", value -> 4 * value + " t/d")));

    private static final UncertainInput HOURS = new UncertainInput(
            "bridge.hours",
            Input.choice("bridge.hours", 1, 1),
            "",
            List.of("always", "08:00-17:00"),
            List.of(new UncertainInput.Target("bridge.hours", value -> value == 0 ? "always" : "\"08:00-17:00\"")));

    private static UncertainInput of(String unit) {
        return new UncertainInput("a", Input.of("a", Distribution.uniform(0, 9)), unit, List.of(), List.of());
    }

    @Test
    void a_world_sets_each_place_of_each_input() {
        UncertainInputs inputs = new UncertainInputs(List.of(RATE, HOURS), List.of(), List.of());

        assertThat(inputs.world(1.5, 1))
                .containsExactly(
                        "demand.steel.rate=15.0 trucks/d", "demand.wool.rate=6.0 t/d", "bridge.hours=\"08:00-17:00\"");
        assertThatThrownBy(() -> inputs.world(1.5)).hasMessage("2 values are needed, got 1");
        assertThat(inputs.space().world(0.5, 0.9)).containsExactly(1.25, 1);
        assertThat(inputs.isEmpty()).isFalse();
        assertThat(inputs.isJoint()).isFalse();
    }

    @Test
    void a_row_of_a_joint_sample_sets_each_column() {
        UncertainInputs joint = new UncertainInputs(
                List.of(),
                List.of("fleet.trucks", "bridge.headway"),
                List.of(List.of("9", "20 s"), List.of("8", "30 s")));

        assertThat(joint.world(1)).containsExactly("fleet.trucks=8", "bridge.headway=30 s");
        assertThat(joint.isJoint()).isTrue();
        assertThat(joint.isEmpty()).isFalse();
        assertThat(UncertainInputs.NONE.isEmpty()).isTrue();
        assertThat(UncertainInputs.NONE.isJoint()).isFalse();
    }

    @Test
    void a_value_is_shown_with_its_unit_as_a_factor_or_as_the_choice() {
        assertThat(of("min").shown(37.2)).isEqualTo("37.2 min");
        assertThat(of("").shown(3)).isEqualTo("3");
        assertThat(RATE.shown(1.3)).isEqualTo("times 1.3");
        assertThat(HOURS.shown(1)).isEqualTo("08:00-17:00");
        assertThat(HOURS.shown(0)).isEqualTo("always");
    }
}
