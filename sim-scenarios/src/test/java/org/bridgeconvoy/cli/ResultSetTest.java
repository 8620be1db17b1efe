package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bridgeconvoy.report.OutputFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that a command leaves in a folder belong together, or a reader says which does not. */
class ResultSetTest {

    static final String BASE = """
            scenario: few
            start: 2024-09-02
            horizon: 2 d
            replications: 2
            bridge:
              length: 940 m
              speed: 20 km/h
              headway: 30 s
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
    void writeScenario() throws IOException {
        few = Files.writeString(directory.resolve("few.yaml"), BASE).toString();
    }

    private CommandLineRun convoy(String out, String... words) {
        List<String> args = new ArrayList<>(List.of(words));
        args.addAll(List.of("--out", directory.resolve(out).toString()));
        return CommandLineRun.of(args.toArray(String[]::new));
    }

    private CommandLineRun run(String out, String... options) {
        List<String> args = new ArrayList<>(List.of("run", few, "--no-limits"));
        args.addAll(List.of(options));
        return convoy(out, args.toArray(String[]::new));
    }

    private CommandLineRun chart(String from, String chart) {
        return CommandLineRun.of(
                "chart",
                chart,
                "--from",
                directory.resolve(from).toString(),
                "--to",
                directory.resolve("chart.svg").toString());
    }

    private List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare", "sweep"})
    void the_index_lists_every_other_file_with_its_sum(String command) throws Exception {
        CommandLineRun run = switch (command) {
            case "run" -> run("r");
            case "compare" -> convoy("r", "compare", few, few);
            default -> convoy("r", "sweep", few, "--vary", "fleet.trucks=2,3");
        };
        assertThat(run.status()).as(run.err()).isZero();
        Path folder = directory.resolve("r");
        String index =
                command.equals("run") ? "summary.json" : command.equals("compare") ? "comparison.json" : "sweep.json";
        JsonNode files =
                new ObjectMapper().readTree(folder.resolve(index).toFile()).get("files");
        List<String> listed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(folder.resolve(file.getKey())));
            assertThat(file.getValue().asText())
                    .as(file.getKey())
                    .isEqualTo(HexFormat.of().formatHex(sum));
            listed.add(file.getKey());
        }
        listed.add(index);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(all.filter(Files::isRegularFile)
                            .map(f -> folder.relativize(f).toString())
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily.csv", "daily-cargo.csv", "trips.csv", "summary.json"})
    void a_chart_is_not_drawn_from_a_mix_of_two_runs(String mixed) throws IOException {
        run("a");
        run("b", "--seed", "2");
        assertThat(chart("a", "queue").status()).isZero();
        Path of = directory.resolve("b").resolve(mixed);
        Files.copy(of, directory.resolve("a").resolve(mixed), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        CommandLineRun chart = chart("a", "queue");

        assertThat(chart.status()).isEqualTo(2);
        String named = mixed.equals("summary.json") ? "daily-cargo.csv" : mixed;
        assertThat(chart.err()).contains(directory.resolve("a").resolve(named).toString(), "mix of two runs");
    }

    @Test
    void files_of_an_earlier_kind_do_not_stay_and_files_of_others_do() throws IOException {
        run("r", "--set", "bridge.breakdowns={probability: 1, repair: 10 min}");
        Files.writeString(directory.resolve("r/notes.txt"), "mine");

        run("r", "--no-report");

        assertThat(names("r"))
                .containsExactly("daily-cargo.csv", "daily.csv", "notes.txt", "summary.json", "trips.csv");
    }

    @Test
    void two_commands_into_one_folder_do_not_mix() throws IOException {
        run("r");
        try (OutputFiles other = OutputFiles.open(directory.resolve("r"), "summary.json", List.of())) {
            CommandLineRun second = run("r", "--seed", "2");

            assertThat(second.status()).isEqualTo(2);
            assertThat(second.err()).contains("another command is writing into", "--out", "nothing was run");
            assertThat(other.directory()).exists();
        }
        assertThat(chart("r", "throughput").status()).isZero();
    }

    @Test
    void an_interrupt_after_the_files_are_in_place_does_not_say_that_nothing_was_written() throws IOException {
        OutputFiles files = OutputFiles.open(directory.resolve("r"), "summary.json", List.of());
        files.commit(out -> out.write("{}"));
        files.close();
        OutputFiles stopped = OutputFiles.open(directory.resolve("s"), "summary.json", List.of());
        stopped.close();

        assertThat(Interrupts.outcome(files, "nothing was written"))
                .isEqualTo("all files in " + directory.resolve("r") + " are written");
        assertThat(Interrupts.outcome(stopped, "nothing was written")).isEqualTo("nothing was written");
    }

    private void interruptedSweep() throws IOException {
        convoy("s", "sweep", few, "--vary", "fleet.trucks=2,3");
        for (String name : names("s")) {
            if (!name.equals("points")) {
                Files.delete(directory.resolve("s").resolve(name));
            }
        }
        Files.delete(directory.resolve("s/points/0002.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare", "sweep"})
    void points_of_an_unfinished_sweep_stay_for_the_command_that_goes_on_from_them(String command) throws IOException {
        interruptedSweep();
        byte[] point = Files.readAllBytes(directory.resolve("s/points/0001.json"));

        CommandLineRun other = switch (command) {
            case "run" -> run("s");
            case "compare" -> convoy("s", "compare", few, few);
            default -> convoy("s", "sweep", few, "--vary", "bridge.headway=20 s,30 s");
        };

        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("points of a sweep that was interrupted");
        assertThat(names("s")).containsExactly("points");
        assertThat(directory.resolve("s/points/0001.json")).hasBinaryContent(point);
    }

    @Test
    void the_command_that_goes_on_from_its_points_is_not_refused_nor_is_one_after_its_end() throws IOException {
        interruptedSweep();

        assertThat(convoy("s", "sweep", few, "--vary", "fleet.trucks=2,3").status())
                .isZero();
        assertThat(convoy("s", "sweep", few, "--vary", "bridge.headway=20 s,30 s")
                        .status())
                .isZero();
        assertThat(run("s").status()).isZero();
    }

    @Test
    void the_tables_are_written_though_the_page_fails() throws Exception {
        Path broken = directory.resolve("broken/org/jfree/chart/JFreeChart.class");
        Files.createDirectories(broken.getParent());
        Files.write(broken, new byte[0]);

        JavaProcess.Ended run = JavaProcess.run(
                Map.of(),
                directory.resolve("broken").toString(),
                "org.bridgeconvoy.cli.Main",
                "run",
                few,
                "--no-limits",
                "--out",
                directory.resolve("r").toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.said())
                .contains("What came through", "convoy: report.html could not be made", "the other files are written")
                .doesNotContain("\tat ");
        assertThat(names("r")).containsExactly("daily-cargo.csv", "daily.csv", "summary.json", "trips.csv");
        assertThat(chart("r", "throughput").status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run few.yaml --no-limits --out Brücke",
                "validate Brücke.yaml",
                "chart queue --from Brücke --to a.svg"
            })
    void a_name_that_the_locale_cannot_express_names_the_locale(String words) throws Exception {
        JavaProcess.Ended run = JavaProcess.run(
                Map.of("LC_ALL", "C"),
                "",
                "org.bridgeconvoy.cli.Main",
                words.replace("few.yaml", few)
                        .replace("Brücke", directory.resolve("Brücke").toString())
                        .split(" "));

        assertThat(run.said()).doesNotContain("internal error");
        if (run.status() != 0) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.said()).contains("locale", "LC_ALL=C.UTF-8");
        }
    }
}
