package org.bridgeconvoy.web;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.live.DayCurves;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.LoadedWorld;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioKey;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.jspecify.annotations.Nullable;

/** The scenario text of the last call, read once, and the world of the last call, assembled once: a page asks for the same again and again. */
final class OpenedText {

    private final ScenarioLoader loader = new ScenarioLoader();
    private List<String> text = List.of();
    private @Nullable OpenScenario scenario;
    private List<String> ready = List.of();
    private @Nullable BridgeModel model;
    private @Nullable Replicator<ReplicationResult> replicator;

    /** Loads a scenario; the texts are name, content, sets. */
    LoadResult load(List<String> texts) {
        return open(texts).load(sets(texts));
    }

    /** What may be changed of a scenario; nothing if it has problems. */
    List<ScenarioKey> keys(List<String> texts) {
        Scenario scenario = load(texts).scenario();
        return scenario == null
                ? List.of()
                : loader.resolved(scenario.resolvedText()).keys();
    }

    /** The world of a scenario; problems are an exception, a line each. */
    ConvoyConfig config(List<String> texts) {
        LoadedWorld world = open(texts).world(sets(texts));
        ConvoyConfig config = world.world();
        if (config == null) {
            throw new IllegalArgumentException(String.join(
                    "\n", world.problems().stream().map(Problem::toString).toList()));
        }
        return config;
    }

    /** Runs replications of a world, or says what is wrong with it. */
    Replicated replicate(long seed, List<String> texts, int first, int last) {
        BridgeModel known = model;
        Replicator<ReplicationResult> runs = replicator;
        if (known == null || runs == null || !texts.equals(ready)) {
            ready = List.of();
            LoadedWorld world = open(texts).world(sets(texts));
            ConvoyConfig config = world.world();
            if (config == null) {
                return Replicated.problems(world.problems(), world.moreProblems());
            }
            known = new BridgeModel(config, DayCurves::records);
            runs = known.newReplicator();
            model = known;
            replicator = runs;
            ready = new ArrayList<>(texts);
        }
        return Replicated.of(known, runs, seed, first, last);
    }

    private OpenScenario open(List<String> texts) {
        List<String> asked = List.of(texts.get(0), texts.get(1));
        OpenScenario known = scenario;
        if (known == null || !asked.equals(text)) {
            known = loader.openText(texts.get(0), texts.get(1));
            scenario = known;
            text = asked;
        }
        return known;
    }

    private static List<String> sets(List<String> texts) {
        return texts.subList(2, texts.size());
    }
}
