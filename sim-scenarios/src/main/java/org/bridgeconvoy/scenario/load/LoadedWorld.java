package org.bridgeconvoy.scenario.load;

import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.scenario.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one world of a scenario.
 *
 * @param world null exactly if there are problems
 * @param problems every error, of very many the first
 * @param moreProblems how many errors there are beyond those
 */
public record LoadedWorld(@Nullable ConvoyConfig world, List<Problem> problems, int moreProblems) {

    /** Copies the list. */
    public LoadedWorld {
        problems = List.copyOf(problems);
    }
}
