package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue of stages and the keys of scenario files agree on each station. */
class StageKeysTest {

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"TRUCK", "OUTBOUND", "RETURN"})
    void the_key_of_a_stage_sets_its_station(Stage stage) {
        String station = stage.key() + "={servers: 7, time: 5 min}";
        Scenario scenario =
                new ScenarioLoader().load("garments-return", List.of(station)).scenario();
        ConvoyConfig config = Objects.requireNonNull(scenario).config();
        StationConfig found = Objects.requireNonNull(config.station(stage));
        assertThat(found.shifts())
                .singleElement()
                .satisfies(shift -> assertThat(shift.servers()).isEqualTo(7));
    }
}
