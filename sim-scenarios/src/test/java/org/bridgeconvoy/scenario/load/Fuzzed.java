package org.bridgeconvoy.scenario.load;

import java.util.List;
import java.util.regex.Pattern;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeRun;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;

/** What must hold of whatever a fuzzer has a loader read: a scenario that runs, or problems for its user. */
final class Fuzzed {

    /** After how many events a run is left: a file may ask for ten years. */
    private static final int MOST_EVENTS = 1_000;

    /** Most characters of a scenario whose resolved text is read again, which takes as long as all else. */
    private static final int LONGEST_READ_AGAIN = 1_500;

    private static final Pattern EXCEPTION =
            Pattern.compile("\\b(?:java|org)\\.[a-z.]+\\.[A-Z]\\w+(?:Exception|Error)\\b");

    static final ScenarioLoader LOADER = new ScenarioLoader();

    private Fuzzed() {}

    /** Throws {@link AssertionError} if the outcome is not as it must be. */
    static void check(LoadResult loaded) {
        Scenario scenario = loaded.scenario();
        require((scenario == null) == !loaded.problems().isEmpty(), "neither a scenario nor problems, or both");
        require(loaded.problems().size() <= 200, "more than 200 problems");
        checkTexts(loaded.problems());
        checkTexts(loaded.warnings());
        if (scenario != null) {
            run(scenario);
            if (scenario.resolvedText().length() <= LONGEST_READ_AGAIN) {
                Scenario again = LOADER.loadText("again.yaml", scenario.resolvedText(), List.of())
                        .scenario();
                require(scenario.equals(again), "the resolved text says something else");
            }
        }
    }

    private static void checkTexts(List<Problem> problems) {
        for (Problem problem : problems) {
            require(!problem.message().isBlank(), "a problem without a text");
            require(!EXCEPTION.matcher(problem.message()).find(), "an exception in a problem: " + problem);
        }
    }

    private static void run(Scenario scenario) {
        BridgeRun run = new BridgeModel(scenario.config(), replication -> true).start(Streams.of(1, 1));
        int events = 0;
        while (events < MOST_EVENTS && run.step()) {
            events++;
        }
        if (run.isFinished()) {
            run.finish();
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
