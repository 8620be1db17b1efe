package org.bridgeconvoy.report.html;

import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.report.AnswerSentence;
import org.bridgeconvoy.report.LimitsWords;
import org.bridgeconvoy.report.NotKnown;
import org.bridgeconvoy.report.SingleDays;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;

/**
 * The head of a run's page, which a desktop screen shows without scrolling: the question, the sentence that answers it, how sure that is, all
 * that was asked, and beside these what happens in a picture and what would change it in another.
 */
final class FirstScreen {

    /** Charts that may stand here, the better ones first. */
    static final List<String> PICTURES = List.of("before-after", "curves", "relax");

    private final Html html;
    private final StudyResult result;
    private final NotKnown notKnown;

    FirstScreen(Html html, StudyResult result, NotKnown notKnown) {
        this.html = html;
        this.result = result;
        this.notKnown = notKnown;
    }

    /** The charts of a run that stand here: before and after where the answers compare, or curves; and what would change it. */
    static List<String> pictures(RunData run) {
        return PICTURES.stream()
                .filter(name -> isHere(name, run) && Charts.named(name, run).isPresent())
                .toList();
    }

    /** Whether a chart, if the run has it, stands here and not in the section of charts. */
    static boolean isHere(String name, RunData run) {
        boolean compares = Charts.named("before-after", run).isPresent();
        return PICTURES.contains(name) && !(compares && name.equals("curves"));
    }

    /**
     * Writes the head of the page.
     *
     * @param links ids of the sections and their names
     * @param figures drawn figures; perhaps none
     */
    void write(List<String[]> links, List<String> figures) {
        html.open("header", "class", figures.isEmpty() ? "plain" : "run");
        html.open("div", "class", "said");
        said();
        html.close();
        if (!figures.isEmpty()) {
            html.open("div", "class", "seen");
            figures.forEach(html::raw);
            html.close();
        }
        html.open("nav", "aria-label", "Sections").open("ul");
        for (String[] link : links) {
            html.open("li").element("a", link[1], "href", "#" + link[0]).close();
        }
        html.close().close().close();
    }

    private void said() {
        if (result.question().isEmpty()) {
            html.element("h1", result.name());
        } else {
            html.element("p", result.name(), "class", "name").element("h1", result.question());
        }
        answer();
        new AskedTable(html, result).write();
        PageFrame.lead(html, result.description());
        String warmUp = result.warmUpNanos() == 0
                ? ""
                : ", the first " + Figures.days(result.warmUpNanos()) + " left out as warm-up";
        html.element(
                "p",
                Figures.days(result.horizonNanos()) + " from " + result.start() + last() + warmUp + " · "
                        + (result.hasTrucks() ? Figures.count(result.trucks(), "truck") : "through traffic alone")
                        + " · " + Figures.count(result.replications().size(), "replication") + " · seed "
                        + result.seed(),
                "class",
                "meta");
    }

    /** The last day of a run of whole days: {@code " to 2024-12-21"}; empty if it begins and ends on one day. */
    private String last() {
        long days = result.horizonNanos() / Nanos.DAY;
        return days > 1 && result.horizonNanos() % Nanos.DAY == 0
                ? " to " + result.start().plusDays(days - 1)
                : "";
    }

    /** The sentence that answers the question, what limits, and how sure it is: chance and what is not known each in a line. */
    private void answer() {
        String answer = AnswerSentence.of(result);
        if (answer.isEmpty()) {
            return;
        }
        html.element("p", Figures.sentence(answer), "class", "verdict");
        WhatLimits limits = result.limits();
        if (limits != null) {
            html.element("p", "What limits: " + LimitsWords.brief(limits) + ".", "class", "limit");
        }
        html.open("ul", "class", "sure");
        SingleDays.words(result).ifPresent(days -> html.element("li", Figures.sentence(days)));
        for (String part : AnswerSentence.surenessParts(result, notKnown)) {
            html.element("li", Figures.sentence(part));
        }
        html.close();
    }
}
