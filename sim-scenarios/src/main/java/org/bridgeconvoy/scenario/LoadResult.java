package org.bridgeconvoy.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of loading a scenario file: the scenario, or the problems that keep the file from being used.
 *
 * @param scenario the scenario; null exactly if there are problems
 * @param problems errors, at most 200: those of the command line, then those of the file asked for, then those of the
 *     files that it extends, each from top to bottom
 * @param moreProblems number of errors beyond {@code problems}
 * @param warnings values that can be used but are probably not meant
 */
public record LoadResult(
        @Nullable Scenario scenario, List<Problem> problems, int moreProblems, List<Problem> warnings) {

    /** Copies the lists. */
    public LoadResult {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
