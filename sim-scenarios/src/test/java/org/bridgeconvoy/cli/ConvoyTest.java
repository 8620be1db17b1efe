package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvoyTest {

    @Test
    void list_has_an_entry_for_each_built_in_scenario() {
        CommandLineRun run = CommandLineRun.of("list");

        assertThat(run.status()).isZero();
        assertThat(run.out().lines().filter(line -> !line.startsWith(" "))).hasSameSizeAs(BuiltInScenarios.names());
        assertThat(run.out()).startsWith("day-and-night");
    }

    @Test
    void show_prints_the_text_as_it_was_written() {
        assertThat(CommandLineRun.of("show", "day-and-night").out())
                .isEqualTo(BuiltInScenarios.text("day-and-night").orElseThrow());
    }

    @Test
    void a_resolved_text_validates(@TempDir Path directory) throws IOException {
        CommandLineRun shown = CommandLineRun.of("show", "--resolved", "day-and-night", "--set", "fleet.trucks=77");
        Path file = Files.writeString(directory.resolve("mine.yaml"), shown.out());

        CommandLineRun validated = CommandLineRun.of("validate", file.toString());

        assertThat(shown.out()).contains("trucks: 77");
        assertThat(validated.err()).isEmpty();
        assertThat(validated.out()).isEqualTo(file + ": no problems (scenario 'day-and-night')\n");
        assertThat(validated.status()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"run", "show", "validate"})
    void an_unknown_scenario_names_the_nearest(String command) {
        CommandLineRun run = CommandLineRun.of(command, "day-and-nihgt");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("day-and-nihgt", "day-and-night");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void validate_prints_all_problems_and_returns_two(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("bad.yaml"), "scenario: bad\nhorizon: 3\n");

        CommandLineRun run = CommandLineRun.of("validate", file.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("bad.yaml:2:10:").endsWith(" problems, nothing was run\n");
    }

    @Test
    void version_and_help_go_to_standard_output() {
        assertThat(CommandLineRun.of("--version").out()).startsWith("Bridge Convoy ");
        CommandLineRun help = CommandLineRun.of("--help");
        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("run", "list", "show", "validate", "Exit status: 0 done");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Subcommand.class, mode = EnumSource.Mode.EXCLUDE, names = "HELP")
    void every_command_has_its_place_on_the_page_of_commands(Subcommand command) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "commands.md")))
                .containsPattern("(?m)^\\|[^|]*`" + command.word() + "[ `]");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = Subcommand.class, mode = EnumSource.Mode.EXCLUDE, names = "HELP")
    void every_command_explains_itself_with_examples(Subcommand subcommand) {
        String command = subcommand.word();
        CommandLineRun help = CommandLineRun.of(command, "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).startsWith("Usage: convoy " + command).contains("Example");
        assertThat(CommandLineRun.of("help", command).out()).isEqualTo(help.out());
        assertThat(boundedMetrics(help.out()))
                .allSatisfy(name ->
                        assertThat(Arrays.stream(MetricFamily.values())).anyMatch(family -> isOf(family, name)));
    }

    /** Names in quoted bounds such as {@code "days_to_clear.steel <= 90"}, up to their first point. */
    private static List<String> boundedMetrics(String help) {
        return Pattern.compile("\"([a-z_]+)[.a-z-]* [<>]=? ")
                .matcher(help)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean isOf(MetricFamily family, String name) {
        String token = family.part().token();
        String pattern = family.pattern();
        return token.isEmpty()
                ? pattern.equals(name)
                : name.startsWith(pattern.substring(0, pattern.indexOf(token)).replace(".", ""));
    }

    @Test
    void a_missing_or_wrong_command_is_wrong_usage() {
        assertThat(CommandLineRun.of().status()).isEqualTo(2);
        assertThat(CommandLineRun.of().err()).startsWith("convoy: a command is missing");
        CommandLineRun wrong = CommandLineRun.of("rum", "day-and-night");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.err()).contains("rum");
    }

    @Test
    void schema_is_that_of_the_reader() {
        assertThat(CommandLineRun.of("schema").out()).isEqualTo(new ScenarioLoader().schema());
    }

    @Test
    void progress_tells_what_is_done_and_what_is_left() {
        Progress.Phase alone = new Progress.Phase("replications", 1, 1);

        assertThat(ProgressLine.text(alone, 15, 60, 2, 100))
                .isEqualTo("[#######.......................] replications: 15 of 60, about 6 s left");
        assertThat(ProgressLine.text(alone, 0, 60, 2, 100)).doesNotContain("left");
        assertThat(ProgressLine.text(new Progress.Phase("replications", 1, 1, true), 1230, 20000, 2, 100))
                .isEqualTo("[#.............................] replications: 1,230 of at most 20,000");
    }

    @Test
    void progress_names_the_phase_and_fits_on_the_terminal() {
        Progress.Phase second = new Progress.Phase("what limits", 2, 4);

        assertThat(ProgressLine.text(second, 100, 400, 3, 79))
                .isEqualTo("[#######.....................] what limits (2 of 4): 100 of 400, about 9 s left");
        assertThat(ProgressLine.text(second, 100, 400, 3, 50))
                .isEqualTo("what limits (2 of 4): 100 of 400, about 9 s left");
        assertThat(ProgressLine.text(second, 100, 400, 3, 20)).isEqualTo("what limits (2 of 4)");
    }

    @Test
    void a_value_of_an_option_that_is_no_whole_number_is_told_in_plain_words() {
        for (String option : List.of("--replications", "--threads", "--seed", "--only")) {
            CommandLineRun run = CommandLineRun.of("run", "day-and-night", option, "many");

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith(
                            "convoy: Invalid value for option '" + option + "': must be a whole number, got 'many'");
        }
        assertThat(CommandLineRun.of("run", "day-and-night", "--replications", "9999999999")
                        .err())
                .startsWith(
                        "convoy: Invalid value for option '--replications': must be a whole number of at most 2147483647, got '9999999999'");
    }

    @Test
    void a_run_that_cannot_fit_in_memory_is_refused_before_it_is_begun() {
        CommandLineRun run = CommandLineRun.of(
                "run",
                "day-and-night",
                "--replications",
                "1000000",
                "--set",
                "horizon=36500 d",
                "--set",
                "warm-up=0 d");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(" of memory, java takes at most ").contains("; nothing was run");
    }
}
