package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page and the completion scripts name every command and every option, so that a new one is not forgotten. */
class ShellHelpTest {

    private static final Console SILENT = new Console(new StringWriter(), new StringWriter(), false);

    @ParameterizedTest
    @EnumSource(Subcommand.class)
    void the_manual_page_has_every_option_with_a_plain_hyphen(Subcommand command) {
        String page = printed("man").replace("\\-", "-");
        String section = section(page, command);
        assertThat(options(command)).allSatisfy(name -> assertThat(section).contains("\\fB" + name + "\\fR"));
    }

    @Test
    void the_manual_page_shows_no_escape_of_the_help_and_no_stray_macro() {
        assertThat(printed("man").lines())
                .noneMatch(line -> line.contains("%%") || line.contains("${") || line.contains("%n"))
                .filteredOn(line -> line.startsWith("."))
                .allMatch(line -> line.matches("\\.(TH|SH|SS|TP|PP|nf|fi|B)\\b.*"));
    }

    @ParameterizedTest
    @EnumSource(Subcommand.class)
    void fish_completes_every_option_behind_its_command_only(Subcommand command) {
        List<String> lines = printed("completion", "fish")
                .lines()
                .filter(line -> line.contains("'__fish_seen_subcommand_from " + command.word() + "'"))
                .toList();
        assertThat(options(command).filter(name -> name.startsWith("--")))
                .allSatisfy(name ->
                        assertThat(lines).anyMatch(line -> (line + " ").contains(" -l " + name.substring(2) + " ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void every_shell_is_offered_the_built_in_scenarios(String shell) {
        assertThat(printed("completion", shell)).contains("day-and-night").contains("flood-rebuilding");
    }

    @Test
    void an_unknown_shell_is_refused_with_those_that_there_are() {
        StringWriter err = new StringWriter();
        int status = Convoy.execute(new Console(new StringWriter(), err, false), "completion", "tcsh");
        assertThat(status).isEqualTo(ExitStatus.WRONG);
        assertThat(err.toString())
                .contains("tcsh")
                .contains("bash")
                .contains("zsh")
                .contains("fish");
    }

    private static Stream<String> options(Subcommand command) {
        CommandSpec spec = command.whole(SILENT).getCommandSpec();
        return spec.options().stream().map(OptionSpec::names).flatMap(Stream::of);
    }

    private static String section(String page, Subcommand command) {
        int begin = page.indexOf(".SS " + command.word() + "\n");
        int end = page.indexOf("\n.S", begin + 1);
        return page.substring(begin, end);
    }

    private static String printed(String... arguments) {
        StringWriter out = new StringWriter();
        int status = Convoy.execute(new Console(out, new StringWriter(), false), arguments);
        assertThat(status).isEqualTo(ExitStatus.DONE);
        return out.toString();
    }
}
