package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.CalibrationFiles;
import org.bridgeconvoy.report.chart.CalibrationData.Column;
import org.bridgeconvoy.report.chart.CalibrationData.Input;
import org.bridgeconvoy.report.chart.CalibrationData.Pair;
import org.bridgeconvoy.result.Span;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.calibration.Histogram;

/** Charts from {@code calibrate.json}. */
final class CalibrationFolder implements FolderCharts {

    static final String COMMAND = "calibrate";

    private final CalibrationData data;

    private CalibrationFolder(CalibrationData data) {
        this.data = data;
    }

    /**
     * Reads the index.
     *
     * @throws IOException with a message for people
     */
    static CalibrationFolder read(Path folder) throws IOException {
        SetFiles files = SetFiles.open(folder, CalibrationFiles.INDEX, COMMAND);
        JsonNode json = files.index();
        files.need(json, "scenario", "start", "inputs", "observed", "correlations");
        List<Input> inputs = new ArrayList<>();
        json.get("inputs").forEach(input -> inputs.add(input(input)));
        List<String> paths = inputs.stream().map(Input::path).toList();
        List<Pair> pairs = new ArrayList<>();
        json.get("correlations")
                .forEach(pair -> pairs.add(new Pair(
                        paths.indexOf(pair.path("paths").path(0).asText()),
                        paths.indexOf(pair.path("paths").path(1).asText()),
                        SetFiles.number(pair.path("correlation")))));
        Map<String, Span> spans = new LinkedHashMap<>();
        Map<String, List<ObservedFit.Period>> periods = new LinkedHashMap<>();
        for (JsonNode number : json.get("observed")) {
            spans.put(number.path("what").asText(), Span.find(number.path("per").asText()));
            periods.computeIfAbsent(number.path("what").asText(), what -> new ArrayList<>())
                    .add(new ObservedFit.Period(
                            number.path("number").asInt(),
                            SetFiles.number(number.path("observed")),
                            SetFiles.number(number.path("median")),
                            SetFiles.number(number.path("p5")),
                            SetFiles.number(number.path("p95"))));
        }
        return new CalibrationFolder(new CalibrationData(
                json.get("scenario").asText(),
                LocalDate.parse(json.get("start").asText()),
                inputs,
                pairs,
                CalibrationData.columns(spans, periods)));
    }

    private static Input input(JsonNode json) {
        List<String> choices = new ArrayList<>();
        List<Double> prior = new ArrayList<>();
        List<Double> posterior = new ArrayList<>();
        for (JsonNode choice : json.path("choices")) {
            choices.add(choice.path("choice").asText());
            prior.add(SetFiles.number(choice.path("prior")));
            posterior.add(SetFiles.number(choice.path("posterior")));
        }
        JsonNode histogram = json.path("histogram");
        return new Input(
                json.path("path").asText(),
                json.path("unit").asText(),
                choices,
                prior,
                posterior,
                histogram.isObject()
                        ? new Histogram(
                                SetFiles.number(histogram.path("from")),
                                SetFiles.number(histogram.path("until")),
                                SetFiles.numbers(histogram.path("before_percent")),
                                SetFiles.numbers(histogram.path("after_percent")))
                        : null,
                SetFiles.numbers(json.path("drawn")),
                json.path("before").asText(),
                json.path("after").asText());
    }

    @Override
    public String command() {
        return COMMAND;
    }

    @Override
    public List<String> names() {
        return data.pairs().isEmpty() ? CalibrationCharts.NAMES.subList(0, 2) : CalibrationCharts.NAMES;
    }

    @Override
    public ConvoyChart draw(Wish wish) {
        if (!wish.name().equals("observed")) {
            Choice.noMetric(wish);
        }
        return switch (wish.name()) {
            case "observed" -> {
                Choice.noInputs(wish, 0);
                yield CalibrationCharts.observed(
                        data,
                        Choice.of(
                                "metric",
                                wish.metric(),
                                data.columns(),
                                Column::what,
                                data.columns().get(0)));
            }
            case "input" -> {
                Choice.noInputs(wish, 1);
                yield CalibrationCharts.input(
                        data,
                        wish.inputs().isEmpty()
                                ? data.inputs().get(0)
                                : input(wish.inputs().get(0)));
            }
            case "pair" -> {
                Choice.noInputs(wish, 2);
                yield CalibrationCharts.pair(data, pair(wish));
            }
            default -> throw new IllegalArgumentException("no chart '" + wish.name() + "'");
        };
    }

    private Input input(String path) {
        return Choice.of(
                "input", path, data.inputs(), Input::path, data.inputs().get(0));
    }

    /** The most correlated pair that has all inputs asked for. */
    private Pair pair(Wish wish) {
        List<Integer> asked = wish.inputs().stream()
                .map(path -> data.inputs().indexOf(input(path)))
                .toList();
        return data.pairs().stream()
                .filter(pair -> List.of(pair.first(), pair.second()).containsAll(asked))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the chart 'pair' takes numbers, not choices, got " + String.join(" and ", wish.inputs())));
    }
}
