package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One Friday branched into several Mondays: what is written of the days before a change is the same to the byte with and
 * without it. Oracle: the files of the run without the change.
 */
class BranchingTest {

    /** Noon of the second Friday. */
    private static final String CHANGE = "2024-10-25T12:00:00.000";

    private static final int CHANGE_DAY = 11;

    @TempDir
    private Path directory;

    private Path run(String name, String changes) throws IOException {
        Path file = directory.resolve(name + ".yaml");
        Files.writeString(file, "scenario: branch\nextends: day-and-night\nhorizon: 16 d\n" + changes);
        Path out = directory.resolve(name);
        CommandLineRun run = CommandLineRun.of(
                "run", file.toString(), "--replications", "2", "--no-limits", "--no-report", "--out", out.toString());
        assertThat(run.status()).as(run.err()).isZero();
        return out;
    }

    private static List<String> daysBefore(Path out, String name) throws IOException {
        return Files.readAllLines(out.resolve(name)).stream()
                .skip(1)
                .filter(line -> Integer.parseInt(line.split(",", 3)[1]) < CHANGE_DAY)
                .toList();
    }

    /** The trips assigned before the change, with whatever happened after it blotted out. */
    private static List<String> tripsBefore(Path out) throws IOException {
        List<String> trips = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("trips.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[6].compareTo(CHANGE) < 0) {
                Arrays.setAll(cells, i -> i >= 5 && cells[i].compareTo(CHANGE) >= 0 ? "" : cells[i]);
                trips.add(String.join(",", cells));
            }
        }
        return trips;
    }

    @Test
    void days_and_trips_before_a_change_are_the_same_to_the_byte() throws IOException {
        Path without = run("without", "");
        for (String set : List.of(
                "{bridge.headway: 6 min}",
                "{fleet.trucks: 60, demand.construction.rate: 20 trucks/d}",
                "{destination.customs.servers: 1, bridge.control: {timetable: null, batches: {outbound: 5, return: 5}}}")) {
            Path with = run("with-" + set.length(), "changes: [{at: 11.5 d, set: " + set + "}]\n");

            assertThat(daysBefore(with, "daily.csv"))
                    .as(set)
                    .isEqualTo(daysBefore(without, "daily.csv"))
                    .hasSize(2 * CHANGE_DAY);
            assertThat(daysBefore(with, "daily-cargo.csv")).as(set).isEqualTo(daysBefore(without, "daily-cargo.csv"));
            assertThat(tripsBefore(with))
                    .as(set)
                    .isEqualTo(tripsBefore(without))
                    .hasSizeGreaterThan(1_500);
            assertThat(Files.readAllLines(with.resolve("daily.csv")))
                    .as(set)
                    .isNotEqualTo(Files.readAllLines(without.resolve("daily.csv")));
        }
    }
}
