package org.bridgeconvoy.cli;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.bridgeconvoy.report.StoredSettings;

/** Warns before a command replaces a result of other settings in a folder that the user did not name. */
final class Replaced {

    private Replaced() {}

    /**
     * Prints the warning, if there is a result that differs.
     *
     * @param index the file that holds the settings of the result
     * @param same whether settings that were read are those of the command
     * @param now what the command is about to write, in a few words
     */
    static void warn(Console console, Path index, Predicate<StoredSettings> same, String now) {
        StoredSettings.read(index)
                .filter(there -> !same.test(there))
                .ifPresent(there -> console.complain("warning: " + index.getParent() + " holds a result of "
                        + settings(there.seed(), there.replications(), there.only())
                        + ", which will be replaced by one of " + now + "; to keep both, write elsewhere with --out"));
    }

    /**
     * How many replications with which seed.
     *
     * @param only the number of a replication that is run alone; 0 for all
     */
    static String settings(long seed, int replications, int only) {
        String count = only > 0
                ? "replication " + only + " alone"
                : replications + (replications == 1 ? " replication" : " replications");
        return count + ", seed " + seed;
    }
}
