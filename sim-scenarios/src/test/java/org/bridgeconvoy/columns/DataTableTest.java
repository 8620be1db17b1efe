package org.bridgeconvoy.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Oracle: the words of the guide on large studies. That DuckDB and another reader agree is the business of {@code .ci/columns}. */
class DataTableTest {

    private static final DataTable TRIPS = new DataTable("trips");

    private static final List<String> COLUMNS = List.of(
            "replication",
            "cargo",
            "load_t",
            "consigned",
            "assigned",
            "load_end",
            "unload_end",
            "available",
            "return_load_t",
            "return_assigned",
            "road_origin_out_end");

    @Test
    void each_instant_of_a_trip_but_the_first_is_counted_from_one_that_was_reached_before() {
        assertThat(TRIPS.stored(COLUMNS))
                .extracting(DataTable.Stored::stored, DataTable.Stored::from)
                .map(Object::toString)
                .containsExactly(
                        "(\"replication\", \"\")",
                        "(\"cargo\", \"\")",
                        "(\"load_t\", \"\")",
                        "(\"consigned\", \"\")",
                        "(\"assigned_ms\", \"consigned\")",
                        "(\"load_end_ms\", \"assigned\")",
                        "(\"unload_end_ms\", \"load_end\")",
                        "(\"available_ms\", \"unload_end\")",
                        "(\"return_load_t\", \"\")",
                        "(\"return_assigned_ms\", \"unload_end\")",
                        "(\"road_origin_out_end_ms\", \"load_end\")");
    }

    @Test
    void an_instant_is_the_first_one_and_the_durations_on_the_way() {
        assertThat(TRIPS.fromParquet(List.of("cargo", "consigned", "assigned_ms", "load_end_ms")))
                .isEqualTo(
                        "\"cargo\", \"consigned\", epoch_ms(epoch_ms(\"consigned\") + \"assigned_ms\") AS \"assigned\","
                                + " epoch_ms(epoch_ms(\"consigned\") + \"assigned_ms\" + \"load_end_ms\") AS \"load_end\"");
    }

    @Test
    void times_of_other_tables_stay_times() {
        assertThat(new DataTable("traffic").stored(List.of("vehicle", "queued", "enter")))
                .noneMatch(DataTable.Stored::isDuration);
    }

    @Test
    void a_column_has_its_type_and_unit() {
        assertThat(COLUMNS.stream().map(DataTable::type).limit(4))
                .containsExactly("INTEGER", "VARCHAR", "DECIMAL(18,9)", "TIMESTAMP");
        assertThat(DataTable.type("date")).isEqualTo("DATE");
        assertThat(DataTable.type("outbound_trucks")).isEqualTo("INTEGER");
        assertThat(DataTable.unit("load_t")).contains("t");
        assertThat(DataTable.unit("away_trucks")).contains("trucks");
        assertThat(DataTable.unit("lead_time_h")).contains("h");
        assertThat(DataTable.unit("lead_time_h.sd")).contains("h");
        assertThat(DataTable.unit("cargo")).isEmpty();
    }

    @Test
    void a_name_in_quotes_may_hold_commas_and_quotes() {
        assertThat(Header.cells("world,\"a, b\",\"say \"\"no\"\"\",c"))
                .containsExactly("world", "a, b", "say \"no\"", "c");
    }
}
