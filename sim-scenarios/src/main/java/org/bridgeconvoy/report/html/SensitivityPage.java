package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.SensitivityWords;
import org.bridgeconvoy.report.chart.SensitivityCharts;
import org.bridgeconvoy.report.chart.SensitivityData;
import org.bridgeconvoy.report.chart.SensitivityData.Indices;
import org.bridgeconvoy.report.chart.SensitivityData.OfMetric;
import org.bridgeconvoy.study.sensitivity.BoundChance;
import org.bridgeconvoy.study.sensitivity.MetricSensitivity;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;
import org.bridgeconvoy.words.MetricLabel;

/** Writes the page of what is not known: sentences first, then charts and tables by metric. */
final class SensitivityPage {

    /** Inputs whose own chart is drawn, of each metric. */
    private static final int DRAWN = 2;

    private final SensitivityResult result;
    private final List<String> scenarioWarnings;
    private final String command;
    private final SensitivityData data;
    private final Html html;

    SensitivityPage(SensitivityResult result, List<String> scenarioWarnings, String command, Language language) {
        this.html = new Html(new PageWords(language));
        this.result = result;
        this.data = SensitivityData.of(result);
        this.scenarioWarnings = scenarioWarnings;
        this.command = command;
    }

    /** The whole page. */
    String html() throws IOException {
        PageFrame.begin(html, result.name() + ", what is not known");
        html.open("header").element("h1", result.name() + ": what is not known");
        PageFrame.lead(html, result.description());
        html.element("p", SensitivityWords.worlds(result), "class", "meta");
        html.close();
        html.open("main");
        answer();
        for (MetricSensitivity metric : result.metrics()) {
            metric(metric);
        }
        PageFrame.again(html, command);
        html.close();
        return PageFrame.end(html, result.version());
    }

    private void answer() {
        PageFrame.section(html, "answer", "What to expect");
        result.metrics().forEach(m -> paragraph(m, SensitivityWords.expected(m)));
        SensitivityWords.unsure(result).ifPresent(this::paragraph);
        for (BoundChance bound : result.bounds()) {
            paragraph(SensitivityWords.bound(bound));
            SensitivityWords.unsure(bound).ifPresent(this::paragraph);
        }
        html.element("h3", "What to find out first");
        SensitivityWords.overall(result).ifPresent(this::paragraph);
        result.metrics().forEach(m -> paragraph(m, SensitivityWords.first(result, m)));
        SensitivityWords.rest(result).ifPresent(this::paragraph);
        paragraph(SensitivityWords.shares(result));
        html.element("h3", "Chance, or not known?");
        result.metrics().forEach(m -> SensitivityWords.split(m).ifPresent(text -> paragraph(m, text)));
        paragraph(SensitivityWords.more(result));
        PageFrame.warnings(html, scenarioWarnings, result.warnings());
        html.close();
    }

    private void paragraph(String text) {
        html.element("p", Figures.signs(text));
    }

    /** A sentence that begins with the label of its metric, which stands out. */
    private void paragraph(MetricSensitivity metric, String text) {
        html.open("p")
                .element("strong", metric.says() + ":")
                .text(" " + Figures.signs(text.substring(metric.says().length() + 2)))
                .close();
    }

    private void metric(MetricSensitivity metric) throws IOException {
        String name = metric.metric().name();
        String id = PageFrame.chartId(name);
        PageFrame.section(html, id + "-section", metric.says());
        OfMetric drawn = data.metrics().get(result.metrics().indexOf(metric));
        PageFrame.figure(html, id + "-expect", "What to expect", SensitivityCharts.expect(data, drawn), 2.2);
        PageFrame.figure(html, id + "-sobol", "What decides it", SensitivityCharts.sobol(data, drawn), 2);
        if (data.isIndependent()) {
            PageFrame.figure(html, id + "-tornado", "One input at a time", SensitivityCharts.tornado(data, drawn), 2);
        }
        for (Indices index :
                drawn.indices().subList(0, Math.min(DRAWN, drawn.indices().size()))) {
            if (index.matters()) {
                PageFrame.figure(
                        html,
                        id + "-input-" + (index.input() + 1),
                        "By " + result.path(index.input()),
                        SensitivityCharts.input(data, drawn, index.input()),
                        2.2);
            }
        }
        table(metric);
        html.close();
    }

    private void table(MetricSensitivity metric) {
        boolean independent = result.design().independent();
        List<String> headings = new ArrayList<>(List.of("input", "first-order index", "95% interval"));
        if (independent) {
            headings.addAll(List.of("total index", "95% interval"));
        }
        List<String[]> rows = new ArrayList<>();
        for (InputIndices index : metric.sorted()) {
            List<String> cells = new ArrayList<>(List.of(
                    result.path(index.input()),
                    SensitivityWords.percent(index.first()),
                    SensitivityWords.interval(index.first())));
            Optional.of(index.main()).filter(m -> independent).ifPresent(m -> {
                cells.add(SensitivityWords.percent(m));
                cells.add(SensitivityWords.interval(m));
            });
            rows.add(cells.toArray(String[]::new));
        }
        PageFrame.table(
                html,
                "Sobol indices of " + MetricLabel.of(metric.metric()) + ", shares of the variance between worlds",
                headings.toArray(String[]::new),
                rows);
        if (independent) {
            PageFrame.table(
                    html,
                    "One input alone, the others as in the file, with paired 95% intervals",
                    SensitivityWords.tornadoHeadings().toArray(String[]::new),
                    SensitivityWords.tornado(result, metric).stream()
                            .map(row -> row.stream()
                                    .map(cell -> cell.replace(" +- ", "\u00a0±\u00a0"))
                                    .toArray(String[]::new))
                            .toList());
        }
    }
}
