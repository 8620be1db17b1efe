package org.bridgeconvoy.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.bridgeconvoy.result.DailyColumn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Labels of columns. Oracle: what the guide says the columns are. */
class ColumnLabelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "outbound_trucks | outbound trucks",
                "delivered_t | tonnes delivered",
                "queue_truck | truckloads that wait for a truck",
                "queue_outbound | trucks that wait for the bridge, outbound",
                "wait_import_min | minutes of waiting for import customs",
                "wait_return-export_min | minutes of waiting for export customs, return",
                "queue_traffic.market | vehicles of market that wait",
                "wait_traffic_min.market | minutes of waiting of market",
            })
    void columns_have_words(String name, String label) {
        assertThat(ColumnLabel.of(name)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"wait_min", "wait_nowhere_min", "queue_", "trucks"})
    void an_unknown_name_stays(String name) {
        assertThat(ColumnLabel.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @EnumSource
    void no_label_of_a_day_is_a_name(DailyColumn column) {
        assertThat(ColumnLabel.of(column)).doesNotContain("_");
    }

    @Test
    void a_column_of_a_day_is_found_by_its_name() {
        assertThat(ColumnLabel.of(DailyColumn.AWAY_TRUCKS.label())).isEqualTo("trucks away at the day's end");
    }
}
