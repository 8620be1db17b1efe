package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a sweep on several machines. Oracle: the sweep on one. */
class MergeCommandTest {

    private static final String BASE = """
            scenario: few
            start: 2024-09-02
            horizon: 5 d
            replications: 3
            bridge:
              length: 940 m
              speed: 20 km/h
              control:
                timetable: {outbound: "08:00-17:00", return: "19:00-05:00"}
            fleet: {trucks: 5}
            origin:
              loading: {servers: 2, time: exponential(30 min)}
            demand:
              cloth: {load: 40 t, rate: 20 trucks/d}
            """;

    @TempDir
    private Path directory;

    private String few = "";

    @BeforeEach
    void write() throws IOException {
        few = Files.writeString(directory.resolve("few.yaml"), BASE).toString();
    }

    private String out(String name) {
        return directory.resolve(name).toString();
    }

    private CommandLineRun sweep(String out, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "sweep", few, "--vary", "fleet.trucks=3,4,5,6,7", "--set", "bridge.headway=40 s", "--out", out(out)));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private CommandLineRun merge(String... folders) {
        List<String> args = new ArrayList<>(List.of("merge", "--quiet", "--out", out("merged")));
        Stream.of(folders).map(this::out).forEach(args::add);
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory.resolve(name))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.resolve(name).relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }

    @Test
    void parts_merge_to_the_bytes_of_the_whole() throws IOException {
        assertThat(sweep("whole").status()).isZero();
        for (int k = 1; k <= 3; k++) {
            CommandLineRun part = sweep("part" + k, "--shard", k + "/3", "--threads", "2");
            assertThat(part.status()).isZero();
            assertThat(part.out()).contains("Shard " + k + "/3: " + (k == 3 ? 1 : 2) + " of 5 points");
        }
        assertThat(files("part2").keySet()).containsExactly("points/0002.json", "points/0005.json", "shard.json");

        assertThat(merge("part3", "part1", "part2").status()).isZero();

        assertThat(files("merged")).isEqualTo(files("whole"));
    }

    @Test
    void parts_that_are_missing_are_there_twice_or_do_not_fit_are_refused() throws IOException {
        sweep("part1", "--shard", "1/2");
        sweep("part2", "--shard", "2/2");
        sweep("again", "--shard", "2/2");
        sweep("other", "--shard", "2/2", "--seed", "9");

        CommandLineRun missing = merge("part1");
        CommandLineRun twice = merge("part1", "part2", "again");
        CommandLineRun other = merge("part1", "other");
        CommandLineRun nothing = merge("part1", "nowhere");

        assertThat(List.of(missing.status(), twice.status(), other.status(), nothing.status()))
                .containsOnly(2);
        assertThat(missing.err()).contains("shard 2/2 is missing; run it").contains("nothing was merged");
        assertThat(twice.err()).contains("both hold shard 2/2");
        assertThat(other.err()).contains("holds shard 2/2 of other work");
        assertThat(nothing.err()).contains("nowhere holds no finished shard");
        assertThat(directory.resolve("merged")).doesNotExist();
    }

    @Test
    void a_damaged_part_and_a_changed_scenario_are_refused() throws IOException {
        sweep("part1", "--shard", "1/2");
        sweep("part2", "--shard", "2/2");
        Files.writeString(directory.resolve("few.yaml"), BASE.replace("940 m", "941 m"));
        CommandLineRun changed = merge("part1", "part2");
        Path point = directory.resolve("part2").resolve("points").resolve("0002.json");
        Files.writeString(point, Files.readString(point) + " ");
        CommandLineRun damaged = merge("part1", "part2");
        Files.delete(point);
        CommandLineRun gone = merge("part1", "part2");

        assertThat(List.of(changed.status(), damaged.status(), gone.status())).containsOnly(2);
        assertThat(changed.err()).contains("is not as the shards had it");
        assertThat(damaged.err()).contains("0002.json is not the file that the run wrote");
        assertThat(gone.err()).contains("0002.json is missing; run that shard again");
    }

    @Test
    void a_part_is_refused_that_is_none() {
        assertThat(sweep("part", "--shard", "4/3").err()).contains("--shard must be from 1/3 to 3/3, got 4/3");
        assertThat(sweep("part", "--shard", "third").status()).isEqualTo(2);
        assertThat(sweep("part", "--shard", "0/0").err()).contains("such as 3/16, got '0/0'");
    }

    private CommandLineRun sensitivity(String out, String... more) throws IOException {
        String uncertain =
                BASE + "uncertain: {fleet.trucks: \"uniform(3, 8)\", bridge.headway: \"uniform(20 s, 60 s)\"}\n";
        Path file = Files.writeString(directory.resolve("unsure.yaml"), uncertain);
        List<String> args = new ArrayList<>(
                List.of("sensitivity", file.toString(), "--worlds", "8", "--replications", "2", "--out", out(out)));
        args.addAll(List.of(more));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    @Test
    void parts_of_a_sensitivity_analysis_merge_to_the_bytes_of_the_whole() throws IOException {
        assertThat(sensitivity("whole").err()).isEmpty();
        for (int k = 1; k <= 2; k++) {
            assertThat(sensitivity("part" + k, "--shard", k + "/2").out()).contains("Shard " + k + "/2 of 13 worlds");
        }
        assertThat(files("part2").keySet()).containsExactly("points/points.csv", "shard.json");

        assertThat(merge("part2", "part1").err()).isEmpty();

        assertThat(files("merged")).isEqualTo(files("whole"));
        sensitivity("other", "--shard", "2/2", "--seed", "9");
        assertThat(merge("part1", "other").err()).contains("holds shard 2/2 of other work");
    }
}
