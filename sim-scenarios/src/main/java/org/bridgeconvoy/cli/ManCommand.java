package org.bridgeconvoy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code convoy man}: prints the manual page. */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        description = ManCommand.SUMMARY,
        footer = {"", "Examples:", "  convoy man | man -l -", "  convoy man > ~/.local/share/man/man1/convoy.1"})
final class ManCommand implements Callable<Integer> {

    static final String SUMMARY = "Prints the manual page, in the format of man.";

    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ManCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(ManPage.of(spec.root()));
        return ExitStatus.DONE;
    }
}
