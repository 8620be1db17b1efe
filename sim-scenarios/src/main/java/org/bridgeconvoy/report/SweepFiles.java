package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.study.Extremes;
import org.bridgeconvoy.study.FromFirst;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.Vary;

/** Writes a sweep as CSV and JSON. Writers are flushed but not closed. */
public final class SweepFiles {

    private SweepFiles() {}

    /** Writes {@code sweep.csv}: a row for each point and metric, with a column for each varied path. */
    public static void csv(SweepResult result, Writer out) throws IOException {
        CsvWriter csv = CsvFiles.csv(out);
        List<String> columns = new ArrayList<>(List.of("point"));
        result.varied().forEach(vary -> columns.add(vary.path()));
        columns.addAll(List.of("metric", "unit", "mean", "sd", "half_width_95", "min", "max", "n", "not_cleared"));
        boolean bounded = !result.view().bounds().isEmpty();
        if (bounded) {
            columns.add("meets");
        }
        csv.writeRecord(columns);
        for (int i = 0; i < result.points().size(); i++) {
            for (MetricResult metric : result.points().get(i).metrics()) {
                List<String> row = new ArrayList<>(List.of(Integer.toString(i + 1)));
                row.addAll(result.points().get(i).values());
                row.addAll(cells(metric));
                if (bounded) {
                    row.add(result.points().get(i).meetsAll().label());
                }
                csv.writeRecord(row);
            }
        }
        csv.flush();
    }

    private static List<String> cells(MetricResult metric) {
        return List.of(
                metric.name(),
                metric.metric().unit(),
                CsvFiles.number(metric.value()),
                CsvFiles.number(metric.sd()),
                CsvFiles.number(metric.halfWidth()),
                CsvFiles.number(metric.min()),
                CsvFiles.number(metric.max()),
                Long.toString(metric.n()),
                metric.countsNotCleared() ? Integer.toString(metric.notCleared()) : "");
    }

    /**
     * Writes {@code sweep.json}: the whole sweep by point.
     *
     * @param sums SHA-256 of each other file of the set, by name
     */
    public static void json(SweepResult result, Map<String, String> sums, Writer out) throws IOException {
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartObject();
            json.writeStringField("scenario", result.name());
            json.writeStringField("version", result.version());
            json.writeNumberField("seed", result.seed());
            json.writeNumberField("replications", result.replications());
            json.writeObjectFieldStart("varied");
            for (Vary vary : result.varied()) {
                ComparisonFiles.strings(json, vary.path(), vary.values());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("points");
            for (SweepResult.Point point : result.points()) {
                point(json, point, result.view().bounds());
            }
            json.writeEndArray();
            extremes(json, result);
            fromFirst(json, result);
            ComparisonFiles.strings(json, "warnings", result.warnings());
            FileSums.write(json, sums);
            json.writeEndObject();
        }
        out.append('\n');
        out.flush();
    }

    /**
     * For each metric the points where it is least and greatest, and the points that cannot be told apart from them.
     */
    private static void extremes(JsonGenerator json, SweepResult result) throws IOException {
        json.writeObjectFieldStart("extremes");
        for (Extremes e : result.extremes()) {
            json.writeObjectFieldStart(e.metric().name());
            json.writeNumberField("least", e.least() + 1);
            points(json, "not_told_from_least", e.notToldFromLeast());
            json.writeNumberField("most", e.most() + 1);
            points(json, "not_told_from_most", e.notToldFromMost());
            ComparisonFiles.difference(json, e.difference());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** For each metric each point minus the first. */
    private static void fromFirst(JsonGenerator json, SweepResult result) throws IOException {
        json.writeObjectFieldStart("minus_first_point");
        for (FromFirst each : result.fromFirst()) {
            json.writeArrayFieldStart(each.metric().name());
            for (PairedDifference difference : each.differences()) {
                json.writeStartObject();
                ComparisonFiles.fields(json, difference);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** Writes numbers of points, which count from 1 in files. */
    private static void points(JsonGenerator json, String field, List<Integer> points) throws IOException {
        json.writeArrayFieldStart(field);
        for (int point : points) {
            json.writeNumber(point + 1);
        }
        json.writeEndArray();
    }

    private static void point(JsonGenerator json, SweepResult.Point point, List<SuchThat> bounds) throws IOException {
        json.writeStartObject();
        ComparisonFiles.strings(json, "values", point.values());
        json.writeNumberField("replications", point.replications());
        if (!bounds.isEmpty()) {
            json.writeObjectFieldStart("meets");
            for (int i = 0; i < bounds.size(); i++) {
                json.writeStringField(bounds.get(i).text(), point.met().get(i).label());
            }
            json.writeEndObject();
        }
        json.writeObjectFieldStart("metrics");
        for (MetricResult metric : point.metrics()) {
            json.writeObjectFieldStart(metric.name());
            JsonSummary.estimate(json, metric);
            if (metric.countsNotCleared()) {
                json.writeNumberField("not_cleared", metric.notCleared());
                json.writeBooleanField("lower_bound", metric.isLowerBound());
            }
            JsonSummary.marks(json, metric);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
