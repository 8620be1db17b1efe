package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CsvFilesTest {

    private final StringWriter out = new StringWriter();

    @Test
    void trips_have_a_row_each_with_times_to_the_millisecond() throws IOException {
        CsvFiles.trips(SampleResult.of(), out);

        assertThat(out).hasToString("""
                replication,trip,truck,cargo,load_t,consigned,assigned,load_start,load_end,export_start,export_end,\
                outbound_queued,outbound_enter,outbound_exit,import_start,import_end,unload_start,unload_end,\
                return_queued,return_enter,return_exit,available
                1,1,3,"brick, red",12.3456789,2024-12-31T00:00:00.000,2024-12-31T00:00:00.000,\
                2024-12-31T00:00:00.001,2025-01-01T00:00:00.000,,,,,,,,,,,,,
                1,2,1,cloth,40,2024-12-31T08:00:00.000,2024-12-31T09:00:00.000,2024-12-31T10:00:00.000,\
                2024-12-31T11:00:00.000,2024-12-31T12:00:00.000,2024-12-31T13:00:00.000,2024-12-31T14:00:00.000,\
                2024-12-31T15:00:00.000,2024-12-31T16:00:00.000,2024-12-31T17:00:00.000,2024-12-31T18:00:00.000,\
                2024-12-31T19:00:00.000,2024-12-31T20:00:00.000,2024-12-31T21:00:00.000,2024-12-31T22:00:00.000,\
                2024-12-31T23:00:00.000,2025-01-01T00:00:00.000
                """);
    }

    @Test
    void days_have_a_row_for_each_replication_and_day() throws IOException {
        CsvFiles.daily(SampleResult.of(), out);

        assertThat(out).hasToString("""
                replication,day,date,consigned_trucks,consigned_t,outbound_trucks,delivered_trucks,delivered_t,\
                return_trucks,backlog_t,away_trucks
                1,0,2024-12-31,2,80,1,1,40,0,0.000000001,1
                1,1,2025-01-01,1,40.5,1,0,0,1,0,0
                2,0,2024-12-31,2,80,1,1,40,0,0.000000001,1
                2,1,2025-01-01,1,40.5,1,0,0,1,0,0
                """);
    }

    @Test
    void days_by_cargo_quote_a_name_with_a_comma() throws IOException {
        CsvFiles.dailyByCargo(SampleResult.of(), out);

        assertThat(out.toString()).startsWith("""
                replication,day,date,cargo,consigned_t,delivered_t,backlog_t
                1,0,2024-12-31,cloth,80,40,0.000000001
                1,0,2024-12-31,"brick, red",0,0,0
                1,1,2025-01-01,cloth,40.5,0,0
                """).hasLineCount(9);
    }

    @Test
    void metrics_leave_a_value_that_there_is_not_empty() throws IOException {
        CsvFiles.metrics(SampleResult.of(), out);

        assertThat(out.toString().lines())
                .startsWith("metric,unit,mean,sd,half_width_95,min,max,n,not_cleared")
                .contains("wait_return_min,min,,,,,,0,", "days_to_clear.cloth,d,1.5,,,1.5,1.5,1,1")
                .contains("\"delivered_t_per_day.brick, red\",t/d,0,0,0,0,0,2,");
    }
}
