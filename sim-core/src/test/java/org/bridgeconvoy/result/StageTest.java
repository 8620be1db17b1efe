package org.bridgeconvoy.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: the list of stages, the keys of stations and the columns of trips.csv in the contract. */
class StageTest {

    @ParameterizedTest
    @CsvSource({
        "LOAD, origin.loading, true, false",
        "EXPORT, origin.customs, true, false",
        "IMPORT, destination.customs, false, false",
        "UNLOAD, destination.unloading, false, false",
        "RETURN_LOAD, destination.loading, false, true",
        "RETURN_EXPORT, destination.export, false, true",
        "RETURN_IMPORT, origin.import, true, true",
        "RETURN_UNLOAD, origin.unloading, true, true"
    })
    void a_station_has_the_key_of_scenario_files(Stage stage, String key, boolean atOrigin, boolean ofReturnLoad) {
        assertThat(stage.isStation()).isTrue();
        assertThat(stage.key()).isEqualTo(key);
        assertThat(stage.isAtOrigin()).isEqualTo(atOrigin);
        assertThat(stage.isOfReturnLoad()).isEqualTo(ofReturnLoad);
    }

    @ParameterizedTest
    @CsvSource({"TRUCK", "OUTBOUND", "RETURN"})
    void a_stage_without_a_station_has_no_key(Stage stage) {
        assertThat(stage.key()).isEmpty();
        assertThat(stage.isAtOrigin()).isFalse();
        assertThat(stage.isOfReturnLoad()).isFalse();
    }

    @Test
    void the_service_of_a_station_begins_and_ends_in_its_columns() {
        assertThat(Arrays.stream(Stage.values()).filter(Stage::isStation)).allSatisfy(stage -> {
            String column = stage.label().replace('-', '_');
            assertThat(TripTime.begins(stage).column()).isEqualTo(column + "_start");
            assertThat(TripTime.ends(stage).column()).isEqualTo(column + "_end");
        });
    }

    @ParameterizedTest
    @CsvSource({"OUTBOUND, outbound", "RETURN, return"})
    void a_crossing_is_queued_entered_and_left_in_its_columns(Stage stage, String column) {
        assertThat(TripTime.joins(stage, false).column()).isEqualTo(column + "_queued");
        assertThat(TripTime.begins(stage).column()).isEqualTo(column + "_enter");
        assertThat(TripTime.ends(stage).column()).isEqualTo(column + "_exit");
    }

    @Test
    void no_truck_is_in_the_stage_of_a_consignment() {
        assertThatThrownBy(() -> TripTime.ends(Stage.TRUCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TRUCK");
    }

    /** A trip with roads and a return load passes its stages in the order of the contract, and each road where it leads. */
    @Test
    void the_instants_of_a_trip_come_in_their_order_in_time() {
        assertThat(TripTime.inTime(true).stream()
                        .map(TripTime::column)
                        .map(c -> c.replaceAll("_(start|end|enter|exit)$", ""))
                        .distinct())
                .containsExactly(
                        "consigned",
                        "assigned",
                        "load",
                        "road_origin_out",
                        "export",
                        "outbound_queued",
                        "outbound",
                        "import",
                        "road_destination_out",
                        "unload",
                        "return_assigned",
                        "return_load",
                        "road_destination_back",
                        "return_export",
                        "return_queued",
                        "return",
                        "return_import",
                        "road_origin_back",
                        "return_unload",
                        "available");
        assertThat(TripTime.inTime(false))
                .doesNotContainAnyElementsOf(Arrays.stream(TripTime.values())
                        .filter(TripTime::isFurther)
                        .toList())
                .hasSize(17);
    }
}
