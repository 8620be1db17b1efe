package org.bridgeconvoy.scenario;

import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;

/**
 * A scenario without errors, ready to run.
 *
 * @param name name of the scenario, fit for a file name
 * @param question what the scenario asks, in one sentence; empty if the file does not say
 * @param description what the scenario is about; empty if the file does not say
 * @param config the configuration of the model
 * @param seed seed of the random numbers
 * @param replications number of replications, at least 1
 * @param sources sources of the values, in the order of the file
 * @param answers lines of the answer to the scenario's question; empty if the file does not ask one
 * @param uncertain what is believed of values that are not known; the world itself has the values of the file
 * @param resolvedText the file with {@code extends}, {@code --set} and defaults filled in; loading it gives the same
 *     scenario and the same resolved text
 */
public record Scenario(
        String name,
        String question,
        String description,
        ConvoyConfig config,
        long seed,
        int replications,
        List<Source> sources,
        List<Answer> answers,
        UncertainInputs uncertain,
        String resolvedText) {

    /** Copies the lists. */
    public Scenario {
        sources = List.copyOf(sources);
        answers = List.copyOf(answers);
    }

    /** What was counted or measured at the real bridge; empty if the file does not say. */
    public List<Observed> observed() {
        return config.observed();
    }
}
