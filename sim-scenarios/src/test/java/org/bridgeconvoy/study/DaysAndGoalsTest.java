package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.report.TextSummary;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;

/** How single days differ and what they reach, in worlds that can be reckoned by hand. */
class DaysAndGoalsTest {

    /**
     * Monday 2 to Wednesday 11 September, the first two and a half days are warm-up. What appears between 06:00 and 07:00 crosses at 08:00, 10
     * on weekdays, 4 on Saturday 7 and none on Sunday 8, when the bridge is closed. Whole open days of the window: 5, 6, 7, 9, 10, 11.
     */
    private static final String WORLD = """
            scenario: by-hand
            start: 2024-09-02
            horizon: 10 d
            warm-up: 2.5 d
            bridge:
              length: 1 km
              speed: 60 km/h
              control:
                timetable: {outbound: {mon-sat: "08:00-09:00"}, return: {mon-sat: "12:00-18:00"}}
            fleet: {trucks: 20}
            demand:
              steel:
                load: 10 t
                rate: 10 trucks/d
                arrivals: even
                hours: "06:00-07:00"
                profile: {weekdays: {sat: 0.4, sun: 0}}
            """;

    private static LoadResult load(String text) {
        return new ScenarioLoader().loadText("by-hand.yaml", text, List.of());
    }

    private static StudyResult run(String text) {
        Scenario scenario = Objects.requireNonNull(load(text).scenario());
        try (Workers workers = Workers.of(1)) {
            return Study.run(scenario, StudyOptions.of(1, 2).bare(), workers, Progress.NONE);
        }
    }

    private static double share(String goal) {
        return run(WORLD + "goals: {busy: \"" + goal + "\"}\n")
                .metric("share_of_open_days.busy")
                .value();
    }

    @Test
    void a_goal_is_met_by_a_share_of_the_whole_open_days_of_the_window() {
        assertThat(share("outbound_trucks >= 10")).isEqualTo(5 / 6.0);
        assertThat(share("outbound_trucks > 10")).isZero();
        assertThat(share("outbound_trucks <= 4")).isEqualTo(1 / 6.0);
        assertThat(share("consigned_t<100")).isEqualTo(1 / 6.0);
        assertThat(share("delivered_t >= 99.5")).isEqualTo(5 / 6.0);
        assertThat(share("away_trucks <= 0")).isEqualTo(1);
    }

    @Test
    void a_window_without_a_whole_open_day_has_no_share() {
        StudyResult result =
                run(WORLD.replace("horizon: 10 d", "horizon: 3.4 d") + "goals: {busy: \"outbound_trucks >= 1\"}\n");

        assertThat(result.metric("share_of_open_days.busy").value()).isNaN();
        assertThat(result.days()).isEmpty();
    }

    @Test
    void the_summary_shows_the_share_and_what_days_lie_between() {
        StudyResult result = run(WORLD + "goals: {busy: \"outbound_trucks >= 10\"}\n");

        assertThat(TextSummary.of(result))
                .containsPattern("Share of open days +mean +95% interval +least +most\nbusy +0\\.83")
                .containsPattern("Single open days, 95 of 100 between +low +high +days\noutbound trucks +4 +10 +12\n")
                .contains("least and most: of replications' means, not of single days");
    }

    @Test
    void days_lie_between_the_percentiles_of_all_open_days_of_all_replications() {
        // Twelve days: 4 twice and 10 ten times; rank 0.025 * 11 = 0.275 lies between two of 4.
        DayRange outbound = run(WORLD).days().stream()
                .filter(range -> range.column() == DailyColumn.OUTBOUND_TRUCKS)
                .findFirst()
                .orElseThrow();

        assertThat(outbound).isEqualTo(new DayRange(DailyColumn.OUTBOUND_TRUCKS, 4, 10, 12));
    }

    @Test
    void a_goal_that_is_none_is_told_with_what_is_allowed() {
        List<String> problems =
                load(WORLD + """
                        goals:
                          a: outbound_trucks
                          b: trucks >= 5
                          c: delivered_t >= 150 t
                          d: [1]
                          e: "outbound_trucks == 4"
                        """).problems().stream().map(Object::toString).toList();

        assertThat(problems).hasSize(5);
        assertThat(problems.get(0)).contains("goals.a must be a column of daily.csv, a sign and a number");
        assertThat(problems.get(1)).contains("goals.b must begin with a column of daily.csv: consigned_trucks, ");
        assertThat(problems.get(2)).contains("goals.c must end with a plain number, without a unit, got '150 t'");
    }

    @Test
    void what_still_waits_at_the_end_is_said_at_the_waits() {
        // One server of 1 h for two trucks an hour, always: after 10 days half of the 480 were served, 240 wait or are
        // being served.
        String text = """
                scenario: by-hand
                start: 2024-09-02
                horizon: 10 d
                bridge:
                  length: 1 m
                  speed: 60 km/h
                  lanes: 2
                  control: {alternate: {outbound: 1 h, return: 1 h}}
                fleet: {trucks: 1000}
                origin: {loading: {servers: 1, time: 1 h}}
                demand:
                  steel: {load: 10 t, rate: 48 trucks/d, arrivals: even}
                """;
        StudyResult result = run(text);
        double waiting = result.unfinished(Metric.of(MetricFamily.WAIT_MIN, Stage.LOAD));

        assertThat(waiting).isBetween(238.0, 240.0);
        assertThat(result.unfinished(Metric.of(MetricFamily.LEAD_TIME_H))).isBetween(waiting, waiting + 2);
        assertThat(result.unfinished(Metric.of(MetricFamily.CYCLE_TIME_H))).isZero();
        assertThat(TextSummary.of(result).replaceAll("\\s+", " "))
                .contains("still waiting at the end, on average, and not in these waits: for loading 2")
                .contains("not in the hours from consigned to unloaded: 2");
    }

    @Test
    void a_utilisation_above_one_says_why() {
        // Open one hour a day, 08:00 to 09:00, and each service of 3 h begins in it: 3 h busy in 1 open hour.
        String text = """
                scenario: by-hand
                start: 2024-09-02
                horizon: 10 d
                bridge:
                  length: 1 m
                  speed: 60 km/h
                  lanes: 2
                  control: {alternate: {outbound: 1 h, return: 1 h}}
                fleet: {trucks: 10}
                origin: {loading: {servers: 1, time: 3 h, hours: "08:00-09:00"}}
                demand:
                  steel: {load: 10 t, rate: 1 trucks/d, arrivals: even, hours: "07:00-08:00"}
                """;
        StudyResult result = run(text);

        assertThat(result.metric("utilisation_load").value()).isEqualTo(3);
        assertThat(result.metric("utilisation_load").metric().text())
                .contains("above 1 where services run on past closing time");
        assertThat(TextSummary.of(result))
                .contains("busy server time per open server time, loading 3.00: above 1, because services");
        assertThat(run(text.replace("08:00-09:00\"", "08:00-12:00\"").replace("3 h,", "3 h, overrun: pause,"))
                        .metric("utilisation_load")
                        .metric()
                        .text())
                .doesNotContain("above 1");
    }
}
