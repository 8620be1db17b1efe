package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bridgeconvoy.report.HeadroomWords;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.LimitsWords;
import org.bridgeconvoy.report.NotKnown;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.ConvoyChart;
import org.bridgeconvoy.report.chart.GanttData;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.Controls;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.LanePassage;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SharedTask;
import org.bridgeconvoy.study.Source;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;

/** Writes the page of a run. */
final class RunPage {

    private final StudyResult result;
    private final List<String> scenarioWarnings;
    private final String command;
    private final NotKnown notKnown;
    private final String live;
    private final RunData run;
    private final Helpers helpers;
    private final Html html;

    RunPage(
            StudyResult result,
            List<String> scenarioWarnings,
            String command,
            NotKnown notKnown,
            String live,
            Helpers helpers,
            Language language) {
        this.html = new Html(new PageWords(language));
        this.result = result;
        this.scenarioWarnings = scenarioWarnings;
        this.command = command;
        this.notKnown = notKnown;
        this.live = live;
        this.run = RunData.of(result);
        this.helpers = helpers;
    }

    /** The whole page. */
    String html() throws IOException {
        Map<String, SharedTask<String>> figures = figures();
        PageFrame.begin(html, result.name());
        List<String> first = FirstScreen.pictures(run);
        new FirstScreen(html, result, notKnown).write(links(), chosen(figures, first::contains));
        html.open("main");
        new AnswerSection(html, result, notKnown, scenarioWarnings).write();
        replay();
        charts(chosen(figures, name -> !first.contains(name)));
        if (hasTraffic()) {
            traffic();
        }
        limits();
        metrics();
        sources();
        scenario();
        html.close();
        return PageFrame.end(html, result.version());
    }

    /** Links of the table of contents: the id of a section and its name. */
    private List<String[]> links() {
        List<String[]> links = new ArrayList<>();
        links.add(new String[] {"answer", "Answer"});
        if (trips() != null) {
            links.add(new String[] {"replay", "Replay"});
        }
        if (hasCharts()) {
            links.add(new String[] {"charts", "Charts"});
        }
        if (hasTraffic()) {
            links.add(new String[] {"traffic", "Through traffic"});
        }
        links.add(new String[] {"limits", "What limits"});
        links.add(new String[] {"numbers", "Numbers"});
        links.add(new String[] {"sources", "Sources"});
        links.add(new String[] {"scenario", "Scenario"});
        return links;
    }

    private String replications() {
        return Figures.count(result.replications().size(), "replication");
    }

    /** The first replication with recorded trips; null if there is none. */
    private @org.jspecify.annotations.Nullable ReplicationResult trips() {
        return result.replications().stream()
                .filter(r -> r.trips() != null && r.trips().size() > 0
                        || r.vehicles() != null && r.vehicles().size() > 0)
                .findFirst()
                .orElse(null);
    }

    private void replay() {
        ReplicationResult replication = trips();
        if (replication != null) {
            new ReplaySection(html, result, run, replication).write();
        }
    }

    /**
     * Offers the charts to the helpers before anything else is written, because charts take longer than the rest of the
     * page.
     */
    private Map<String, SharedTask<String>> figures() {
        Map<String, SharedTask<String>> figures = new LinkedHashMap<>();
        if (helpers.any()) {
            FirstChart.drawn();
        }
        for (String name : hasCharts() ? Charts.NAMES : FirstScreen.PICTURES) {
            figures.put(name, helpers.offer(() -> figure(name)));
        }
        return figures;
    }

    /** The drawn figures of the charts chosen by name. */
    private static List<String> chosen(Map<String, SharedTask<String>> figures, Predicate<String> wanted)
            throws IOException {
        List<String> chosen = new ArrayList<>();
        for (Map.Entry<String, SharedTask<String>> figure : figures.entrySet()) {
            if (wanted.test(figure.getKey())) {
                chosen.add(figure.getValue().get());
            }
        }
        return chosen;
    }

    /** A chart as a figure; empty if the run lacks the data. */
    private String figure(String name) throws IOException {
        Html figure = new Html(html.words());
        Optional<ConvoyChart> chart = Charts.named(name, run);
        if (chart.isPresent()) {
            String title = chart.get().title();
            String heading = FirstScreen.isHere(name, run) ? "h2" : "h3";
            PageFrame.figure(figure, "chart-" + name, heading, title, chart.get(), aspect(name), trucks(name));
        }
        return figure.page();
    }

    /** The trucks of the rows of {@code gantt} and when each begins on that day, as JSON; empty for the other charts. */
    private String trucks(String name) {
        if (!name.equals("gantt")) {
            return "";
        }
        GanttData data = GanttData.of(run);
        return data.rows().stream()
                .map(row -> "[" + row.truck() + ",\""
                        + run.start()
                                .plusDays(data.day())
                                .atStartOfDay()
                                .plusSeconds(Math.round(3600 * Math.max(0, row.from())))
                                .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                        + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /**
     * Width of a drawing divided by its height. Two drawings of the first screen stand one above the other, and one of up to six panels is
     * high.
     */
    private static double aspect(String name) {
        return FirstScreen.PICTURES.contains(name) ? 2.45 : name.equals("use") ? 1.2 : 1.75;
    }

    /** Of through traffic alone nothing is drawn unless its vehicles are recorded. */
    private boolean hasCharts() {
        return result.hasTrucks() || !run.vehicles().isEmpty();
    }

    private void charts(List<String> figures) {
        if (!hasCharts()) {
            return;
        }
        PageFrame.section(html, "charts", "Charts");
        html.open("div", "class", "figures");
        figures.forEach(html::raw);
        html.close().close();
    }

    private boolean hasTraffic() {
        return !result.metricsOf(MetricFamily.TRAFFIC_PER_DAY).isEmpty();
    }

    private void traffic() {
        PageFrame.section(html, "traffic", "Through traffic");
        List<String[]> rows = new ArrayList<>();
        for (MetricResult crossed : result.metricsOf(MetricFamily.TRAFFIC_PER_DAY)) {
            String name = crossed.metric().part();
            rows.add(new String[] {
                name,
                Figures.marked(crossed),
                Figures.marked(result.metric(
                        Metric.of(MetricFamily.WAIT_TRAFFIC_MIN, name).name())),
                Figures.marked(result.metric(
                        Metric.of(MetricFamily.WAIT_TRAFFIC_P95_MIN, name).name())),
                Figures.number(result.metric(
                                Metric.of(MetricFamily.QUEUE_TRAFFIC_MAX, name).name())
                        .max())
            });
        }
        PageFrame.table(
                html,
                result.hasTrucks()
                        ? "Vehicles that only cross the bridge; they wait in one queue with the trucks of their"
                                + " direction"
                        : "Vehicles that only cross the bridge",
                new String[] {"name", "vehicles a day", "wait, min", "95th percentile, min", "longest queue"},
                rows);
        html.close();
    }

    private void limits() {
        PageFrame.section(html, "limits", result.hasTrucks() ? "What limits throughput" : "What shortens the waits");
        WhatLimits limits = result.limits();
        if (limits == null) {
            html.element("p", "This was not asked for.");
        } else {
            html.element("p", Figures.sentence(limits.reason()));
            Headroom headroom = limits.headroom();
            if (headroom != null) {
                html.element("p", Figures.sentence(HeadroomWords.sentences(headroom)));
            }
            List<String[]> rows = new ArrayList<>();
            for (WhatLimits.Relaxed r : limits.tried()) {
                rows.add(new String[] {
                    r.name(),
                    r.change(),
                    Figures.gain(r.gain(), r.halfWidth()),
                    LimitsWords.outcome(limits, r, result.replications().size()),
                    r.constraint()
                });
            }
            if (!rows.isEmpty()) {
                PageFrame.table(
                        html,
                        "Each constraint relaxed alone, with the same random numbers; gain in " + limits.unit()
                                + ", intervals that hold together with 95%",
                        new String[] {"constraint", "change", "gain", "outcome", "in the scenario"},
                        rows);
            }
            notTried(limits);
        }
        List<String[]> lanes = new ArrayList<>();
        for (LanePassage lane : result.lanes()) {
            lanes.add(new String[] {
                lane.direction(), Figures.number(lane.couldPass()), Figures.withInterval(lane.passed()), lane.basis()
            });
        }
        if (!lanes.isEmpty()) {
            PageFrame.table(
                    html,
                    "What the lane could pass and what it passed, trucks a day",
                    new String[] {"direction", "could pass", "passed", "how it is computed"},
                    lanes);
        }
        html.close();
    }

    private void notTried(WhatLimits limits) {
        List<String[]> rows = limits.notTried().stream()
                .map(n -> new String[] {n.constraint(), n.reason()})
                .toList();
        if (!rows.isEmpty()) {
            PageFrame.table(html, "Not tried", new String[] {"in the scenario", "why"}, rows);
        }
    }

    private void metrics() {
        PageFrame.section(html, "numbers", "Numbers");
        html.element(
                "p",
                "Mean over replications with the half-width of its 95% interval; of a 95th percentile, that of all"
                        + " observations of all replications with the ends of its interval. Least and most are of"
                        + " replications' means, and of a percentile of single observations."
                        + (result.metrics().stream().anyMatch(MetricResult::isControlled)
                                ? " " + Controls.SIGN + ": " + Controls.EXPLANATION + "."
                                : ""));
        List<String[]> rows = new ArrayList<>();
        for (MetricResult m : result.metrics()) {
            rows.add(new String[] {
                m.name(),
                Figures.marked(m),
                m.metric().unit(),
                Figures.beside(m, m.min()),
                Figures.beside(m, m.max()),
                m.metric().text()
            });
        }
        html.open("details").element("summary", "All " + rows.size() + " metrics");
        for (Mark mark : marks()) {
            html.open("p")
                    .element("strong", mark.label() + ": ")
                    .text(mark.explanation() + ".")
                    .close();
        }
        PageFrame.table(
                html,
                "Metrics over " + replications(),
                new String[] {"metric", "mean ± half-width", "unit", "least", "most", "what it is"},
                rows);
        html.close();
        Glossary.write(html, result.metrics().stream().map(MetricResult::metric).toList());
        html.close();
    }

    /** The marks that metrics of this result have. */
    private List<Mark> marks() {
        return result.metrics().stream()
                .flatMap(m -> m.marks().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private void sources() {
        PageFrame.section(html, "sources", "What the numbers rest on");
        if (result.sources().isEmpty()) {
            html.element("p", "The scenario names no sources.");
        } else {
            html.element(
                    "p",
                    "Grade A: official or measured from imagery; B: established press; C: a single or anonymous"
                            + " source; D: undated or second-hand; assumed: no source, with the reason.");
            List<String[]> rows = new ArrayList<>();
            for (Source s : result.sources()) {
                boolean assumed = s.grade().equals("assumed");
                rows.add(new String[] {s.path(), s.grade(), assumed ? s.reason() : s.says(), s.source()});
            }
            html.ownWords(true);
            PageFrame.table(
                    html,
                    html.words().say("Sources by place in the scenario"),
                    Stream.of("number", "grade", "says", "source")
                            .map(html.words()::say)
                            .toArray(String[]::new),
                    rows);
            html.ownWords(false);
        }
        html.close();
    }

    private void scenario() {
        PageFrame.section(html, "scenario", "The scenario, and how to run it again");
        PageFrame.code(html, "Command", command);
        html.element(
                "p",
                "Bridge Convoy " + result.version() + ", seed " + result.seed() + ", " + replications()
                        + ". The same scenario, seed and version give the same numbers on any machine.");
        if (!live.isEmpty()) {
            html.open("p")
                    .element("a", "Change the scenario and run it in this browser", "href", live)
                    .close();
        }
        html.open("details").element("summary", "Full text of the scenario");
        PageFrame.code(html, "Scenario text", result.resolvedText());
        html.close().close();
    }
}
