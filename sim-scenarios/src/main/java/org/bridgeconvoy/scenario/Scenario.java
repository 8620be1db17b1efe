package org.bridgeconvoy.scenario;

import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;

/**
 * A scenario without errors.
 *
 * @param name its name, fit for a file name
 * @param description what it is about; empty if the file does not say
 * @param config the world
 * @param seed of the random numbers
 * @param replications how many to run, at least 1
 * @param sources what its values rest on, in the order of the file
 * @param observed counts to hold the simulated ones against; empty if the file gives none
 * @param answers what answers its question; empty if the file does not say
 * @param resolvedText the file with {@code extends}, {@code --set} and defaults filled in; it loads to the same scenario
 *     and to the same resolved text
 */
public record Scenario(
        String name,
        String description,
        ConvoyConfig config,
        long seed,
        int replications,
        List<Source> sources,
        List<Observed> observed,
        List<Answer> answers,
        String resolvedText) {

    /** Copies the lists. */
    public Scenario {
        sources = List.copyOf(sources);
        observed = List.copyOf(observed);
        answers = List.copyOf(answers);
    }
}
