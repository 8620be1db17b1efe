package org.bridgeconvoy.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.junit.jupiter.api.Test;

/** A tractor crosses on return, then two cars outbound; the second enters at 9:00 and stands from 9:15 to 10:30, a quarter of the way over. */
class ReplayBreakdownsTest {

    private static final long HORIZON = 86_400_000_000_000L;
    private static final TripTable NO_TRIPS = new TripTable.Builder().build();

    private static long nanos(double hour) {
        return Math.round(hour * 3.6e12);
    }

    private static ReplayVehicles vehicles() {
        TrafficTable.Builder vehicles = new TrafficTable.Builder();
        double[][] hours = {{1, 5, 5, 6}, {0, 6, 6, 7}, {0, 9, 9, 11.25}};
        for (double[] vehicle : hours) {
            int row = vehicles.add((int) vehicle[0]);
            for (TrafficTime time : TrafficTime.values()) {
                vehicles.reached(row, time, nanos(vehicle[time.ordinal() + 1]));
            }
        }
        vehicles.brokeDown(new TrafficTable.Breakdown(2, nanos(9.25), nanos(10.5), 0.25));
        TrafficTable table =
                vehicles.build(List.of(new TrafficTable.Name("cars", true), new TrafficTable.Name("tractors", false)));
        return ReplayVehicles.of(table, HORIZON);
    }

    /** The second car outbound has the number 1 there, whatever joined on return. It drives on at 10:30 for three times its first 15 min. */
    @Test
    void the_script_is_told_where_a_vehicle_stands() throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            new ReplayBreakdowns(NO_TRIPS, 0, vehicles()).write(json);
            json.writeEndObject();
        }
        assertThat(out)
                .hasToString("{\"ways\":[],\"stops\":[],"
                        + "\"vehicleWays\":[[1,0,32400000,0.0,33300000,0.25,37800000,0.25,40500000,1.0]],"
                        + "\"vehicleStops\":[[1,0,33300000,37800000]]}");
    }

    @Test
    void a_still_draws_and_counts_a_vehicle_that_stands() {
        ReplayStill still = new ReplayStill(NO_TRIPS, ReplayData.of(NO_TRIPS, HORIZON), vehicles(), false, 0);

        assertThat(still.clock(LocalDate.of(2024, 9, 2))).endsWith("10:00");
        assertThat(still.counters()).containsEntry("standing", "1").containsEntry("vehicles-on", "1");
        assertThat(still.picture(LocalDate.of(2024, 9, 2), new PageWords(Language.ENGLISH)))
                .as("a quarter of the deck from 220 to 500, 8 wide")
                .contains("<rect x=\"286\"");
    }
}
