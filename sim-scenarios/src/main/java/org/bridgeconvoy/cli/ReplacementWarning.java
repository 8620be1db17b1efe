package org.bridgeconvoy.cli;

import java.nio.file.Path;
import java.util.function.Predicate;
import org.bridgeconvoy.report.StoredSettings;

/** Warning before a command replaces a result of other settings in the default folder, which the user did not name. */
final class ReplacementWarning {

    private ReplacementWarning() {}

    /**
     * Prints the warning if the folder holds a result of other settings.
     *
     * @param index file that holds the settings of the earlier result
     * @param same whether settings read from that file are those of the command
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
     * Words for the number of replications and the seed.
     *
     * @param only number of the one replication that runs alone; 0 for all
     */
    static String settings(long seed, int replications, int only) {
        String count = only > 0
                ? "replication " + only + " alone"
                : replications + (replications == 1 ? " replication" : " replications");
        return count + ", seed " + seed;
    }
}
