package org.bridgeconvoy.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Oracle: the table of states and the list of stages in the contract. */
class TruckStateTest {

    @Test
    void the_states_are_those_of_the_contract() {
        Set<String> expected =
                new TreeSet<>(Set.of("idle", "outbound", "return", "rest", "road", "wait-for-load", "own"));
        for (String station :
                "load export import unload return-load return-export return-import return-unload".split(" ", -1)) {
            expected.add(station);
            expected.add(station + ".closed");
            expected.add(station + ".busy");
        }
        for (String cause : "convoy closure breakdown control clearing headway limit".split(" ", -1)) {
            expected.add("outbound." + cause);
            expected.add("return." + cause);
        }
        assertThat(Arrays.stream(TruckState.values()).map(TruckState::label))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void the_stages_are_those_of_the_contract() {
        assertThat(Arrays.stream(Stage.values()).map(Stage::label))
                .containsExactlyInAnyOrder(
                        "truck",
                        "load",
                        "export",
                        "outbound",
                        "import",
                        "unload",
                        "return",
                        "return-load",
                        "return-export",
                        "return-import",
                        "return-unload");
    }

    @Test
    void a_state_is_found_by_its_stage_and_what_the_truck_does() {
        for (TruckState state : TruckState.values()) {
            state.stage()
                    .ifPresent(stage ->
                            assertThat(TruckState.of(stage, state.activity())).isEqualTo(state));
        }
        assertThatThrownBy(() -> TruckState.of(Stage.TRUCK, Activity.SERVED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no truck is SERVED in the stage TRUCK");
    }
}
