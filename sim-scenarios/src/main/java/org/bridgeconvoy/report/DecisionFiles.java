package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.experiment.selection.Selected;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.study.optimum.Question;
import org.bridgeconvoy.study.optimum.Wish;

/** Writes an optimum as CSV and JSON. Writers are flushed but not closed. */
public final class DecisionFiles {

    private DecisionFiles() {}

    /** Writes {@code candidates.csv}: a row for each combination that was considered. */
    public static void csv(Decision decision, Writer out) throws IOException {
        CsvWriter csv = CsvFiles.csv(out);
        Question question = decision.question();
        List<String> columns = new ArrayList<>(List.of("candidate"));
        question.varied().forEach(vary -> columns.add(vary.path()));
        columns.addAll(List.of("standing", "replications", "not_cleared"));
        question.wishes().forEach(wish -> estimateColumns(wish.metric(), columns));
        columns.addAll(List.of("from_named_low", "from_named_high"));
        for (SuchThat bound : question.suchThat()) {
            estimateColumns(bound.text(), columns);
            columns.add(bound.text() + " met");
        }
        csv.writeRecord(columns);
        for (DecisionRow row : DecisionRow.of(decision)) {
            csv.writeRecord(cells(decision, row));
        }
        csv.flush();
    }

    private static void estimateColumns(String name, List<String> columns) {
        columns.add(name);
        columns.add(name + " half_width_95");
    }

    private static List<String> cells(Decision decision, DecisionRow row) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(row.number())));
        cells.addAll(row.values());
        cells.add(row.standing());
        cells.add(Integer.toString(row.replications()));
        cells.add(Integer.toString(decision.notCleared().get(row.number() - 1)));
        row.goals().forEach(goal -> estimate(goal, cells));
        cells.add(CsvFiles.number(row.fromNamed().low()));
        cells.add(CsvFiles.number(row.fromNamed().high()));
        for (int i = 0; i < row.bounds().size(); i++) {
            estimate(row.bounds().get(i), cells);
            cells.add(row.feasible().get(i).name().toLowerCase(Locale.ROOT));
        }
        return cells;
    }

    private static void estimate(Estimate estimate, List<String> cells) {
        cells.add(CsvFiles.number(estimate.mean()));
        cells.add(CsvFiles.number(estimate.halfWidth95()));
    }

    /**
     * Writes {@code optimise.json}: question, answer, what is promised, and what cannot be told.
     *
     * @param sums SHA-256 of each other file of the set, by name
     */
    public static void json(Decision decision, Map<String, String> sums, Writer out) throws IOException {
        DecisionWords words = new DecisionWords(decision);
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartObject();
            json.writeStringField("scenario", decision.name());
            json.writeStringField("version", decision.version());
            json.writeNumberField("seed", decision.seed());
            json.writeNumberField("replications", decision.replications());
            json.writeNumberField("search_replications", decision.searchReplications());
            json.writeNumberField("uncertain_inputs", decision.uncertain());
            json.writeBooleanField("in_worlds", decision.question().inWorlds());
            question(json, decision.question());
            units(json, decision);
            json.writeObjectFieldStart("varied");
            for (Vary vary : decision.question().varied()) {
                ComparisonFiles.strings(json, vary.path(), vary.values());
            }
            json.writeEndObject();
            json.writeNumberField("combinations", decision.question().combinations());
            json.writeNumberField("considered", decision.considered().size());
            if (decision.question().isFrontier()) {
                json.writeStringField("ending", word(decision.twoGoals().ending()));
                json.writeNumberField(
                        "confidence", decision.twoGoals().promise().confidence());
            } else {
                selected(json, decision, decision.oneGoal());
            }
            for (String standing : List.of("named", "frontier", "alike", "undecided")) {
                rows(json, decision, standing);
            }
            ComparisonFiles.strings(json, "what_to_do", words.whatToDo());
            ComparisonFiles.strings(json, "how_sure", words.howSure());
            ComparisonFiles.strings(json, "what_cannot_be_told", words.whatCannotBeTold());
            FileSums.write(json, sums);
            json.writeEndObject();
        }
        out.append('\n');
        out.flush();
    }

    private static void question(JsonGenerator json, Question question) throws IOException {
        ComparisonFiles.strings(
                json,
                "least",
                question.wishes().stream()
                        .filter(w -> !w.most())
                        .map(Wish::metric)
                        .toList());
        ComparisonFiles.strings(
                json,
                "most",
                question.wishes().stream().filter(Wish::most).map(Wish::metric).toList());
        ComparisonFiles.strings(
                json,
                "such_that",
                question.suchThat().stream().map(SuchThat::text).toList());
        margin(json, "indifference", question.indifference());
        margin(json, "tolerance", question.tolerance());
        json.writeNumberField("share_tolerance", question.shareTolerance());
        json.writeNumberField("budget", question.budget());
    }

    /** The goals and the units of the bounds' metrics. */
    private static void units(JsonGenerator json, Decision decision) throws IOException {
        List<Wish> wishes = decision.question().wishes();
        json.writeArrayFieldStart("goals");
        for (int g = 0; g < wishes.size(); g++) {
            json.writeStartObject();
            json.writeStringField("metric", wishes.get(g).metric());
            json.writeStringField("better", wishes.get(g).most() ? "more" : "less");
            json.writeStringField("unit", decision.units().get(g));
            json.writeEndObject();
        }
        json.writeEndArray();
        ComparisonFiles.strings(
                json,
                "bound_units",
                decision.units().subList(wishes.size(), decision.units().size()));
    }

    private static void margin(JsonGenerator json, String field, Margin margin) throws IOException {
        json.writeObjectFieldStart(field);
        JsonSummary.number(json, margin.isRelative() ? "share" : "amount", margin.size());
        json.writeEndObject();
    }

    private static void selected(JsonGenerator json, Decision decision, Selected selected) throws IOException {
        json.writeStringField("ending", word(selected.ending()));
        json.writeNumberField("confidence", selected.promise().confidence());
        JsonSummary.number(json, "gap", selected.gap());
        JsonSummary.number(json, "indifference_in_unit", selected.indifference());
        json.writeArrayFieldStart("steps");
        for (Selected.Step step : selected.steps()) {
            json.writeStartObject();
            json.writeNumberField("replications", step.replications() + decision.searchReplications());
            json.writeNumberField("candidate", step.named() + 1);
            JsonSummary.number(json, "mean", step.mean());
            json.writeNumberField("open", step.open());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void rows(JsonGenerator json, Decision decision, String standing) throws IOException {
        json.writeArrayFieldStart(standing);
        for (DecisionRow row : DecisionRow.of(decision)) {
            if (row.standing().equals(standing)) {
                row(json, decision, row);
            }
        }
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, Decision decision, DecisionRow row) throws IOException {
        json.writeStartObject();
        json.writeNumberField("candidate", row.number());
        json.writeObjectFieldStart("values");
        for (int i = 0; i < row.values().size(); i++) {
            json.writeStringField(
                    decision.question().varied().get(i).path(), row.values().get(i));
        }
        json.writeEndObject();
        json.writeNumberField("replications", row.replications());
        json.writeNumberField("not_cleared", decision.notCleared().get(row.number() - 1));
        json.writeObjectFieldStart("goals");
        for (int g = 0; g < row.goals().size(); g++) {
            estimate(
                    json,
                    decision.question().wishes().get(g).metric(),
                    row.goals().get(g));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("bounds");
        for (int i = 0; i < row.bounds().size(); i++) {
            estimate(
                    json,
                    decision.question().suchThat().get(i).text(),
                    row.bounds().get(i));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void estimate(JsonGenerator json, String field, Estimate estimate) throws IOException {
        json.writeObjectFieldStart(field);
        JsonSummary.estimate(json, estimate);
        json.writeEndObject();
    }
}
