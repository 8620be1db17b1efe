package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bridgeconvoy.report.CsvFiles;
import org.bridgeconvoy.report.JsonSummary;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WorldFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        for (String name :
                Charts.NAMES.stream().filter(n -> !n.equals("observed")).toList()) {
            assertThat(Charts.named(name, read).orElseThrow().svg())
                    .as(name)
                    .isEqualTo(Charts.named(name, direct).orElseThrow().svg());
        }
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
