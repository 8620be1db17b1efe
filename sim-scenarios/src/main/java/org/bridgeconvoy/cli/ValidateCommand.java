package org.bridgeconvoy.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.bridgeconvoy.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convoy validate FILE}: prints the problems and warnings of a scenario file. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = {ValidateCommand.SUMMARY, "Exit status 2 if there is an error."},
        footer = {"", "Example:", "  convoy validate my-bridge.yaml"})
final class ValidateCommand implements Callable<Integer> {

    static final String SUMMARY = "Prints every error of a scenario file with its line and column.";

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "Path of a YAML file, or name of a built-in scenario.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Sets a value first; may be repeated.")
    private List<String> sets = new ArrayList<>();

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Set<String> warned = new HashSet<>();
        Scenario scenario = Scenarios.load(console, file, sets, warned);
        String warnings =
                warned.isEmpty() ? "" : ", " + warned.size() + (warned.size() == 1 ? " warning" : " warnings");
        console.print(file + ": no problems" + warnings + " (scenario '" + scenario.name() + "')");
        return ExitStatus.DONE;
    }
}
