package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.report.CsvFiles;
import org.bridgeconvoy.report.JsonSummary;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.Study;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Target;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.WorldFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts of a study in memory and charts of its files are equal byte by byte. */
class RunFilesTest {

    private static void write(StudyResult study, Path folder) throws IOException {
        try (Writer summary = Files.newBufferedWriter(folder.resolve("summary.json"));
                Writer daily = Files.newBufferedWriter(folder.resolve("daily.csv"));
                Writer cargo = Files.newBufferedWriter(folder.resolve("daily-cargo.csv"));
                Writer trips = Files.newBufferedWriter(folder.resolve("trips.csv"))) {
            JsonSummary.write(study, summary);
            CsvFiles.daily(study, daily);
            CsvFiles.dailyByCargo(study, cargo);
            CsvFiles.trips(study, trips);
        }
    }

    private static RunData read(Path folder) throws IOException {
        return RunFiles.read(folder, text -> WorldFacts.NONE);
    }

    @Test
    void charts_from_files_are_those_from_the_study(@TempDir Path folder) throws IOException {
        StudyResult study = SyntheticStudy.of("a, \"b\" <c>", 9, 3, 30);
        write(study, folder);
        RunData read =
                RunFiles.read(folder, text -> text.equals(study.resolvedText()) ? study.world() : WorldFacts.NONE);
        RunData direct = RunData.of(study);

        assertThat(read.name()).isEqualTo(direct.name());
        assertThat(read.horizonNanos()).isEqualTo(direct.horizonNanos());
        assertThat(read.warmUpNanos()).isEqualTo(direct.warmUpNanos());
        assertThat(read.bridgeLengthMetres()).isEqualTo(946);
        assertThat(read.world()).isEqualTo(study.world());
        assertThat(read.metrics()).isEqualTo(direct.metrics());
        for (String name : Charts.NAMES.stream()
                .filter(n -> !List.of("observed", "traffic", "before-after").contains(n))
                .toList()) {
            assertThat(Charts.named(name, read).orElseThrow().svg())
                    .as(name)
                    .isEqualTo(Charts.named(name, direct).orElseThrow().svg());
        }
    }

    @Test
    void where_demand_limits_the_files_hold_what_was_tried_with_more_demand(@TempDir Path folder) throws IOException {
        StudyResult study = SyntheticStudy.limitedByDemand();
        write(study, folder);
        ConvoyChart relax = Charts.named("relax", RunFiles.read(folder, text -> study.world()))
                .orElseThrow();

        assertThat(relax.title()).isEqualTo("What would change it, with 76% more demand");
        assertThat(relax.summary()).isEqualTo("More tonnes a day: trucks +210 ± 40.");
        assertThat(relax.svg())
                .isEqualTo(
                        Charts.named("relax", RunData.of(study)).orElseThrow().svg());
    }

    /** Cars both ways and a truck, everybody breaking down; and the cars alone. */
    @ParameterizedTest
    @ValueSource(
            strings = {"fleet: {trucks: 3}\ndemand: {flour: {load: 10 t, rate: 20 trucks/d, arrivals: even}}\n", ""})
    void charts_of_through_traffic_from_files_are_those_from_the_study(String trucks, @TempDir Path folder)
            throws IOException {
        Path file = Files.writeString(folder.resolve("v.yaml"), """
                scenario: village
                start: 2025-03-03
                horizon: 1 d
                bridge:
                  length: 200 m
                  speed: 4 m/s
                  headway: 10 s
                  control: {alternate: {outbound: 5 min, return: 5 min}}
                  breakdowns: {probability: 0.3, repair: 1 min}
                traffic:
                  none: {direction: outbound, rate: 0 vehicles/h}
                  back: {direction: return, rate: 12 vehicles/h, arrivals: even}
                  out: {direction: outbound, rate: 20 vehicles/h, arrivals: even}
                """ + trucks);
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load(file.toString(), List.of()).scenario());
        StudyResult study;
        try (Workers workers = Workers.of(1)) {
            study = Study.run(
                    scenario, new StudyOptions(1, 2, 0, 2, false, false, false, Target.NONE), workers, Progress.NONE);
        }
        write(study, folder);
        try (Writer traffic = Files.newBufferedWriter(folder.resolve("traffic.csv"));
                Writer breakdowns = Files.newBufferedWriter(folder.resolve("breakdowns.csv"))) {
            CsvFiles.traffic(study, traffic);
            CsvFiles.breakdowns(study, breakdowns);
        }
        RunData read = RunFiles.read(folder, text -> study.world());
        RunData direct = RunData.of(study);

        for (String name : Charts.NAMES) {
            assertThat(Charts.named(name, read).map(ConvoyChart::summary))
                    .as(name)
                    .isEqualTo(Charts.named(name, direct).map(ConvoyChart::summary));
        }
        // Files have milliseconds, which pictures do not show but in the last digit of a coordinate.
        assertThat(Charts.traffic(read).svg()).isEqualTo(Charts.traffic(direct).svg());
        assertThat(Charts.queue(read).svg()).isEqualTo(Charts.queue(direct).svg());
        assertThat(TimeSpaceData.of(read).standing())
                .hasSameSizeAs(TimeSpaceData.of(direct).standing())
                .isNotEmpty();
    }

    @Test
    void a_run_without_trips_gives_the_charts_that_need_none(@TempDir Path folder) throws IOException {
        write(SyntheticStudy.of("x", 2, 2, 5), folder);
        Files.delete(folder.resolve("trips.csv"));

        assertThat(read(folder).trips()).isEmpty();
    }

    @Test
    void what_is_missing_or_wrong_is_named(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has no summary.json");
        write(SyntheticStudy.of("x", 2, 2, 5), folder);
        Files.writeString(folder.resolve("trips.csv"), "replication,trip,truck,cargo,load_t\n1,1,x,garments,3\n");
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("trips.csv:2: not a row");
        Files.delete(folder.resolve("daily.csv"));
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("has no daily.csv");
        Files.writeString(folder.resolve("summary.json"), "{}");
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("it has no 'scenario'");
        Files.writeString(folder.resolve("summary.json"), "{");
        assertThatThrownBy(() -> read(folder)).isInstanceOf(IOException.class);
    }
}
