package org.bridgeconvoy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy show NAME}: prints a scenario's text, as written or with all defaults. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = ShowCommand.SUMMARY,
        footer = {"", "Examples:", "  convoy show day-and-night", "  convoy show --resolved day-and-night > mine.yaml"})
final class ShowCommand implements Callable<Integer> {

    static final String SUMMARY = "Prints the text of a scenario.";

    private final Console console;

    @Parameters(paramLabel = "NAME", description = "Name of a built-in scenario or path of a YAML file.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--resolved",
            description = "With everything it extends and all defaults filled in; that text runs to the same results.")
    private boolean resolved;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "With --resolved, sets a value; may be repeated.")
    private List<String> sets = new ArrayList<>();

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunOptions.require(resolved || sets.isEmpty(), "--set needs --resolved");
        String text = resolved ? Scenarios.load(console, name, sets).resolvedText() : Scenarios.text(console, name);
        console.out().print(text.endsWith("\n") ? text : text + "\n");
        return ExitStatus.DONE;
    }
}
