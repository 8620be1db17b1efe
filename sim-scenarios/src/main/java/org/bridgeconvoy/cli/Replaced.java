package org.bridgeconvoy.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;

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
    static void warn(Console console, Path index, Predicate<JsonNode> same, String now) {
        if (!Files.isRegularFile(index)) {
            return;
        }
        try {
            JsonNode there = new ObjectMapper().readTree(Files.readAllBytes(index));
            if (there.has("seed") && !same.test(there)) {
                console.complain("warning: " + index.getParent() + " holds a result of " + settings(there)
                        + ", which will be replaced by one of " + now + "; to keep both, write elsewhere with --out");
            }
        } catch (IOException e) {
            // What cannot be read is not a result.
        }
    }

    /** Of the JSON of a result: how many replications with which seed. */
    private static String settings(JsonNode there) {
        return there.has("only")
                ? settings(there.get("seed").asLong(), 1, there.get("only").asInt())
                : settings(
                        there.get("seed").asLong(), there.path("replications").asInt(), 0);
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
