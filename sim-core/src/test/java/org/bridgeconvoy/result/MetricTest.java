package org.bridgeconvoy.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the table of metrics in the contract. */
class MetricTest {

    @Test
    void the_families_are_those_of_the_contract() {
        assertThat(Arrays.stream(MetricFamily.values()).map(MetricFamily::pattern))
                .containsExactlyInAnyOrder(
                        "outbound_trucks_per_day",
                        "return_trucks_per_day",
                        "delivered_t_per_day",
                        "delivered_t_per_day.CARGO",
                        "outbound_trucks_per_open_day",
                        "lead_time_h",
                        "lead_time_h_p95",
                        "lead_time_h.CARGO",
                        "lead_time_h.CARGO_p95",
                        "cycle_time_h",
                        "wait_STAGE_min",
                        "wait_STAGE_p95_min",
                        "queue_STAGE",
                        "queue_STAGE_max",
                        "utilisation_STATION",
                        "bridge_occupied_DIRECTION",
                        "bridge_turns_per_day",
                        "away_overnight",
                        "share_of_open_days.GOAL",
                        "return_t_per_day",
                        "traffic_per_day.NAME",
                        "wait_traffic_min.NAME",
                        "wait_traffic_p95_min.NAME",
                        "queue_traffic_max.NAME",
                        "undelivered_end_t",
                        "days_to_clear.CARGO",
                        "truck_h_per_day.STATE",
                        "cost",
                        "observed_error.COLUMN",
                        "observed_rmse.COLUMN",
                        "observed_mape.COLUMN",
                        "recovery_d");
    }

    @ParameterizedTest
    @EnumSource
    void a_metric_is_found_by_its_name(MetricFamily family) {
        for (String part : parts(family.part())) {
            Metric metric = part.isEmpty() ? Metric.of(family) : Metric.of(family, part);
            assertThat(Metric.find(metric.name())).contains(metric);
            Metric found = Metric.find(metric.name()).orElseThrow();
            assertThat(found.family()).isEqualTo(family);
            assertThat(found.part()).isEqualTo(part);
        }
    }

    private static List<String> parts(MetricPart part) {
        return switch (part) {
            case NONE -> List.of("");
            case STAGE -> Arrays.stream(Stage.values()).map(Stage::label).toList();
            case STATION -> List.of("load", "return-unload");
            case DIRECTION -> List.of("outbound", "return");
            case STATE ->
                Arrays.stream(TruckState.values()).map(TruckState::label).toList();
            case CARGO, GOAL, TRAFFIC, COLUMN -> List.of("cloth", "brick, red", "p95", "CARGO", "GOAL", "NAME", "a.b");
        };
    }

    @ParameterizedTest
    @EnumSource
    void every_family_says_what_it_is_in_a_few_words_and_in_a_sentence(MetricFamily family) {
        assertThat(family.text()).isNotBlank().doesNotEndWith(".");
        assertThat(family.definition()).matches("[A-Z0-9].*[^.]\\.");
        assertThat(family.pattern()).contains(family.part().token());
        assertThat(family.text() + family.definition())
                .contains(family.part().token().replace("DIRECTION", "direction"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "delivered_t_per_day.",
                "wait__min",
                "wait_lod_min",
                "wait_loadmin",
                "utilisation_truck",
                "bridge_occupied_load",
                "truck_h_per_day.load.convoy",
                "Delivered_t_per_day",
                "lead_time_h.CARGO_p9"
            })
    void what_no_scenario_can_have_is_not_found(String name) {
        assertThat(Metric.find(name).map(Metric::family).filter(f -> f.part() != MetricPart.CARGO))
                .isEmpty();
    }

    @Test
    void a_percentile_of_a_cargo_is_no_mean_of_a_cargo_with_a_name_that_ends_so() {
        Metric percentile = Metric.find("lead_time_h.cloth_p95").orElseThrow();

        assertThat(percentile.part()).isEqualTo("cloth");
        assertThat(percentile.isPercentile()).isTrue();
        assertThat(Metric.of(MetricFamily.LEAD_TIME_H_OF_CARGO, "odd_p95").isPercentile())
                .isFalse();
    }

    @Test
    void words_and_units_are_those_of_the_stage_and_the_part() {
        Metric wait = Metric.of(MetricFamily.WAIT_MIN, Stage.OUTBOUND);
        assertThat(wait.name()).isEqualTo("wait_outbound_min");
        assertThat(wait.text()).isEqualTo("minutes waiting for the bridge, outbound, mean");
        assertThat(wait.stage()).contains(Stage.OUTBOUND);
        assertThat(Metric.of(MetricFamily.QUEUE, Stage.TRUCK).unit()).isEqualTo("consignments");
        assertThat(Metric.of(MetricFamily.QUEUE, Stage.LOAD).unit()).isEqualTo("trucks");
        assertThat(Metric.of(MetricFamily.QUEUE, Stage.TRUCK).text())
                .isEqualTo("consignments waiting for a truck, time average");
        assertThat(Metric.of(MetricFamily.DELIVERED_T_PER_DAY_OF_CARGO, "WHO").text())
                .isEqualTo("tonnes delivered a day of WHO");
    }

    @Test
    void the_unit_of_an_observed_column_is_that_of_its_numbers() {
        assertThat(Metric.of(MetricFamily.OBSERVED_ERROR, "delivered_t").unit()).isEqualTo("t");
        assertThat(Metric.of(MetricFamily.OBSERVED_RMSE, "wait_import_min").unit())
                .isEqualTo("min");
        assertThat(Metric.of(MetricFamily.OBSERVED_RMSE, "wait_traffic_min.cars")
                        .unit())
                .isEqualTo("min");
        assertThat(Metric.of(MetricFamily.OBSERVED_RMSE, "queue_traffic.cars").unit())
                .isEqualTo("vehicles");
        assertThat(Metric.of(MetricFamily.OBSERVED_RMSE, "queue_truck").unit()).isEqualTo("consignments");
        assertThat(Metric.of(MetricFamily.OBSERVED_RMSE, "outbound_trucks").unit())
                .isEqualTo("trucks");
        assertThat(Metric.of(MetricFamily.OBSERVED_MAPE, "outbound_trucks").unit())
                .isEmpty();
    }

    @Test
    void a_note_stands_behind_the_words_and_changes_nothing_else() {
        Metric plain = Metric.of(MetricFamily.UTILISATION, Stage.LOAD);
        Metric noted = plain.withNote("above 1");

        assertThat(noted.text()).isEqualTo(plain.text() + "; above 1");
        assertThat(noted).isEqualTo(plain).hasSameHashCodeAs(plain);
    }

    @Test
    void of_stages_only_the_crossings_are_shown_everywhere() {
        assertThat(Metric.of(MetricFamily.WAIT_MIN, Stage.RETURN).prominence()).isEqualTo(Prominence.HEADLINE);
        assertThat(Metric.of(MetricFamily.WAIT_MIN, Stage.LOAD).prominence()).isEqualTo(Prominence.DETAIL);
    }

    @Test
    void a_metric_that_its_family_does_not_have_is_refused() {
        assertThatThrownBy(() -> Metric.of(MetricFamily.WAIT_MIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("wait_STAGE_min needs a STAGE");
        assertThatThrownBy(() -> Metric.of(MetricFamily.LEAD_TIME_H, "cloth"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no lead_time_h of 'cloth'");
        assertThatThrownBy(() -> Metric.of(MetricFamily.UTILISATION, Stage.TRUCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no utilisation_STATION of 'truck'");
    }
}
