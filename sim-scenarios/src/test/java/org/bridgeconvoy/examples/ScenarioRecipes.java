package org.bridgeconvoy.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.scenario.Loaded;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.ScenarioLoader;
import org.bridgeconvoy.study.Study;
import org.bridgeconvoy.study.StudyOptions;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Workers;

/** Recipes of the cookbook that need the application's scenario files, studies and charts. */
final class ScenarioRecipes {
    private ScenarioRecipes() {}

    static String file() {
        // tag: file
        Loaded loaded = new ScenarioLoader().load("day-and-night", List.of("bridge.headway=20 s"));
        loaded.problems().forEach(System.err::println); // none here
        Scenario scenario = Objects.requireNonNull(loaded.scenario());
        Estimate trucks = new Experiment(scenario.seed(), /* replications */ 5)
                .estimate(new BridgeModel(scenario.config()), result -> result.metric("outbound_trucks_per_day"));
        // end: file
        return String.format(
                Locale.ROOT,
                "%s: %.2f outbound trucks a day +- %.2f\n",
                scenario.name(),
                trucks.mean(),
                trucks.halfWidth95());
    }

    /** Writes a chart of three replications. */
    static void chart(Scenario scenario, Path file) throws IOException {
        // tag: chart
        try (Workers workers = Workers.of(/* threads */ 2)) {
            StudyResult result =
                    Study.run(scenario, StudyOptions.of(/* seed */ 1, 3).bare(), workers, (done, of) -> {});
            Charts.throughput(RunData.of(result)).size(160, 90).write(file); // .svg, .pdf or .png
        }
        // end: chart
    }
}
