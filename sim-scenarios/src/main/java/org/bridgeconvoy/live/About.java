package org.bridgeconvoy.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
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
            answers(json, scenario);
            List<String> asked = asked(scenario);
            json.writeArrayFieldStart("metrics");
            for (Metric metric : new BridgeModel(scenario.config()).metrics()) {
                if (isCard(metric, asked)) {
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

    /** Whether a page may show a metric as a card: the metrics of the answers, and those that every page of a run shows. */
    static boolean isCard(Metric metric, List<String> asked) {
        boolean isMuch = metric.prominence() == Prominence.HEADLINE || metric.prominence() == Prominence.MAIN;
        return (isMuch || asked.contains(metric.name())) && !metric.isPercentile();
    }

    /** The metrics that the answers of this scenario's own numbers are of. */
    static List<String> asked(Scenario scenario) {
        return own(scenario).map(of -> of.metric().name()).toList();
    }

    private static Stream<Answer.OfMetric> own(Scenario scenario) {
        return scenario.answers().stream()
                .filter(Answer.OfMetric.class::isInstance)
                .map(Answer.OfMetric.class::cast)
                .filter(of -> of.of() == null && of.against() == null);
    }

    private static void answers(JsonGenerator json, Scenario scenario) throws IOException {
        json.writeArrayFieldStart("answers");
        for (Answer.OfMetric of : own(scenario).toList()) {
            json.writeStartObject();
            json.writeStringField("says", of.says());
            json.writeStringField("metric", of.metric().name());
            if (of.expect() != null) {
                json.writeStringField("relation", of.expect().relation().name());
                json.writeStringField("bound", Double.toString(of.expect().bound()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
