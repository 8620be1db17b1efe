package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.report.chart.OptimumData.Candidate;
import org.bridgeconvoy.report.chart.OptimumData.Goal;
import org.bridgeconvoy.report.chart.OptimumData.Mean;
import org.bridgeconvoy.report.chart.OptimumData.Step;
import org.bridgeconvoy.study.SuchThat;

/** Charts from {@code optimise.json} and {@code candidates.csv}. */
final class OptimumFolder implements FolderCharts {

    static final String COMMAND = "optimise";

    static final String INDEX = "optimise.json";

    private static final String CANDIDATES = "candidates.csv";

    private final OptimumData data;

    private OptimumFolder(OptimumData data) {
        this.data = data;
    }

    /**
     * Reads the files.
     *
     * @throws IOException with a message for people
     */
    static OptimumFolder read(Path folder) throws IOException {
        SetFiles files = SetFiles.open(folder, INDEX, COMMAND);
        JsonNode json = files.index();
        files.need(json, "scenario", "least", "most", "such_that", "goals", "replications", "what_to_do");
        List<Goal> goals = new ArrayList<>();
        json.get("goals")
                .forEach(goal -> goals.add(new Goal(
                        goal.path("metric").asText(),
                        goal.path("better").asText().equals("more"),
                        goal.path("unit").asText())));
        List<SuchThat> bounds = SetFiles.texts(json.get("such_that")).stream()
                .map(SuchThat::parse)
                .toList();
        List<Candidate> candidates = new ArrayList<>();
        for (NamedCsvRecord row : files.rows(CANDIDATES)) {
            if (!row.getField("replications").equals("0")) {
                candidates.add(new Candidate(
                        row.getField("standing"),
                        goals.stream().map(goal -> mean(row, goal.metric())).toList(),
                        bounds.stream().map(bound -> mean(row, bound.text())).toList()));
            }
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : json.path("steps")) {
            if (step.path("candidate").asInt() > 0) {
                steps.add(new Step(step.path("replications").asLong(), SetFiles.number(step.path("mean"))));
            }
        }
        return new OptimumFolder(new OptimumData(
                json.get("scenario").asText(),
                goals,
                bounds,
                SetFiles.texts(json.path("bound_units")),
                candidates,
                steps,
                json.get("replications").asLong(),
                json.get("what_to_do").path(0).asText()));
    }

    private static Mean mean(NamedCsvRecord row, String column) {
        return new Mean(
                SetFiles.number(row.getField(column)), SetFiles.number(row.getField(column + " half_width_95")));
    }

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public List<String> names() {
        return data.charts();
    }

    @Override
    public ConvoyChart draw(Wish wish) {
        Choice.noMetric(wish);
        Choice.noInputs(wish, 0);
        if (!names().contains(wish.name())) {
            throw new IllegalArgumentException("the chart '" + wish.name() + "' needs "
                    + (wish.name().equals("progress")
                            ? data.isFrontier()
                                    ? "one goal: with two there is no single best so far"
                                    : "a combination that is known to meet the bounds, and none is"
                            : "two goals or a bound, and more than one combination that ran"));
        }
        return OptimumCharts.named(wish.name(), data);
    }
}
