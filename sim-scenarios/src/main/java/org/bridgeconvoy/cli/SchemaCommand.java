package org.bridgeconvoy.cli;

import java.util.concurrent.Callable;
import org.bridgeconvoy.scenario.ScenarioSchema;
import picocli.CommandLine.Command;

/** {@code convoy schema}. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of scenario files, with which editors complete and check them.",
        footer = {"", "Example:", "  convoy schema > scenario.schema.json"})
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(ScenarioSchema.text(console.loader().modules()));
        return Convoy.DONE;
    }
}
