package org.bridgeconvoy.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.Prominence;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.Scenario;

/**
 * What the page shows of the scenario that it came with, as {@code describe} of the compiled model tells it: answers, and the metrics of the
 * cards. The first answer then waits for replications alone.
 */
public final class About {

    private About() {}

    /** The scenario's words as JSON. */
    public static String of(Scenario scenario) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonMapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("name", scenario.name());
            json.writeNumberField("replications", scenario.replications());
            json.writeArrayFieldStart("problems");
            json.writeEndArray();
            List<String> asked = answers(json, scenario);
            json.writeArrayFieldStart("metrics");
            for (Metric metric : new BridgeModel(scenario.config()).metrics()) {
                boolean isCard = metric.prominence() == Prominence.HEADLINE
                        || metric.prominence() == Prominence.MAIN
                        || asked.contains(metric.name());
                if (isCard && !metric.isPercentile()) {
                    json.writeStartObject();
                    json.writeStringField("name", metric.name());
                    json.writeStringField("unit", metric.unit());
                    json.writeStringField("text", metric.text());
                    json.writeStringField("better", metric.family().better().name());
                    json.writeStringField("prominence", metric.prominence().name());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Writes the answers of this scenario's own numbers; gives their metrics. */
    private static List<String> answers(JsonGenerator json, Scenario scenario) throws IOException {
        List<String> metrics = new ArrayList<>();
        json.writeArrayFieldStart("answers");
        for (Answer answer : scenario.answers()) {
            if (answer instanceof Answer.OfMetric of && of.of() == null && of.against() == null) {
                metrics.add(of.metric().name());
                json.writeStartObject();
                json.writeStringField("says", of.says());
                json.writeStringField("metric", of.metric().name());
                if (of.expect() != null) {
                    json.writeStringField("relation", of.expect().relation().name());
                    json.writeStringField("bound", Double.toString(of.expect().bound()));
                }
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        return metrics;
    }
}
