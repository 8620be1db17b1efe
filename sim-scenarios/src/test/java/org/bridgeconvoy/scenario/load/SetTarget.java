package org.bridgeconvoy.scenario.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.study.Vary;

/**
 * Target of a fuzzer: any text as values of the command line. Each line of an input is one {@code --set}; a line that begins with
 * {@code ~} is one {@code --vary}, whose first and last values are set.
 */
public final class SetTarget {

    private static final OpenScenario OPEN = Fuzzed.LOADER.open("shared-lane");

    private SetTarget() {}

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        List<String> sets = new ArrayList<>();
        for (String line : new String(input, StandardCharsets.UTF_8).split("\n", 20)) {
            if (line.startsWith("~")) {
                addVaried(line.substring(1), sets);
            } else {
                sets.add(line);
            }
        }
        LoadResult loaded = OPEN.load(sets);
        Fuzzed.check(loaded);
    }

    private static void addVaried(String text, List<String> sets) {
        Vary vary;
        try {
            vary = Vary.parse(text);
        } catch (IllegalArgumentException e) {
            String message = e.getMessage();
            Fuzzed.require(message != null && !message.isBlank(), "refused without a text");
            return;
        }
        Fuzzed.require(!vary.values().isEmpty(), "no value");
        sets.add(vary.path() + "=" + vary.values().get(0));
        sets.add(vary.path() + "=" + vary.values().get(vary.values().size() - 1));
    }
}
