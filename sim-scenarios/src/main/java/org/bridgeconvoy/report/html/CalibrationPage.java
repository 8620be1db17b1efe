package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.report.CalibrationWords;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.chart.CalibrationCharts;
import org.bridgeconvoy.report.chart.CalibrationData;
import org.bridgeconvoy.study.calibration.CalibrationResult;
import org.bridgeconvoy.words.ColumnLabel;

/** Writes the page of a calibration: sentences first, then what the model gives beside what was observed, then input by input. */
final class CalibrationPage {

    /** Pairs of inputs that are drawn. */
    private static final int PAIRS = 4;

    private final CalibrationResult result;
    private final List<String> scenarioWarnings;
    private final String command;
    private final CalibrationData data;
    private final Html html;

    CalibrationPage(CalibrationResult result, List<String> scenarioWarnings, String command, Language language) {
        this.html = new Html(new PageWords(language));
        this.result = result;
        this.data = CalibrationData.of(result);
        this.scenarioWarnings = scenarioWarnings;
        this.command = command;
    }

    /** The whole page. */
    String html() throws IOException {
        PageFrame.begin(html, result.name() + ", calibrated");
        html.open("header").element("h1", result.name() + ": what agrees with what was observed");
        PageFrame.lead(html, result.description());
        html.element("p", CalibrationWords.work(result), "class", "meta");
        html.close();
        html.open("main");
        answer();
        predicted();
        inputs();
        pairs();
        PageFrame.again(html, command);
        html.close();
        return PageFrame.end(html, result.version());
    }

    private void answer() {
        PageFrame.section(html, "answer", "Does the model agree?");
        CalibrationWords.agreement(result).forEach(text -> html.element("p", text));
        List<String> forecasts = CalibrationWords.forecasts(result);
        if (!forecasts.isEmpty()) {
            html.element("h3", CalibrationWords.heldOut(result));
            forecasts.forEach(text -> html.element("p", text));
        }
        html.element("h3", "What the numbers say");
        CalibrationWords.learned(result).forEach(text -> html.element("p", text));
        if (!CalibrationWords.notLearned(result).isEmpty()) {
            html.element("p", CalibrationWords.notLearned(result));
        }
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < result.inputs(); i++) {
            rows.add(new String[] {result.path(i), CalibrationWords.before(result, i), CalibrationWords.after(result, i)
            });
        }
        PageFrame.table(
                html, "Uncertain inputs, 90% ranges and medians", new String[] {"input", "before", "after"}, rows);
        html.element("p", CalibrationWords.trust(result));
        PageFrame.warnings(html, scenarioWarnings, List.of());
        html.close();
    }

    private void predicted() throws IOException {
        PageFrame.section(html, "predicted", "Observed, and what the calibrated model gives");
        for (CalibrationData.Column column : data.columns()) {
            PageFrame.figure(
                    html,
                    PageFrame.chartId("observed-" + column.what()),
                    CalibrationCharts.label(column),
                    CalibrationCharts.observed(data, column),
                    2.2);
        }
        for (CalibrationData.Column column : CalibrationData.heldOut(result)) {
            PageFrame.figure(
                    html,
                    PageFrame.chartId("held-out-" + column.what()),
                    CalibrationCharts.label(column) + ", predicted",
                    CalibrationCharts.heldOut(data, column),
                    2.2);
        }
        List<Predicted> beyond = result.posterior().check().outOfReach();
        if (!beyond.isEmpty()) {
            PageFrame.table(
                    html,
                    "Beyond all simulations, of worlds believed possible before too; one of many may be by chance",
                    new String[] {"what", "when", "observed", "least simulated", "most simulated"},
                    beyond.stream()
                            .map(p -> new String[] {
                                ColumnLabel.of(p.observation().series()),
                                p.observation().label(),
                                Figures.number(p.observation().value()),
                                Figures.number(p.least()),
                                Figures.number(p.most())
                            })
                            .toList());
        }
        html.close();
    }

    private void inputs() throws IOException {
        PageFrame.section(html, "inputs", "Each input before and after");
        for (int i = 0; i < data.inputs().size(); i++) {
            PageFrame.figure(
                    html,
                    "chart-input-" + (i + 1),
                    data.inputs().get(i).path(),
                    CalibrationCharts.input(data, data.inputs().get(i)),
                    2.2);
        }
        html.close();
    }

    /** Pairs of numbers, the most correlated first. */
    private void pairs() throws IOException {
        if (data.pairs().isEmpty()) {
            return;
        }
        PageFrame.section(html, "pairs", "Pairs of inputs after");
        for (CalibrationData.Pair pair :
                data.pairs().subList(0, Math.min(PAIRS, data.pairs().size()))) {
            PageFrame.figure(
                    html,
                    "chart-pair-" + (pair.first() + 1) + "-" + (pair.second() + 1),
                    data.inputs().get(pair.first()).path() + " and "
                            + data.inputs().get(pair.second()).path(),
                    CalibrationCharts.pair(data, pair),
                    1.6);
        }
        html.close();
    }
}
