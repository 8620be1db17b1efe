package org.bridgeconvoy.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scenario file.
 *
 * @param scenario null exactly if there are problems
 * @param problems every error, in the order of the files
 * @param warnings what works but is probably not meant
 */
public record Loaded(@Nullable Scenario scenario, List<Problem> problems, List<Problem> warnings) {

    /** Copies the lists. */
    public Loaded {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
