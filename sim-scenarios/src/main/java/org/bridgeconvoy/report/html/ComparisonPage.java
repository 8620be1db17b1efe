package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.Verdicts;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.ComparisonData;
import org.bridgeconvoy.result.Prominence;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.words.MetricLabel;

/** Writes the page of a comparison. */
final class ComparisonPage {

    private final ComparisonResult result;
    private final List<String> scenarioWarnings;
    private final String command;
    private final Html html;

    ComparisonPage(ComparisonResult result, List<String> scenarioWarnings, String command, Language language) {
        this.html = new Html(new PageWords(language));
        this.result = result;
        this.scenarioWarnings = scenarioWarnings;
        this.command = command;
    }

    /** The whole page. */
    String html() throws IOException {
        List<String> others = result.labels().subList(1, result.labels().size());
        String title =
                String.join(", ", others) + " compared with " + result.labels().get(0);
        PageFrame.begin(html, title);
        html.open("header").element("h1", title);
        html.element(
                "p",
                Figures.count(result.replications(), "replication") + " of each · seed " + result.seed() + " · "
                        + result.adjustment(),
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

    private List<ComparisonResult.Row> main() {
        return result.rows().stream().filter(ComparisonPage::isMain).toList();
    }

    private static boolean isMain(ComparisonResult.Row row) {
        return row.metric().prominence() == Prominence.HEADLINE;
    }

    private void answer() {
        PageFrame.section(html, "answer", "The answer");
        html.open("div", "class", "cards");
        for (int i = 1; i < result.labels().size(); i++) {
            html.open("div", "class", "card").element("h3", result.labels().get(i));
            List<String> undecided = new ArrayList<>();
            List<String> same = new ArrayList<>();
            for (ComparisonResult.Row row : main()) {
                PairedDifference d = row.differences().get(i - 1);
                if (Verdicts.differs(d.verdict())) {
                    html.open("p", "class", "big")
                            .element("strong", Figures.difference(d))
                            .text(" ");
                    Glossary.label(
                            html, MetricLabel.of(row.metric()), row.metric().family());
                    html.close();
                } else {
                    (d.verdict() == Verdict.EQUAL ? same : undecided).add(MetricLabel.of(row.metric()));
                }
            }
            if (!same.isEmpty()) {
                html.element("p", Verdicts.equal(result.matters()) + ": " + String.join("; ", same) + ".");
            }
            if (!undecided.isEmpty()) {
                html.element(
                        "p", "No difference shown, more replications might: " + String.join("; ", undecided) + ".");
            }
            html.close();
        }
        html.close();
        List<String> best = Verdicts.best(main(), result.matters());
        if (!best.isEmpty()) {
            html.element("p", Verdicts.BEST).open("ul", "class", "sure");
            best.forEach(line -> html.element("li", line));
            html.close();
        }
        PageFrame.warnings(html, scenarioWarnings, result.warnings());
        html.close();
    }

    private void charts() throws IOException {
        PageFrame.section(html, "charts", "Differences from " + result.labels().get(0));
        html.open("div", "class", "figures");
        for (ComparisonResult.Row row : main()) {
            ComparisonData data = ComparisonData.of(result, List.of(row.metric().name()));
            if (!data.metrics().isEmpty()) {
                double rows = result.labels().size() - 1;
                PageFrame.figure(
                        html,
                        PageFrame.chartId(row.metric().name()),
                        row.metric().text(),
                        Charts.comparison(data),
                        Math.max(2, 6 - rows));
            }
        }
        html.close().close();
    }

    /**
     * The table of all metrics, with one row for each metric and scenario: so its width does not grow with the
     * scenarios.
     */
    private void table() {
        PageFrame.section(html, "numbers", "Numbers");
        List<String[]> rows = new ArrayList<>();
        for (ComparisonResult.Row row : result.rows()) {
            for (int i = 0; i < result.labels().size(); i++) {
                rows.add(cells(row, i));
            }
        }
        PageFrame.table(
                html,
                "Means with 95% intervals; differences: " + result.adjustment(),
                new String[] {
                    "metric", "scenario", "mean", "minus " + result.labels().get(0), "unit"
                },
                rows);
        Glossary.write(
                html, result.rows().stream().map(ComparisonResult.Row::metric).toList());
        html.close();
    }

    private String[] cells(ComparisonResult.Row row, int scenario) {
        MetricResult alone = row.results().get(scenario);
        String difference = "";
        if (scenario > 0) {
            PairedDifference d = row.differences().get(scenario - 1);
            difference = Figures.difference(d);
        }
        return new String[] {
            MetricLabel.of(row.metric()) + (row.metric().isPercentile() ? ", of a replication" : ""),
            result.labels().get(scenario),
            Figures.marked(alone),
            difference,
            row.metric().unit()
        };
    }
}
