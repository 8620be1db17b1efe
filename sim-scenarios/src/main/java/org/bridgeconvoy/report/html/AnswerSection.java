package org.bridgeconvoy.report.html;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.report.Headline;
import org.bridgeconvoy.report.HeadroomWords;
import org.bridgeconvoy.report.Inputs;
import org.bridgeconvoy.report.LimitsWords;
import org.bridgeconvoy.report.NotKnown;
import org.bridgeconvoy.report.SingleDays;
import org.bridgeconvoy.result.Lock;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.LanePassage;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;

/**
 * The first section of a run's page: the answer to the scenario's question, what passes, what limits it, and how
 * certain that is.
 */
final class AnswerSection {

    private final Html html;
    private final StudyResult result;
    private final NotKnown notKnown;
    private final List<String> scenarioWarnings;

    AnswerSection(Html html, StudyResult result, NotKnown notKnown, List<String> scenarioWarnings) {
        this.html = html;
        this.result = result;
        this.notKnown = notKnown;
        this.scenarioWarnings = scenarioWarnings;
    }

    private String replications() {
        return Figures.count(result.replications().size(), "replication");
    }

    /** Writes the section. */
    void write() {
        PageFrame.section(html, "answer", "The answer");
        html.open("div", "class", "cards");
        whatPasses();
        whatLimits();
        howSure();
        html.close();
        locked();
        PageFrame.warnings(html, scenarioWarnings, result.warnings());
        html.close();
    }

    /** Warns about each replication that locked: since when, and what its trucks wait for. */
    private void locked() {
        for (ReplicationResult replication : result.replications()) {
            Lock lock = replication.lock();
            if (lock != null) {
                LocalDateTime since = result.start()
                        .atStartOfDay()
                        .plusNanos(lock.sinceNanos())
                        .truncatedTo(ChronoUnit.SECONDS);
                html.open("p", "class", "warning")
                        .element("strong", "Locked: ")
                        .text("replication " + replication.replication() + " since "
                                + DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                                        .format(since) + ", " + lock.waitingFor())
                        .close();
            }
        }
    }

    private void whatPasses() {
        html.open("div", "class", "card").element("h3", result.hasTrucks() ? "What passes" : "How long vehicles wait");
        List<MetricResult> clears = result.metricsOf(MetricFamily.DAYS_TO_CLEAR);
        for (MetricResult clear : clears) {
            cleared(clear);
        }
        big(MetricFamily.DELIVERED_T_PER_DAY);
        big(MetricFamily.OUTBOUND_TRUCKS_PER_DAY);
        if (!result.hasTrucks()) {
            for (MetricResult wait : result.metricsOf(MetricFamily.WAIT_TRAFFIC_MIN)) {
                html.open("p", "class", "big")
                        .element("strong", Figures.withInterval(wait.estimate()))
                        .text(" ");
                Glossary.label(html, wait.metric().text(), MetricFamily.WAIT_TRAFFIC_MIN);
                html.close();
            }
        }
        result.findMetric(MetricFamily.LEAD_TIME_H)
                .ifPresent(
                        m -> html.element("p", "From consigned to unloaded: " + Figures.marked(m) + " h on average."));
        html.close();
    }

    /** Days until a cargo is delivered: the headline of a scenario with a total. */
    private void cleared(MetricResult clear) {
        String cargo = clear.metric().part();
        if (Double.isNaN(clear.estimate().mean())) {
            html.open("p", "class", "big")
                    .element("strong", "not all delivered")
                    .text(" by the end, in any of " + replications() + ": " + cargo)
                    .close();
            return;
        }
        html.open("p", "class", "big")
                .element("strong", (clear.isLowerBound() ? "≥ " : "") + Figures.withInterval(clear.estimate()))
                .text(" days until all is delivered: " + cargo
                        + (clear.isLowerBound()
                                ? "; in " + clear.notCleared() + " of " + replications() + " not by the end"
                                : ""))
                .close();
    }

    /** A headline metric in large type, if the result has it. */
    private void big(MetricFamily family) {
        result.findMetric(family).ifPresent(m -> {
            html.open("p", "class", "big")
                    .element("strong", Figures.withInterval(m.estimate()))
                    .text(" ");
            Glossary.label(html, family.text(), family);
            html.text(m.marks().isEmpty() ? "" : " (" + m.markWords() + ")").close();
        });
        SingleDays.words(result, family).ifPresent(days -> html.element("p", Figures.sentence(days)));
    }

    private void whatLimits() {
        html.open("div", "class", "card").element("h3", "What limits it");
        WhatLimits limits = result.limits();
        if (limits == null) {
            html.element("p", "This was not asked for (--no-limits).");
        } else {
            html.open("p", "class", "big").element("strong", limits.title()).close();
            html.element("p", Figures.sentence(limits.reason()));
            String noGain = LimitsWords.noGain(limits);
            if (!noGain.isEmpty()) {
                html.element("p", noGain);
            }
            Headroom headroom = limits.headroom();
            if (headroom != null) {
                String then = HeadroomWords.then(headroom);
                html.element(
                        "p",
                        "Demand " + HeadroomWords.brief(headroom)
                                + (then.isEmpty() ? "." : "; what limits then: " + then + "."));
            }
        }
        for (LanePassage lane : result.lanes()) {
            html.element("p", laneSentence(lane));
        }
        html.close();
    }

    private static String laneSentence(LanePassage lane) {
        String passed = Figures.number(lane.passed().mean());
        if (Double.isNaN(lane.couldPass()) || Double.isInfinite(lane.couldPass())) {
            return "The lane passed " + passed + " trucks a day " + lane.direction() + ".";
        }
        return "The lane could pass " + Figures.number(lane.couldPass()) + " trucks a day " + lane.direction()
                + " and passed " + passed + ".";
    }

    /** Writes the width of the interval and, in the same size, what is not known: the range to expect, or how many inputs are assumed. */
    private void howSure() {
        html.open("div", "class", "card").element("h3", "How sure");
        chance();
        Inputs inputs = Inputs.of(result);
        NotKnown.Range range = notKnown.of(result).orElse(null);
        if (range != null) {
            html.open("p", "class", "big")
                    .element("strong", range.text())
                    .text(range.isUnsure() ? " (what is not known, unsure)" : " (what is not known)")
                    .close();
            html.element(
                    "p",
                    "Nine of ten worlds drawn from what is believed of the uncertain inputs have an expected value in this range.");
            if (range.isUnsure()) {
                html.element("p", "Unsure: they may be more or fewer; more --replications of each world show it.");
            }
        } else if (inputs.all() > 0) {
            html.open("p", "class", "big")
                    .element("strong", inputs.count())
                    .text(" " + inputs.verb())
                    .close();
            html.open("p")
                    .text("No interval covers what is assumed: ")
                    .element("a", "what the numbers rest on", "href", "#sources")
                    .close();
        }
        if (notKnown.isGiven()) {
            html.open("p")
                    .text(range == null ? "What that does: " : "What to find out first: ")
                    .element("code", notKnown.command())
                    .close();
        }
        html.close();
    }

    /** The half-width of the headline number, or why it has none. */
    private void chance() {
        int n = result.replications().size();
        if (n < 2) {
            html.element("p", "A single replication: nothing can be said of chance. Run at least two.");
            return;
        }
        Headline headline = Headline.of(result).orElse(null);
        if (headline == null || Double.isNaN(headline.value().halfWidth())) {
            html.element("p", "Too few replications have the number asked for: nothing can be said of chance.");
            return;
        }
        html.open("p", "class", "big")
                .element("strong", "± " + half(headline))
                .text(headline.value().halfWidth() == 0 ? " (no chance in it)" : " (chance)")
                .close();
        html.element(
                "p",
                "95% interval of the mean of \u201c" + headline.says() + "\u201d over " + replications()
                        + ". It covers chance within the model, not the model and its inputs.");
    }

    /** The half-width as a percentage of the mean; for a mean of 0 as a number. */
    private static String half(Headline headline) {
        MetricResult m = headline.value();
        double share = m.halfWidth() / Math.abs(m.value());
        return m.value() == 0 ? Figures.number(m.halfWidth()) + " " + headline.unit() : Figures.percent(share);
    }
}
