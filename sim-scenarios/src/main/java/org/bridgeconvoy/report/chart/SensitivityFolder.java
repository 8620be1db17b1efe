package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.report.SensitivityFiles;
import org.bridgeconvoy.report.chart.SensitivityData.Bar;
import org.bridgeconvoy.report.chart.SensitivityData.End;
import org.bridgeconvoy.report.chart.SensitivityData.Indices;
import org.bridgeconvoy.report.chart.SensitivityData.Input;
import org.bridgeconvoy.report.chart.SensitivityData.MeanAt;
import org.bridgeconvoy.report.chart.SensitivityData.OfMetric;
import org.bridgeconvoy.report.chart.SensitivityData.Share;

/** Charts from {@code sensitivity.json} and {@code worlds.csv}. */
final class SensitivityFolder implements FolderCharts {

    static final String COMMAND = "sensitivity";

    private final SensitivityData data;

    private SensitivityFolder(SensitivityData data) {
        this.data = data;
    }

    /**
     * Reads the files.
     *
     * @throws IOException with a message for people
     */
    static SensitivityFolder read(Path folder) throws IOException {
        SetFiles files = SetFiles.open(folder, SensitivityFiles.INDEX, COMMAND);
        JsonNode json = files.index();
        files.need(json, "scenario", "worlds", "correlated", "inputs", "metrics");
        List<Input> inputs = new ArrayList<>();
        json.get("inputs")
                .forEach(input -> inputs.add(new Input(
                        input.path("path").asText(),
                        input.path("unit").asText(),
                        SetFiles.texts(input.path("choices")))));
        List<NamedCsvRecord> rows = files.rows(SensitivityFiles.WORLDS);
        List<NamedCsvRecord> drawn = new ArrayList<>();
        for (int world : SensitivityData.drawn(rows.size())) {
            drawn.add(rows.get(world));
        }
        List<OfMetric> metrics = new ArrayList<>();
        for (Map.Entry<String, JsonNode> metric : json.get("metrics").properties()) {
            files.need(metric.getValue(), "percentiles", "what_to_expect", "what_to_find_out_first");
            metrics.add(metric(metric.getKey(), metric.getValue(), inputs, drawn));
        }
        return new SensitivityFolder(new SensitivityData(
                json.get("scenario").asText(),
                !json.get("correlated").asBoolean(),
                inputs,
                drawn.stream().map(row -> world(row, inputs)).toList(),
                metrics));
    }

    private static double[] world(NamedCsvRecord row, List<Input> inputs) {
        return inputs.stream()
                .mapToDouble(input -> input.choices().isEmpty()
                        ? SetFiles.number(row.getField(input.path()))
                        : input.choices().indexOf(row.getField(input.path())))
                .toArray();
    }

    private static OfMetric metric(String name, JsonNode json, List<Input> inputs, List<NamedCsvRecord> drawn) {
        Map<String, Integer> numbers = new HashMap<>();
        inputs.forEach(input -> numbers.put(input.path(), numbers.size()));
        List<Indices> indices = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        List<List<MeanAt>> conditional = new ArrayList<>();
        inputs.forEach(input -> conditional.add(new ArrayList<>()));
        for (JsonNode of : json.path("inputs")) {
            int input = Objects.requireNonNull(numbers.get(of.path("path").asText()), "an input of the worlds");
            indices.add(new Indices(
                    input, of.path("matters").asBoolean(), share(of.path("first_order")), share(of.path("total"))));
            if (of.has("alone")) {
                List<End> ends = new ArrayList<>();
                of.get("alone")
                        .forEach(end -> ends.add(new End(
                                end.path("shown").asText(),
                                SetFiles.number(end.path("difference")),
                                SetFiles.number(end.path("difference_half_width_95")))));
                bars.add(new Bar(input, ends));
            }
            of.path("conditional_means")
                    .forEach(mean -> conditional
                            .get(input)
                            .add(new MeanAt(SetFiles.number(mean.path("input")), SetFiles.number(mean.path("mean")))));
        }
        bars.sort((a, b) -> Integer.compare(a.input(), b.input()));
        return new OfMetric(
                name,
                json.path("says").asText(),
                json.path("unit").asText(),
                SetFiles.number(json.path("base").path("mean")),
                SetFiles.number(json.path("expected").path("p5")),
                SetFiles.number(json.path("expected").path("p95")),
                SetFiles.numbers(json.path("percentiles").path("worlds")),
                SetFiles.numbers(json.path("percentiles").path("replications")),
                drawn.stream().map(row -> SetFiles.number(row.getField(name))).toList(),
                indices,
                bars,
                conditional,
                json.path("what_to_expect").asText(),
                json.path("what_to_find_out_first").asText());
    }

    private static Share share(JsonNode json) {
        return new Share(
                SetFiles.number(json.path("value")),
                SetFiles.number(json.path("low_95")),
                SetFiles.number(json.path("high_95")));
    }

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public List<String> names() {
        return data.isIndependent()
                ? SensitivityCharts.NAMES
                : SensitivityCharts.NAMES.stream()
                        .filter(name -> !name.equals("tornado"))
                        .toList();
    }

    @Override
    public ConvoyChart draw(Wish wish) {
        if (data.metrics().isEmpty()) {
            throw new IllegalArgumentException("the folder has no metric to draw");
        }
        OfMetric metric = Choice.of(
                "metric",
                wish.metric(),
                data.metrics(),
                OfMetric::name,
                data.metrics().get(0));
        if (!wish.name().equals("input")) {
            Choice.noInputs(wish, 0);
        }
        return switch (wish.name()) {
            case "expect" -> SensitivityCharts.expect(data, metric);
            case "sobol" -> SensitivityCharts.sobol(data, metric);
            case "tornado" -> SensitivityCharts.tornado(data, metric);
            case "input" -> {
                Choice.noInputs(wish, 1);
                Input first = data.inputs().get(metric.indices().get(0).input());
                Input input = Choice.of(
                        "input",
                        wish.inputs().isEmpty() ? null : wish.inputs().get(0),
                        data.inputs(),
                        Input::path,
                        first);
                yield SensitivityCharts.input(data, metric, data.inputs().indexOf(input));
            }
            default -> throw new IllegalArgumentException("no chart '" + wish.name() + "'");
        };
    }
}
