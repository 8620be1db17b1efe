package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.report.Verdicts;
import org.bridgeconvoy.report.chart.ComparisonData.Difference;
import org.bridgeconvoy.report.chart.ComparisonData.MetricDifferences;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.Prominence;

/** Charts from {@code comparison.json}. */
final class ComparisonFolder implements FolderCharts {

    static final String COMMAND = "compare";

    static final String INDEX = "comparison.json";

    static final String CHART = "comparison";

    private final String baseline;
    private final String intervals;
    private final List<MetricDifferences> all;

    private ComparisonFolder(String baseline, String intervals, List<MetricDifferences> all) {
        this.baseline = baseline;
        this.intervals = intervals;
        this.all = all;
    }

    /**
     * Reads the file.
     *
     * @throws IOException with a message for people
     */
    static ComparisonFolder read(Path folder) throws IOException {
        SetFiles files = SetFiles.open(folder, INDEX, COMMAND);
        JsonNode json = files.index();
        files.need(json, "scenarios", "intervals", "metrics");
        List<String> scenarios = SetFiles.texts(json.get("scenarios"));
        List<MetricDifferences> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> metric : json.get("metrics").properties()) {
            List<Difference> differences = new ArrayList<>();
            for (String scenario : scenarios.subList(1, scenarios.size())) {
                JsonNode difference = metric.getValue().path(scenario).path("difference");
                differences.add(new Difference(
                        scenario,
                        SetFiles.number(difference.path("mean")),
                        SetFiles.number(difference.path("half_width")),
                        verdict(difference.path("verdict").asText())));
            }
            if (differences.stream().anyMatch(d -> !Double.isNaN(d.mean()))) {
                String unit = metric.getValue().path("unit").asText();
                all.add(new MetricDifferences(metric.getKey(), unit, List.copyOf(differences)));
            }
        }
        return new ComparisonFolder(scenarios.get(0), json.get("intervals").asText(), List.copyOf(all));
    }

    private static Verdict verdict(String word) {
        return Arrays.stream(Verdict.values())
                .filter(v -> Verdicts.word(v).equals(word))
                .findFirst()
                .orElse(Verdict.UNDECIDED);
    }

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public List<String> names() {
        return all.isEmpty() ? List.of() : List.of(CHART);
    }

    /** The metrics that the page draws. */
    @Override
    public List<String> metrics() {
        return all.stream()
                .map(MetricDifferences::name)
                .filter(name -> Metric.find(name)
                        .filter(metric -> metric.prominence() == Prominence.HEADLINE)
                        .isPresent())
                .toList();
    }

    @Override
    public ConvoyChart draw(Wish wish) {
        Choice.noInputs(wish, 0);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("the chart '" + CHART + "' needs a metric with data, and there is none");
        }
        String first = metrics().isEmpty() ? all.get(0).name() : metrics().get(0);
        MetricDifferences usual = Choice.of("metric", first, all, MetricDifferences::name, all.get(0));
        MetricDifferences metric = Choice.of("metric", wish.metric(), all, MetricDifferences::name, usual);
        return Charts.comparison(new ComparisonData(baseline, intervals, List.of(metric)));
    }
}
