package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.DayRange;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.Study;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How single days differ, in words. Oracle: consignments of a day counted by hand, on a bridge that passes them at once. */
class SingleDaysTest {

    /** Ten loads of 10 t a day, from Monday to Friday. */
    private static StudyResult run(Path folder, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("days.yaml"), """
                scenario: days
                start: 2024-09-02
                horizon: 5 d
                bridge:
                  length: 1 km
                  speed: 30 km/h
                  lanes: 2
                  control: {timetable: {outbound: always, return: always}}
                fleet: {trucks: 50}
                demand:
                  cloth:
                    load: 10 t
                    rate: 10 trucks/d
                    arrivals: even
                    hours: "06:00-07:00"
                """ + more);
        try (Workers workers = Workers.of(1)) {
            return Study.run(
                    Objects.requireNonNull(new ScenarioLoader()
                            .load(file.toString(), List.of())
                            .scenario()),
                    StudyOptions.of(1, 2).bare(),
                    workers,
                    Progress.NONE);
        }
    }

    @Test
    void the_range_is_that_of_whole_open_days(@TempDir Path folder) throws IOException {
        StudyResult result = run(folder, "    profile: {weekdays: {fri: 0.6}}\n");

        // Of ten days, two of them with six loads, 2.5% lie at or below the least.
        assertThat(SingleDays.words(result, MetricFamily.DELIVERED_T_PER_DAY))
                .contains("single open days go from 60 to 100 (95 of 100)");
        assertThat(SingleDays.words(result, MetricFamily.RETURN_TRUCKS_PER_DAY))
                .contains("single open days go from 6 to 10 (95 of 100)");
    }

    @Test
    void trucks_are_whole_and_their_range_still_holds_the_days() {
        DayRange trucks = new DayRange(DailyColumn.OUTBOUND_TRUCKS, 101.3, 140.2, 72);
        DayRange tonnes = new DayRange(DailyColumn.DELIVERED_T, 4_041.25, 5_587, 72);

        assertThat(List.of(SingleDays.low(trucks), SingleDays.high(trucks))).containsExactly("101", "141");
        assertThat(List.of(SingleDays.low(tonnes), SingleDays.high(tonnes))).containsExactly("4,041", "5,587");
    }

    @Test
    void days_that_are_all_alike_and_metrics_of_no_day_have_no_words(@TempDir Path folder) throws IOException {
        StudyResult result = run(folder, "");

        assertThat(SingleDays.words(result, MetricFamily.DELIVERED_T_PER_DAY)).isEmpty();
        assertThat(SingleDays.words(result, MetricFamily.LEAD_TIME_H)).isEmpty();
    }
}
