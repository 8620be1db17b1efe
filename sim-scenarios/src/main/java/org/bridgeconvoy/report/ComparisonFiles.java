package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.WithBest;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;

/** Writes a comparison as CSV and JSON. Writers are flushed but not closed. */
public final class ComparisonFiles {

    private ComparisonFiles() {}

    /** Writes {@code comparison.csv}: a row for each metric and scenario. A cell without a value is empty. */
    public static void csv(ComparisonResult result, Writer out) throws IOException {
        CsvWriter csv = CsvFiles.csv(out);
        csv.writeRecord(
                "metric",
                "unit",
                "scenario",
                "mean",
                "sd",
                "half_width_95",
                "min",
                "max",
                "n",
                "not_cleared",
                "difference",
                "difference_half_width",
                "difference_confidence",
                "pairs",
                "verdict",
                "best_low",
                "best_high",
                "standing");
        for (ComparisonResult.Row row : result.rows()) {
            for (int i = 0; i < result.labels().size(); i++) {
                csv.writeRecord(cells(result, row, i));
            }
        }
        csv.flush();
    }

    private static String[] cells(ComparisonResult result, ComparisonResult.Row row, int i) {
        MetricResult alone = row.results().get(i);
        PairedDifference difference = i == 0 ? null : row.differences().get(i - 1);
        WithBest best = row.withBest().isEmpty() ? null : row.withBest().get(i);
        return new String[] {
            row.metric().name(),
            row.metric().unit(),
            result.labels().get(i),
            CsvFiles.number(alone.estimate().mean()),
            CsvFiles.number(alone.estimate().sd()),
            CsvFiles.number(alone.estimate().halfWidth95()),
            CsvFiles.number(alone.estimate().min()),
            CsvFiles.number(alone.estimate().max()),
            Integer.toString(alone.estimate().n()),
            alone.countsNotCleared() ? Integer.toString(alone.notCleared()) : "",
            difference == null ? "" : CsvFiles.number(difference.estimate().mean()),
            difference == null ? "" : CsvFiles.number(difference.halfWidth()),
            difference == null ? "" : CsvFiles.number(difference.confidence()),
            difference == null ? "" : Integer.toString(difference.estimate().n()),
            difference == null ? "" : Verdicts.word(difference.verdict()),
            best == null ? "" : CsvFiles.number(best.interval().low()),
            best == null ? "" : CsvFiles.number(best.interval().high()),
            best == null ? "" : Verdicts.word(best.standing())
        };
    }

    /**
     * Writes {@code comparison.json}: the whole comparison by metric.
     *
     * @param sums SHA-256 of each other file of the set, by name
     */
    public static void json(ComparisonResult result, Map<String, String> sums, Writer out) throws IOException {
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartObject();
            json.writeStringField("version", result.version());
            json.writeNumberField("seed", result.seed());
            json.writeNumberField("replications", result.replications());
            json.writeStringField("intervals", result.adjustment());
            strings(json, "scenarios", result.labels());
            json.writeObjectFieldStart("metrics");
            for (ComparisonResult.Row row : result.rows()) {
                row(json, result, row);
            }
            json.writeEndObject();
            strings(json, "warnings", result.warnings());
            FileSums.write(json, sums);
            json.writeEndObject();
        }
        out.append('\n');
        out.flush();
    }

    private static void row(JsonGenerator json, ComparisonResult result, ComparisonResult.Row row) throws IOException {
        json.writeObjectFieldStart(row.metric().name());
        json.writeStringField("unit", row.metric().unit());
        if (row.metric().isPercentile()) {
            json.writeStringField("percentile", "of a replication");
        }
        for (int i = 0; i < result.labels().size(); i++) {
            json.writeObjectFieldStart(result.labels().get(i));
            JsonSummary.estimate(json, row.results().get(i).estimate());
            if (row.results().get(i).countsNotCleared()) {
                json.writeNumberField("not_cleared", row.results().get(i).notCleared());
            }
            JsonSummary.marks(json, row.results().get(i));
            if (i > 0) {
                difference(json, row.differences().get(i - 1));
            }
            if (!row.withBest().isEmpty()) {
                withBest(json, row.withBest().get(i), row.differences());
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes how a scenario compares with the best of the others; a mark of a difference of the metric is one of this, too. */
    private static void withBest(JsonGenerator json, WithBest compared, List<PairedDifference> differences)
            throws IOException {
        json.writeObjectFieldStart("minus_best_of_others");
        JsonSummary.number(json, "low", compared.interval().low());
        JsonSummary.number(json, "high", compared.interval().high());
        json.writeStringField("standing", Verdicts.word(compared.standing()));
        JsonSummary.marks(
                json,
                differences.stream()
                        .flatMap(d -> Mark.of(d).stream())
                        .distinct()
                        .toList());
        json.writeEndObject();
    }

    /** Writes a paired difference as a field. */
    static void difference(JsonGenerator json, PairedDifference difference) throws IOException {
        json.writeObjectFieldStart("difference");
        fields(json, difference);
        json.writeEndObject();
    }

    /** Writes what a paired difference is as fields of an open object. */
    static void fields(JsonGenerator json, PairedDifference difference) throws IOException {
        JsonSummary.number(json, "mean", difference.estimate().mean());
        JsonSummary.number(json, "half_width", difference.halfWidth());
        JsonSummary.number(json, "confidence", difference.confidence());
        json.writeNumberField("pairs", difference.estimate().n());
        json.writeStringField("verdict", Verdicts.word(difference.verdict()));
        JsonSummary.matters(json, difference);
        JsonSummary.marks(json, Mark.of(difference));
    }

    /** Writes texts as an array. */
    static void strings(JsonGenerator json, String field, Iterable<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
