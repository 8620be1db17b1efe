package org.bridgeconvoy.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scenario file.
 *
 * @param scenario null exactly if there are problems
 * @param problems every error, in the order of the files; of very many the first
 * @param moreProblems how many errors there are beyond those
 * @param warnings what works but is probably not meant
 */
public record Loaded(@Nullable Scenario scenario, List<Problem> problems, int moreProblems, List<Problem> warnings) {

    /** Copies the lists. */
    public Loaded {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
