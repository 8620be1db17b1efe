package org.bridgeconvoy.study.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.calibration.CalibrationPlan;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stored replications are told apart by. */
class CalibrationStudyTest {

    private static final CalibrationPlan PLAN = new CalibrationPlan(200, 0, 100, 100, 100);

    @TempDir
    private Path folder;

    private Scenario scenario(String... sets) throws IOException {
        Files.writeString(folder.resolve("seen.csv"), "day,outbound_trucks\n1,36\n2,44\n3,47\n");
        Path file = Files.writeString(folder.resolve("easy.yaml"), """
                scenario: easy
                start: 2024-09-02
                horizon: 4 d
                bridge: {length: 1 km, speed: 30 km/h, lanes: 2, control: {timetable: {outbound: always, return: always}}}
                fleet: {trucks: 500}
                demand: {cloth: {load: 40 t, rate: 50 trucks/d}}
                uncertain: {demand.cloth.rate: "uniform(20 trucks/d, 80 trucks/d)"}
                observed: seen.csv
                """);
        return Objects.requireNonNull(
                new ScenarioLoader().load(file.toString(), List.of(sets)).scenario());
    }

    @Test
    void whatever_changes_a_number_is_other_work() throws IOException {
        CalibrationStudy study = CalibrationStudy.of(scenario(), PLAN, null);
        LocalDate second = LocalDate.of(2024, 9, 4);

        assertThat(CalibrationStudy.of(scenario(), PLAN, null).work(1)).isEqualTo(study.work(1));
        assertThat(Stream.of(
                        study.work(1),
                        study.work(2),
                        CalibrationStudy.of(scenario(), new CalibrationPlan(300, 0, 100, 100, 100), null)
                                .work(1),
                        CalibrationStudy.of(scenario(), PLAN, second).work(1),
                        CalibrationStudy.of(scenario(), PLAN, second.plusDays(1))
                                .work(1),
                        CalibrationStudy.of(scenario("fleet.trucks=400"), PLAN, null)
                                .work(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void each_observed_number_has_a_column() throws IOException {
        assertThat(CalibrationStudy.of(scenario(), PLAN, null).columns())
                .containsExactly(
                        "outbound_trucks 2024-09-03", "outbound_trucks 2024-09-04", "outbound_trucks 2024-09-05");
    }
}
