package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.DecisionWords;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.TextDecision;
import org.bridgeconvoy.report.chart.ConvoyChart;
import org.bridgeconvoy.report.chart.OptimumCharts;
import org.bridgeconvoy.study.optimum.Decision;

/** Writes the page of an optimum. */
final class DecisionPage {

    private final Decision decision;
    private final List<String> scenarioWarnings;
    private final String command;
    private final DecisionWords words;
    private final Html html;

    DecisionPage(Decision decision, List<String> scenarioWarnings, String command, Language language) {
        this.html = new Html(new PageWords(language));
        this.decision = decision;
        this.scenarioWarnings = scenarioWarnings;
        this.command = command;
        this.words = new DecisionWords(decision);
    }

    /** The whole page. */
    String html() throws IOException {
        PageFrame.begin(html, decision.name() + ", an optimum");
        html.open("header").element("h1", decision.name() + ": " + Figures.signs(words.asked()));
        PageFrame.lead(html, decision.description());
        html.element(
                "p",
                Figures.count(decision.question().combinations(), "combination") + " with common random numbers · seed "
                        + decision.seed(),
                "class",
                "meta");
        html.close();
        html.open("main");
        PageFrame.section(html, "answer", "What to do");
        sentences(words.whatToDo());
        html.element("h3", "How sure");
        sentences(words.howSure());
        html.element("h3", "What cannot be told");
        sentences(words.whatCannotBeTold());
        PageFrame.warnings(html, scenarioWarnings, List.of());
        html.close();
        charts();
        PageFrame.section(html, "numbers", "Numbers");
        PageFrame.table(
                html,
                "The combinations that matter, with 95% intervals; candidates.csv has all",
                TextDecision.headings(decision).stream().map(Figures::signs).toArray(String[]::new),
                TextDecision.shown(decision).stream()
                        .map(row -> TextDecision.cells(row).stream()
                                .map(Figures::signs)
                                .toArray(String[]::new))
                        .toList());
        html.close();
        PageFrame.again(html, command);
        html.close();
        return PageFrame.end(html, decision.version());
    }

    private void sentences(List<String> sentences) {
        sentences.forEach(sentence -> html.element("p", Figures.signs(sentence)));
    }

    private void charts() throws IOException {
        Map<String, ConvoyChart> charts = OptimumCharts.of(decision);
        if (charts.isEmpty()) {
            return;
        }
        PageFrame.section(html, "charts", "Charts");
        for (Map.Entry<String, ConvoyChart> chart : charts.entrySet()) {
            String title = chart.getValue().title(); // the page has named the scenario
            int words = title.indexOf(": ") + 2;
            PageFrame.figure(
                    html,
                    PageFrame.chartId(chart.getKey()),
                    Character.toUpperCase(title.charAt(words)) + title.substring(words + 1),
                    chart.getValue(),
                    1.9);
        }
        html.close();
    }
}
