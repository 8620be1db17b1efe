package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.SweepWords;
import org.bridgeconvoy.report.TextSweep;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.SweepCharts;
import org.bridgeconvoy.report.chart.SweepData;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.Vary;

/** Writes the page of a sweep. */
final class SweepPage {

    /** Fewest values of the second axis for which the page also shows a map. */
    private static final int LEAST_FOR_MAP = 3;

    private final SweepResult result;
    private final List<String> scenarioWarnings;
    private final String command;
    private final Html html;

    SweepPage(SweepResult result, List<String> scenarioWarnings, String command, Language language) {
        this.html = new Html(new PageWords(language));
        this.result = result;
        this.scenarioWarnings = scenarioWarnings;
        this.command = command;
    }

    /** The whole page. */
    String html() throws IOException {
        PageFrame.begin(html, result.name() + ", a sweep");
        html.open("header").element("h1", result.name() + ": a sweep");
        PageFrame.lead(html, result.description());
        html.element(
                "p",
                Figures.count(result.points().size(), "point") + " of "
                        + TextSweep.replications(result) + " with common random numbers · seed "
                        + result.seed(),
                "class",
                "meta");
        html.close();
        html.open("main");
        answer();
        charts();
        table();
        PageFrame.again(html, command);
        html.close();
        return PageFrame.end(html, result.version());
    }

    private void answer() {
        PageFrame.section(html, "answer", "The answer");
        SweepWords.meeting(result).ifPresent(words -> html.element("p", Figures.signs(words)));
        for (String metric : TextSweep.mainMetrics(result)) {
            SweepWords.extremes(result, metric).ifPresent(words -> html.element("p", Figures.signs(words)));
            if (SweepCharts.canDraw(result)) {
                bends(SweepCharts.data(result, metric));
            }
        }
        PageFrame.warnings(html, scenarioWarnings, result.warnings());
        html.close();
    }

    /** Sentences about the bends of the curves; curves with the same bend share one. */
    private void bends(SweepData data) {
        Map<String, List<String>> curves = new LinkedHashMap<>();
        for (int c = 0; c < data.mean().length; c++) {
            String label = data.y().texts().get(c);
            data.bend(c)
                    .ifPresent(bend -> curves.computeIfAbsent(bend.words(), b -> new ArrayList<>())
                            .add(label));
        }
        curves.forEach((bend, values) -> {
            String where =
                    data.y().name().isEmpty() ? "" : " with " + data.y().name() + "=" + String.join(", ", values);
            html.element(
                    "p",
                    "It bends " + bend + " of " + data.x().name() + where
                            + ": two lines that meet there fit far better than one.");
        });
    }

    private static String cell(SweepResult.Point point, String metric) {
        Optional<MetricResult> found = point.findMetric(metric);
        return found.map(Figures::marked).orElse(Figures.NONE);
    }

    private void charts() throws IOException {
        if (!SweepCharts.canDraw(result)) {
            return;
        }
        PageFrame.section(html, "charts", "Response");
        html.open("div", "class", "figures");
        for (String metric : TextSweep.mainMetrics(result)) {
            SweepData data = SweepCharts.data(result, metric);
            String id = PageFrame.chartId(metric);
            String label = TextSweep.label(result, metric);
            PageFrame.figure(html, id, label, Charts.responseCurves(data), 1.9);
            Optional<SweepData> differences = SweepCharts.differences(result, metric);
            if (differences.isPresent()) {
                String from = label + ", difference from the first point";
                PageFrame.figure(html, id + "-minus", from, Charts.differenceCurves(differences.get()), 1.9);
            }
            if (data.y().values().length >= LEAST_FOR_MAP) {
                PageFrame.figure(html, id + "-map", label + ", as a map", Charts.heatMap(data), 1.9);
            }
        }
        html.close().close();
    }

    private void table() {
        PageFrame.section(html, "numbers", "Numbers");
        List<String> headings = new ArrayList<>(List.of("point"));
        result.varied().stream().map(Vary::path).forEach(headings::add);
        boolean differs = result.points().size() > 1;
        for (String metric : TextSweep.mainMetrics(result)) {
            headings.add(TextSweep.label(result, metric));
            if (differs) {
                headings.add("from point 1");
            }
        }
        boolean bounded = !result.view().bounds().isEmpty();
        if (bounded) {
            headings.add("meets");
        }
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < result.points().size(); i++) {
            SweepResult.Point point = result.points().get(i);
            List<String> cells = new ArrayList<>(List.of(Integer.toString(i + 1)));
            cells.addAll(point.values());
            for (String metric : TextSweep.mainMetrics(result)) {
                cells.add(cell(point, metric));
                if (differs) {
                    cells.add(i == 0 ? "" : Figures.signs(SweepWords.fromFirst(result, i, metric)));
                }
            }
            if (bounded) {
                cells.add(point.meetsAll().label());
            }
            rows.add(cells.toArray(String[]::new));
        }
        PageFrame.table(html, "Means with 95% intervals", headings.toArray(String[]::new), rows);
        if (differs) {
            html.element("p", SweepWords.fromFirst(result));
        }
        Glossary.write(
                html,
                result.points().get(0).metrics().stream()
                        .map(MetricResult::metric)
                        .filter(metric -> TextSweep.mainMetrics(result).contains(metric.name()))
                        .toList());
        html.close();
    }
}
