package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.DailyTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of tonnes a day made by hand; the fluid queue behind them is reckoned in the test. */
class DemandCheckTest {

    /** What is consigned each day is delivered by a server of some tonnes a day, first come first served, after a delay. */
    private static DailyTable queue(int days, int delayDays, IntToDoubleFunction demand, IntToDoubleFunction capacity) {
        long[] consigned = new long[days];
        long[] delivered = new long[days];
        double waiting = 0;
        for (int day = 0; day < days; day++) {
            consigned[day] = (long) (demand.applyAsDouble(day) * 1e9);
            waiting += consigned[day] / 1e9;
            double served = Math.min(waiting, capacity.applyAsDouble(day));
            waiting -= served;
            if (day + delayDays < days) {
                delivered[day + delayDays] = (long) (served * 1e9);
            }
        }
        int[] none = new int[days];
        return new DailyTable(
                List.of("all"),
                List.of(new DailyTable.Cargo(consigned, delivered, new long[days])),
                none,
                none,
                none,
                none,
                none);
    }

    private static DemandCheck.Outcome check(int warmUpDays, int days, DailyTable table) {
        return DemandCheck.of(List.of(table, table), warmUpDays * Nanos.DAY, days * Nanos.DAY);
    }

    @ParameterizedTest(name = "{0} days, pipeline of {1} days, capacity {2} t/d for 100 t/d: {3}")
    @CsvSource({
        "28, 0, 110, true",
        "28, 2, 110, true",
        "28, 2, 100, true",
        "28, 2, 95, false",
        "28, 0, 90, false",
        "10, 1, 110, true",
        "10, 1, 90, false",
        "8, 0, 110, true",
        "8, 1, 90, false",
        "5, 1, 110, true",
        "5, 1, 80, false",
        "3, 0, 110, true",
        "3, 0, 90, false",
        "365, 3, 101, true",
        "28, 0, 99, false",
        "28, 0, 99.8, true",
        "365, 3, 95, false"
    })
    void demand_limits_exactly_if_capacity_suffices(int days, int pipeline, double capacity, boolean demandLimits) {
        DailyTable table = queue(days, pipeline, d -> 100, d -> capacity);

        DemandCheck.Outcome outcome = check(0, days, table);

        assertThat(outcome.isDemand()).as(outcome.evidence()).isEqualTo(demandLimits);
        assertThat(outcome.grows()).isEqualTo(!demandLimits);
    }

    @Test
    void days_of_rest_do_not_look_like_a_growing_backlog() {
        // Seven days a week are consigned, six are served: after a Sunday 100 t wait.
        DailyTable table = queue(35, 1, d -> 100, d -> d % 7 == 6 ? 0 : 130);

        assertThat(check(7, 35, table).isDemand()).isTrue();
        assertThat(check(7, 34, queue(34, 1, d -> 100, d -> d % 7 == 6 ? 0 : 130))
                        .isDemand())
                .isTrue();
    }

    @Test
    void a_pipeline_that_grows_with_demand_is_no_backlog() {
        DailyTable table = queue(28, 3, d -> 100 + 4 * d, d -> 1e6);

        assertThat(check(0, 28, table).isDemand()).isTrue();
    }

    @Test
    void a_growing_demand_beyond_capacity_is_a_backlog() {
        DailyTable table = queue(28, 1, d -> 100 + 4 * d, d -> 150);

        assertThat(check(0, 28, table).isDemand()).isFalse();
    }

    @Test
    void a_backlog_still_being_worked_off_is_not_limited_by_demand() {
        DailyTable table = queue(28, 0, d -> d == 0 ? 5000 : 100, d -> 150);

        assertThat(check(0, 28, table).isDemand()).isFalse();
    }

    @Test
    void a_backlog_that_was_worked_off_early_leaves_demand_as_the_limit() {
        DailyTable table = queue(28, 0, d -> d == 0 ? 500 : 100, d -> 150);

        assertThat(check(0, 28, table).isDemand()).isTrue();
    }

    @Test
    void a_backlog_that_was_worked_off_in_the_last_week_leaves_demand_as_the_limit() {
        // Nothing is served from day 14 to 20, all of it by day 25.
        DailyTable table = queue(28, 0, d -> 100, d -> d >= 14 && d < 21 ? 0 : 250);

        assertThat(check(0, 28, table).isDemand()).isTrue();
    }

    @Test
    void without_demand_nothing_else_limits() {
        assertThat(check(0, 28, queue(28, 0, d -> 0, d -> 150)).isDemand()).isTrue();
    }

    @Test
    void a_window_below_two_days_is_judged_by_what_is_left() {
        // 0.1 t and 1 t of 100 t are left.
        assertThat(check(0, 1, queue(1, 0, d -> 100, d -> 99.9)).isDemand()).isTrue();
        assertThat(check(0, 1, queue(1, 0, d -> 100, d -> 99)).grows()).isTrue();
    }

    @Test
    void growth_that_may_be_chance_does_not_count() {
        // 70 t more in one replication, 70 t less in the other: 0 on average; then 210 t and 0 t, of 1400 t consigned
        // between.
        DailyTable steady = queue(28, 0, d -> 100, d -> 100);
        DailyTable growing = queue(28, 0, d -> 100, d -> 85);

        DemandCheck.Outcome outcome = DemandCheck.of(List.of(steady, growing), 0, 28 * Nanos.DAY);

        assertThat(outcome.grows()).isFalse();
        assertThat(outcome.evidence()).contains("may be chance");
    }

    @Test
    void what_is_under_way_is_held_against_the_week_before_each_midnight() {
        // Two days are under way: 200 t before day 14, 300 t before day 28, as much more as is consigned in a week.
        DailyTable table = queue(28, 2, d -> d < 14 ? 100 : 150, d -> 1e6);

        assertThat(check(0, 28, table).grows()).isFalse();
        // Again 100 t more under the old demand of 100 t a day.
        assertThat(check(0, 28, queue(28, 2, d -> 100, d -> d == 20 ? 0 : 100)).grows())
                .isTrue();
    }

    @Test
    void tonnes_have_commas_between_their_thousands() {
        // 14 days of 10,000 t consigned and 9,000 t served leave 14,000 t more, of 140,000 t.
        assertThat(check(0, 28, queue(28, 0, d -> 10_000, d -> 9_000)).evidence())
                .startsWith("14,000 t more undelivered than 14 days before")
                .endsWith("10.0% of the 140,000 t consigned meanwhile");
    }

    @Test
    void one_replication_cannot_show_growth() {
        DailyTable table = queue(28, 0, d -> 100, d -> 50);

        assertThat(DemandCheck.of(List.of(table), 0, 28 * Nanos.DAY).grows()).isFalse();
    }

    @Test
    void the_two_midnights_are_whole_weeks_apart_where_the_window_allows() {
        assertThat(IntStream.of(28, 21, 22, 20, 14, 13, 11, 10, 4).map(days -> DemandCheck.span(days, false)))
                .containsExactly(14, 7, 14, 7, 7, 7, 7, 5, 2);
        assertThat(DemandCheck.span(8, true)).isEqualTo(7);
        assertThat(DemandCheck.span(7, true)).isEqualTo(3);
    }
}
