package org.bridgeconvoy.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;

/**
 * The answer of the scenario that a page came with, worked out by the program that writes the page: the reader sees it at once, and the model in
 * the page, which has the same bits, works it out again while it is read.
 */
public final class FirstAnswer {

    /** Replications of an answer before it is refined. */
    private static final int REPLICATIONS = 10;

    private FirstAnswer() {}

    /**
     * Runs the replications on this thread and writes as JSON their number, of each metric that a page may show mean and interval, and the curves of a mean day.
     *
     * @throws org.bridgeconvoy.experiment.ReplicationException if one fails
     */
    public static String of(Scenario scenario) {
        ConvoyConfig config = scenario.config();
        BridgeModel model = new BridgeModel(config, DayCurves::records);
        List<ReplicationResult> results = new Experiment(scenario.seed(), REPLICATIONS).run(model);
        List<String> asked = About.asked(scenario);
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonMapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("replications", REPLICATIONS);
            json.writeObjectFieldStart("estimates");
            for (int m = 0; m < model.metrics().size(); m++) {
                Metric metric = model.metrics().get(m);
                if (About.isCard(metric, asked)) {
                    int column = m;
                    estimate(
                            json,
                            metric.name(),
                            results.stream()
                                    .mapToDouble(result -> result.metrics().value(column))
                                    .toArray());
                }
            }
            json.writeEndObject();
            day(json, config, results);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** What is no number becomes null, which JSON has in its place. */
    private static void estimate(JsonGenerator json, String name, double[] values) throws IOException {
        Estimate e = Estimate.of(values);
        json.writeObjectFieldStart(name);
        json.writeNumberField("n", e.n());
        number(json, "mean", e.mean());
        number(json, "halfWidth", e.halfWidth95());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }

    /** The mean over the replications, to the thousandth of a truck: it is drawn, not counted. */
    private static void day(JsonGenerator json, ConvoyConfig config, List<ReplicationResult> results)
            throws IOException {
        List<ReplicationResult> drawn =
                results.stream().filter(DayCurves::hasRecorded).toList();
        DayCurves curves = new DayCurves(config.warmUpNanos(), config.horizonNanos());
        double[] sums = new double[DayCurves.SIZE];
        double[] one = new double[DayCurves.SIZE];
        for (ReplicationResult result : drawn) {
            curves.copyTo(result, one, 0);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += one[i];
            }
        }
        json.writeArrayFieldStart("day");
        for (int i = 0; i < (drawn.isEmpty() ? 0 : sums.length); i++) {
            json.writeNumber(Math.round(sums[i] / drawn.size() * 1000) / 1000.0);
        }
        json.writeEndArray();
    }
}
