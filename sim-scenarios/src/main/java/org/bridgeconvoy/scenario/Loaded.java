package org.bridgeconvoy.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of loading a scenario file: the scenario, or the problems that keep the file from being used.
 *
 * @param scenario the scenario; null exactly if there are problems
 * @param problems errors, the command line first, then the files in the order of their extension; at most {@link
 *     org.bridgeconvoy.scenario.text.Problems#MOST}
 * @param moreProblems number of errors beyond {@code problems}
 * @param warnings values that can be used but are probably not meant
 */
public record Loaded(@Nullable Scenario scenario, List<Problem> problems, int moreProblems, List<Problem> warnings) {

    /** Copies the lists. */
    public Loaded {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
