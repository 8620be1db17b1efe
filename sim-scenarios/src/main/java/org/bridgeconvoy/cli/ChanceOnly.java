package org.bridgeconvoy.cli;

import java.util.List;
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
        StringBuilder command = new StringBuilder("convoy sensitivity ").append(RunCommand.quoted(nameOrPath));
        sets.forEach(set -> command.append(" --set ").append(RunCommand.quoted(set)));
        console.print(
                "Not in it: ",
                "  ",
                "intervals cover chance only, not " + inputs + (inputs == 1 ? " uncertain input" : " uncertain inputs")
                        + "; what they do: " + command);
    }
}
