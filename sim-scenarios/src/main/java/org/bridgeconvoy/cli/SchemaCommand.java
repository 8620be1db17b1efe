package org.bridgeconvoy.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code convoy schema}: prints the JSON Schema of scenario files. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = SchemaCommand.SUMMARY,
        footer = {"", "Example:", "  convoy schema > scenario.schema.json"})
final class SchemaCommand implements Callable<Integer> {

    static final String SUMMARY =
            "Prints the JSON Schema of scenario files, with which editors complete and check them.";

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(console.loader().schema());
        return ExitStatus.DONE;
    }
}
