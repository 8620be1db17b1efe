package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.sensitivity.ConditionalMean;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.study.sensitivity.BoundChance;
import org.bridgeconvoy.study.sensitivity.MetricSensitivity;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;

/** Writes what is not known as JSON and CSV. Writers are flushed but not closed. */
public final class SensitivityFiles {

    /** Name of the index. */
    public static final String INDEX = "sensitivity.json";

    /** Name of the table of worlds. */
    public static final String WORLDS = "worlds.csv";

    private SensitivityFiles() {}

    /**
     * Writes {@code worlds.csv}: a row for each world with its inputs and, for each metric, mean and standard deviation over its replications. A choice is
     * its value.
     */
    public static void worlds(SensitivityResult result, Writer out) throws IOException {
        CsvWriter csv = CsvFiles.csv(out);
        int inputs = result.inputs();
        List<String> columns = new ArrayList<>(List.of("world", "row", "first_replication"));
        for (int i = 0; i < inputs; i++) {
            columns.add(result.path(i));
        }
        for (MetricSensitivity metric : result.metrics()) {
            columns.add(metric.metric().name());
            columns.add(metric.metric().name() + ".sd");
        }
        csv.writeRecord(columns);
        List<double[]> points = result.design().points();
        int number = 0;
        for (int row = 0; row < result.design().rows(); row++) {
            for (int w = 0; w < result.design().worldsPerRow(); w++) {
                int point = result.design().point(row, w);
                List<String> cells = new ArrayList<>();
                cells.add(Integer.toString(++number));
                cells.add(Integer.toString(row + 1));
                cells.add(Integer.toString(row * result.replications() + 1));
                for (int i = 0; i < inputs; i++) {
                    double value = points.get(point)[i];
                    List<String> choices = result.choices(i);
                    cells.add(choices.isEmpty() ? CsvFiles.number(value) : choices.get((int) value));
                }
                for (MetricSensitivity metric : result.metrics()) {
                    Estimate there = metric.analysis().point(point);
                    cells.add(CsvFiles.number(there.mean()));
                    cells.add(CsvFiles.number(there.sd()));
                }
                csv.writeRecord(cells);
            }
        }
        csv.flush();
    }

    /**
     * Writes {@code sensitivity.json}.
     *
     * @param sums SHA-256 of each other file of the set, by name
     */
    public static void json(SensitivityResult result, Map<String, String> sums, Writer out) throws IOException {
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartObject();
            json.writeStringField("scenario", result.name());
            json.writeStringField("version", result.version());
            json.writeNumberField("seed", result.seed());
            json.writeNumberField("worlds", result.worlds());
            json.writeNumberField("rows", result.design().rows());
            json.writeNumberField("replications", result.replications());
            json.writeNumberField("base_replications", result.baseReplications());
            json.writeBooleanField("correlated", !result.design().independent());
            if (!result.design().independent()) {
                json.writeStringField("left_out", "total indices and tornado: inputs are correlated");
            }
            json.writeArrayFieldStart("inputs");
            for (int i = 0; i < result.inputs(); i++) {
                input(json, result, i);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("metrics");
            for (MetricSensitivity metric : result.metrics()) {
                json.writeObjectFieldStart(metric.metric().name());
                metric(json, result, metric);
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeArrayFieldStart("bounds");
            for (BoundChance bound : result.bounds()) {
                json.writeStartObject();
                json.writeStringField("bound", bound.bound().text());
                interval(json, "replication", bound.replication());
                interval(json, "expected_value", bound.expected());
                JsonSummary.marks(json, bound.marks());
                json.writeEndObject();
            }
            json.writeEndArray();
            ComparisonFiles.strings(json, "warnings", result.warnings());
            json.writeStringField("scenario_text", result.scenarioText());
            FileSums.write(json, sums);
            json.writeEndObject();
        }
        out.append('\n');
        out.flush();
    }

    private static void input(JsonGenerator json, SensitivityResult result, int input) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", result.path(input));
        json.writeStringField("unit", result.unit(input));
        if (result.design().independent()) {
            json.writeStringField("believed", result.believed(input));
        }
        ComparisonFiles.strings(json, "choices", result.choices(input));
        json.writeEndObject();
    }

    private static void metric(JsonGenerator json, SensitivityResult result, MetricSensitivity metric)
            throws IOException {
        json.writeStringField("says", metric.says());
        json.writeStringField("unit", metric.metric().unit());
        json.writeObjectFieldStart("base");
        estimate(json, metric.base());
        json.writeEndObject();
        json.writeObjectFieldStart("expected");
        JsonSummary.number(json, "p5", metric.expected().p5());
        JsonSummary.number(json, "median", metric.expected().median());
        JsonSummary.number(json, "p95", metric.expected().p95());
        JsonSummary.number(json, "shrinkage", metric.expected().shrinkage());
        interval(json, "mean", metric.expected().mean());
        JsonSummary.marks(json, metric.marks());
        json.writeEndObject();
        json.writeObjectFieldStart("percentiles");
        JsonSummary.numbers(json, "worlds", metric.percentilesOfWorlds());
        JsonSummary.numbers(json, "replications", metric.percentilesOfReplications());
        json.writeEndObject();
        json.writeStringField("what_to_expect", SensitivityWords.expected(metric));
        json.writeStringField("what_to_find_out_first", SensitivityWords.first(result, metric));
        json.writeObjectFieldStart("variance");
        interval(json, "chance", metric.split().chance());
        interval(json, "worlds", metric.split().worlds());
        interval(json, "worlds_share", metric.split().worldsShare());
        json.writeEndObject();
        json.writeNumberField("not_cleared", metric.notCleared());
        json.writeNumberField("rows_left_out", metric.analysis().rowsLeftOut());
        json.writeArrayFieldStart("inputs");
        for (InputIndices index : metric.sorted()) {
            json.writeStartObject();
            json.writeStringField("path", result.path(index.input()));
            json.writeBooleanField("matters", index.matters());
            interval(json, "first_order", index.first());
            if (index.total().isPresent()) {
                interval(json, "total", index.total().get());
                tornado(json, result, metric.tornado().get(index.input()));
            }
            json.writeArrayFieldStart("conditional_means");
            for (ConditionalMean mean : metric.analysis().conditionalMeans(index.input())) {
                json.writeStartObject();
                JsonSummary.number(json, "input", mean.input());
                JsonSummary.number(json, "mean", mean.mean());
                json.writeNumberField("worlds", mean.worlds());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void tornado(JsonGenerator json, SensitivityResult result, TornadoBar bar) throws IOException {
        json.writeArrayFieldStart("alone");
        for (TornadoBar.End end : bar.ends()) {
            json.writeStartObject();
            JsonSummary.number(json, "value", end.value());
            json.writeStringField("shown", result.shown(bar.input(), end.value()));
            JsonSummary.number(json, "mean", end.mean().mean());
            JsonSummary.number(json, "difference", end.difference().estimate().mean());
            JsonSummary.number(
                    json, "difference_half_width_95", end.difference().halfWidth());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void estimate(JsonGenerator json, Estimate estimate) throws IOException {
        json.writeNumberField("n", estimate.n());
        JsonSummary.number(json, "mean", estimate.mean());
        JsonSummary.number(json, "sd", estimate.sd());
        JsonSummary.number(json, "half_width_95", estimate.halfWidth95());
    }

    private static void interval(JsonGenerator json, String field, IntervalEstimate estimate) throws IOException {
        json.writeObjectFieldStart(field);
        JsonSummary.number(json, "value", estimate.value());
        JsonSummary.number(json, "low_95", estimate.interval95().low());
        JsonSummary.number(json, "high_95", estimate.interval95().high());
        json.writeEndObject();
    }
}
