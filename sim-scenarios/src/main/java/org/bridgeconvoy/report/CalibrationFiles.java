package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.experiment.calibration.PredictiveCheck;
import org.bridgeconvoy.study.ObservedNumbers;
import org.bridgeconvoy.study.calibration.CalibrationResult;
import org.bridgeconvoy.study.calibration.Forecast;
import org.bridgeconvoy.study.calibration.Histogram;
import org.bridgeconvoy.words.Numbers;

/** Writes a calibration as JSON, its worlds as CSV, and the calibrated scenario. Writers are flushed but not closed. */
public final class CalibrationFiles {

    /** Name of the index. */
    public static final String INDEX = "calibrate.json";

    /** Name of the table of worlds. */
    public static final String WORLDS = "calibrated.csv";

    /** Name of the calibrated scenario. */
    public static final String SCENARIO = "calibrated.yaml";

    private CalibrationFiles() {}

    /** Writes {@code calibrated.csv}: a column for each path, a row for each world of the posterior, all equally likely. */
    public static void worlds(CalibrationResult result, Writer out) throws IOException {
        CsvWriter csv = CsvFiles.csv(out);
        csv.writeRecord(result.paths());
        for (List<String> row : result.rows()) {
            csv.writeRecord(row);
        }
        csv.flush();
    }

    /**
     * Writes {@code calibrated.yaml}.
     *
     * @param extended what it extends: the name of a built-in scenario, or a path from the output folder
     * @param sets values that all worlds had, each as {@code PATH=VALUE}
     */
    public static void scenario(CalibrationResult result, String extended, List<String> sets, Writer out)
            throws IOException {
        String counts = CalibrationWords.work(result);
        out.append("extends: ").append(quoted(extended)).append('\n');
        out.append("scenario: ").append(result.name()).append("-calibrated\n");
        out.append("description: ")
                .append(quoted(result.name() + ", calibrated to " + counts + ". "
                        + CalibrationWords.agreement(result).get(0)))
                .append('\n');
        Map<String, Object> tree = new LinkedHashMap<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (String set : sets) {
            int equals = set.indexOf('=');
            values.put(
                    set.substring(0, equals).strip(), set.substring(equals + 1).strip());
        }
        values.putAll(result.base());
        for (Map.Entry<String, String> value : values.entrySet()) {
            // A place in a list can be set, but not written by its path; its worlds are in the table.
            if (isByKeys(value.getKey())) {
                put(tree, value.getKey().split("\\.", -1), value.getValue());
            }
        }
        write(tree, "", out);
        out.append("uncertain: {worlds: ").append(WORLDS).append("}\n");
        out.append("sources:\n");
        for (String path : result.base().keySet()) {
            if (isByKeys(path)) {
                out.append("  ")
                        .append(path)
                        .append(": {grade: assumed, reason: ")
                        .append(quoted("median of the posterior, of choices the most frequent, given " + counts))
                        .append("}\n");
            }
        }
        out.flush();
    }

    private static boolean isByKeys(String path) {
        return !path.matches("(.*\\.)?\\d+(\\..*)?");
    }

    @SuppressWarnings("unchecked") // Only this method puts maps into the tree.
    private static void put(Map<String, Object> tree, String[] keys, String value) {
        Map<String, Object> here = tree;
        for (int i = 0; i < keys.length - 1; i++) {
            here = (Map<String, Object>) here.computeIfAbsent(keys[i], key -> new LinkedHashMap<String, Object>());
        }
        here.put(keys[keys.length - 1], value);
    }

    private static void write(Map<?, ?> tree, String indent, Writer out) throws IOException {
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            out.append(indent).append(String.valueOf(entry.getKey())).append(':');
            if (entry.getValue() instanceof Map<?, ?> below) {
                out.append('\n');
                write(below, indent + "  ", out);
            } else {
                out.append(' ').append(String.valueOf(entry.getValue())).append('\n');
            }
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /**
     * Writes {@code calibrate.json}.
     *
     * @param sums SHA-256 of each other file of the set, by name
     */
    public static void json(CalibrationResult result, Map<String, String> sums, Writer out) throws IOException {
        PredictiveCheck check = result.posterior().check();
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartObject();
            json.writeStringField("scenario", result.name());
            json.writeStringField("version", result.version());
            json.writeNumberField("seed", result.seed());
            json.writeNumberField("replications", result.posterior().replications());
            json.writeStringField("start", result.start().toString());
            json.writeObjectFieldStart("agreement");
            json.writeStringField("verdict", check.verdict().name().toLowerCase(Locale.ROOT));
            JsonSummary.number(json, "p_value", check.pValue());
            JsonSummary.number(json, "share_inside_90", check.shareInside());
            json.writeNumberField("simulations", check.simulations());
            ComparisonFiles.strings(json, "says", CalibrationWords.agreement(result));
            json.writeEndObject();
            json.writeArrayFieldStart("forecasts");
            for (Forecast forecast : result.forecasts()) {
                forecast(json, forecast);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("inputs");
            for (int i = 0; i < result.inputs(); i++) {
                input(json, result, i);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("observed");
            for (int i = 0; i < check.predicted().size(); i++) {
                observed(json, check.predicted().get(i), result.observed().get(i));
            }
            json.writeEndArray();
            correlations(json, result);
            json.writeArrayFieldStart("held_out");
            for (int i = 0; i < result.heldOut().size(); i++) {
                observed(
                        json,
                        result.posterior().heldOut().get(i),
                        result.heldOut().get(i));
            }
            json.writeEndArray();
            json.writeStringField("scenario_text", result.scenarioText());
            FileSums.write(json, sums);
            json.writeEndObject();
        }
        out.append('\n');
        out.flush();
    }

    private static void forecast(JsonGenerator json, Forecast forecast) throws IOException {
        json.writeStartObject();
        json.writeStringField("what", forecast.what());
        json.writeNumberField("numbers", forecast.numbers());
        JsonSummary.number(json, "share_inside_90", (double) forecast.inside() / forecast.numbers());
        JsonSummary.number(json, "mean_absolute_error", forecast.error());
        JsonSummary.number(json, "naive_mean_absolute_error", forecast.naiveError());
        json.writeEndObject();
    }

    private static void input(JsonGenerator json, CalibrationResult result, int input) throws IOException {
        Marginal marginal = result.posterior().marginals().get(input);
        json.writeStartObject();
        json.writeStringField("path", result.path(input));
        json.writeStringField("unit", result.unit(input));
        json.writeStringField("believed", result.believed(input));
        json.writeBooleanField("learned", marginal.isLearned());
        JsonSummary.number(json, "change", marginal.change());
        JsonSummary.number(json, "noise", marginal.noise());
        json.writeStringField("base", result.shown(input, result.middle(input)));
        if (marginal.priorShares().isEmpty()) {
            quantiles(json, "prior", marginal.prior());
            quantiles(json, "posterior", marginal.posterior());
        } else {
            json.writeArrayFieldStart("choices");
            for (int k = 0; k < marginal.priorShares().size(); k++) {
                json.writeStartObject();
                json.writeStringField("choice", result.shown(input, k));
                JsonSummary.number(json, "prior", marginal.priorShares().get(k));
                JsonSummary.number(json, "posterior", marginal.posteriorShares().get(k));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeStringField("before", CalibrationWords.before(result, input));
        json.writeStringField("after", CalibrationWords.after(result, input));
        if (!result.isChoice(input)) {
            Histogram histogram = result.histogram(input);
            json.writeObjectFieldStart("histogram");
            JsonSummary.number(json, "from", histogram.from());
            JsonSummary.number(json, "until", histogram.until());
            JsonSummary.numbers(json, "before_percent", histogram.before());
            JsonSummary.numbers(json, "after_percent", histogram.after());
            json.writeEndObject();
            JsonSummary.numbers(json, "drawn", result.drawn(input));
        }
        json.writeEndObject();
    }

    /** The correlation of each pair of numbers in the posterior. */
    private static void correlations(JsonGenerator json, CalibrationResult result) throws IOException {
        json.writeArrayFieldStart("correlations");
        for (int i = 0; i < result.inputs(); i++) {
            for (int j = i + 1; j < result.inputs(); j++) {
                if (!result.isChoice(i) && !result.isChoice(j)) {
                    json.writeStartObject();
                    ComparisonFiles.strings(json, "paths", List.of(result.path(i), result.path(j)));
                    JsonSummary.number(json, "correlation", result.correlation(i, j));
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private static void quantiles(JsonGenerator json, String field, List<Double> quantiles) throws IOException {
        json.writeObjectFieldStart(field);
        for (int q = 0; q < quantiles.size(); q++) {
            JsonSummary.number(json, "p" + Numbers.shortest(100 * Marginal.PROBABILITIES.get(q)), quantiles.get(q));
        }
        json.writeEndObject();
    }

    private static void observed(JsonGenerator json, Predicted predicted, ObservedNumbers.Entry entry)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("what", predicted.observation().series());
        json.writeStringField("when", predicted.observation().label());
        json.writeStringField("per", entry.per().label());
        json.writeNumberField("number", entry.number());
        JsonSummary.number(json, "observed", predicted.observation().value());
        JsonSummary.number(json, "p5", predicted.low());
        JsonSummary.number(json, "median", predicted.median());
        JsonSummary.number(json, "p95", predicted.high());
        JsonSummary.number(json, "least_in_any_world", predicted.least());
        JsonSummary.number(json, "most_in_any_world", predicted.most());
        json.writeEndObject();
    }
}
