package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;

/** Cumulative curves and the paths of a page, for numbers that can be checked by hand. */
class CurveDataTest {

    private static final long HOUR = 3_600_000_000_000L;

    /** Three trucks join at 6, 7 and 8 and enter at 9:00, 9:30 and 10:00; two come back: they join at 11 and 12 and enter at 19. */
    private static RunData run() {
        TripTable.Builder trips = new TripTable.Builder();
        double[][] times = {{6, 9, 11, 19}, {7, 9.5, 12, 19}, {8, 10}};
        for (double[] t : times) {
            int row = trips.add(1, 0, 1);
            trips.reached(row, TripTime.OUTBOUND_QUEUED, Math.round(t[0] * HOUR));
            trips.reached(row, TripTime.OUTBOUND_ENTER, Math.round(t[1] * HOUR));
            trips.reached(row, TripTime.OUTBOUND_EXIT, Math.round((t[1] + 0.1) * HOUR));
            if (t.length > 2) {
                trips.reached(row, TripTime.RETURN_QUEUED, Math.round(t[2] * HOUR));
                trips.reached(row, TripTime.RETURN_ENTER, Math.round(t[3] * HOUR));
                trips.reached(row, TripTime.RETURN_EXIT, Math.round((t[3] + 0.1) * HOUR));
            }
        }
        DailyTable day = new DailyTable(
                List.of("a"),
                List.of(new DailyTable.Cargo(new long[1], new long[1], new long[1])),
                new int[] {3},
                new int[] {3},
                new int[1],
                new int[1],
                new int[1]);
        LocalDate start = LocalDate.of(2024, 9, 2);
        return new RunData("x", start, 24 * HOUR, 0, 946, List.of(day), List.of(trips.build()), Map.of());
    }

    @Test
    void the_vertical_gap_is_the_number_waiting_and_the_horizontal_gap_the_wait() {
        CurveData data = CurveData.of(run());

        assertThat(data.fromHour()).as("first full hour in use").isEqualTo(6);
        assertThat(data.untilHour()).as("the last leaves at 19:06").isEqualTo(20);
        assertThat(data.out().joined()).containsExactly(6, 7, 8);
        assertThat(data.out().entered()).containsExactly(9, 9.5, 10);
        assertThat(data.out().waiting(8)).isEqualTo(3);
        assertThat(data.out().waiting(9)).isEqualTo(2);
        assertThat(data.out().longest()).isEqualTo(8);
        assertThat(data.back().waiting(18)).isEqualTo(2);
        // waits of 3 h, 2.5 h and 2 h
        assertThat(data.out().wait(data.out().median())).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void a_path_of_a_page_keeps_its_places_to_a_tenth() {
        assertThat(PathText.shorter("<path d=\"M51 202 L51 202 L53.23 202 L53.64 202 L53.64 200.63 L10 0.04 Z\"/>"))
                .isEqualTo("<path d=\"M51 202h2.6v-1.4l-43.6-200.6z\"/>");
        assertThat(PathText.shorter("<path d=\"M1 1 C2 2 3 3 4 4\"/>")).isEqualTo("<path d=\"M1 1 C2 2 3 3 4 4\"/>");
    }

    /** The three trips of {@link #run}: two are back at 19, the third stays; the first waits from 6 to 9 and from 11 to 19. */
    @Test
    void a_row_of_the_day_of_trucks_has_its_waits_and_crossings() {
        GanttData data = GanttData.of(run());

        assertThat(data.trips()).isEqualTo(3);
        assertThat(data.rows()).hasSize(3);
        GanttData.Row first = data.rows().get(0);
        assertThat(first.until()).isCloseTo(19.1, within(1e-9));
        assertThat(first.parts())
                .extracting(part -> part.stage() + " " + part.waits() + " " + Math.round(part.from()) + "-"
                        + Math.round(part.until()))
                .contains("OUTBOUND true 6-9", "OUTBOUND false 9-9", "RETURN true 11-19", "RETURN false 19-19");
    }

    /** On the only day, a Monday, one waits from 6 to 7, two until 8, three until 9, two until 9:30. */
    @Test
    void the_week_has_the_mean_number_waiting_in_each_hour() {
        WeekData data = WeekData.of(run());

        assertThat(data.days()).containsExactly(1, 0, 0, 0, 0, 0, 0);
        assertThat(data.median()[0][6]).isCloseTo(1, within(1e-9));
        assertThat(data.median()[0][7]).isCloseTo(2, within(1e-9));
        assertThat(data.median()[0][8]).isCloseTo(3, within(1e-9));
        assertThat(data.median()[0][9])
                .as("looks at 9:00, 9:10 and 9:20 see two, at 9:30 to 9:50 one")
                .isCloseTo(1.5, within(1e-9));
        assertThat(data.median()[1][6]).isNaN();
        assertThat(data.busiest()).isEqualTo(8);
    }
}
