package org.bridgeconvoy.web;

import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioKey;

/** What a page must know of a scenario, as JSON: its problems, or its words, metrics and answers. */
final class Description {

    private Description() {}

    static String of(LoadResult loaded) {
        Json json = new Json().begin();
        problems(json, loaded.problems(), loaded.moreProblems());
        problems(json.key("warnings"), loaded.warnings());
        Scenario scenario = loaded.scenario();
        if (scenario != null) {
            scenario(json, scenario);
        }
        return json.end().toString();
    }

    /** The keys that a reader may change: path, kind, value, words, help. */
    static String keys(List<ScenarioKey> keys) {
        Json json = new Json().begin().key("keys").list();
        for (ScenarioKey key : keys) {
            json.begin()
                    .key("path")
                    .text(key.path())
                    .key("kind")
                    .text(key.kind().name())
                    .key("about")
                    .text(key.about());
            if (key.value() != null) {
                json.key("value").text(key.value());
            }
            json.key("words").list();
            key.words().forEach(json::text);
            json.endList().end();
        }
        return json.endList().end().toString();
    }

    static void problems(Json json, List<Problem> problems, int more) {
        problems(json.key("problems"), problems);
        json.key("more").number(more);
    }

    private static void problems(Json json, List<Problem> problems) {
        json.list();
        for (Problem problem : problems) {
            json.begin()
                    .key("line")
                    .number(problem.line())
                    .key("column")
                    .number(problem.column())
                    .key("text")
                    .text(problem.toString())
                    .end();
        }
        json.endList();
    }

    private static void scenario(Json json, Scenario scenario) {
        json.key("name").text(scenario.name()).key("question").text(scenario.question());
        json.key("seed").text(Long.toString(scenario.seed()));
        json.key("replications").number(scenario.replications());
        json.key("resolved").text(scenario.resolvedText());
        json.key("trucks").flag(scenario.config().hasTrucks());
        json.key("answers").list();
        for (Answer answer : scenario.answers()) {
            if (answer instanceof Answer.OfMetric of && of.of() == null && of.against() == null) {
                json.begin()
                        .key("says")
                        .text(of.says())
                        .key("metric")
                        .text(of.metric().name());
                if (of.expect() != null) {
                    json.key("relation").text(of.expect().relation().name());
                    json.key("bound").text(Double.toString(of.expect().bound()));
                }
                json.end();
            }
        }
        json.endList().key("metrics").list();
        for (Metric metric : new BridgeModel(scenario.config()).metrics()) {
            json.begin()
                    .key("name")
                    .text(metric.name())
                    .key("unit")
                    .text(metric.unit())
                    .key("text")
                    .text(metric.text())
                    .key("better")
                    .text(metric.family().better().name())
                    .key("group")
                    .text(metric.family().group().name())
                    .key("prominence")
                    .text(metric.prominence().name())
                    .key("percentile")
                    .flag(metric.isPercentile())
                    .end();
        }
        json.endList();
    }
}
