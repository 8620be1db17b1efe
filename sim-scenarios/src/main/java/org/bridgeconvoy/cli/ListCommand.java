package org.bridgeconvoy.cli;

import java.util.concurrent.Callable;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;
import picocli.CommandLine.Command;

/** {@code convoy list}: names and titles of the built-in scenarios. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = ListCommand.SUMMARY,
        footer = {"", "Example:", "  convoy list"})
final class ListCommand implements Callable<Integer> {

    static final String SUMMARY = "Lists the built-in scenarios with what each is about.";

    private final Console console;

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int width =
                BuiltInScenarios.names().stream().mapToInt(String::length).max().orElse(0);
        for (BuiltInScenarios.Entry entry : BuiltInScenarios.list()) {
            String gap = " ".repeat(width + 2 - entry.name().length());
            console.print(entry.name() + gap, " ".repeat(width + 2), entry.title());
        }
        return ExitStatus.DONE;
    }
}
