package org.bridgeconvoy.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bridgeconvoy.report.NotKnown;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.UncertainInputs;

/** Says what intervals leave out where a scenario has uncertain inputs: a result has the values of the file for all of them. */
final class ChanceOnly {

    private ChanceOnly() {}

    /**
     * Prints a line if inputs are uncertain.
     *
     * @param scenario the first scenario of the result
     * @param nameOrPath how the command line names it
     */
    static void tell(Console console, Scenario scenario, String nameOrPath, List<String> sets) {
        UncertainInputs uncertain = scenario.uncertain();
        if (uncertain.isEmpty()) {
            return;
        }
        int inputs = uncertain.isJoint()
                ? uncertain.paths().size()
                : uncertain.inputs().size();
        console.print(
                "Not in it: ",
                "  ",
                "intervals cover chance only, not " + inputs + (inputs == 1 ? " uncertain input" : " uncertain inputs")
                        + "; what they do: " + command(nameOrPath, sets));
    }

    /** The command line that shows what uncertain inputs do. */
    private static String command(String nameOrPath, List<String> sets) {
        return "convoy sensitivity " + RunCommand.quoted(nameOrPath)
                + sets.stream().map(set -> " --set " + RunCommand.quoted(set)).collect(Collectors.joining());
    }

    /**
     * What a run of the scenario leaves out: the command that shows it and, if that has been run for the same scenario, what it found.
     *
     * @param directory the folder of the run
     */
    static NotKnown of(Scenario scenario, String nameOrPath, List<String> sets, Path directory) {
        return scenario.uncertain().isEmpty()
                ? NotKnown.NONE
                : NotKnown.of(
                        command(nameOrPath, sets),
                        scenario.resolvedText(),
                        List.of(directory, SensitivityCommand.directory(scenario)));
    }
}
