package org.bridgeconvoy.report;

import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.LanePassage;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.RoundedNumber;

/** The part of the text summary about what limits throughput and what the lane could pass. */
final class LimitsText {

    private final StudyResult result;
    private final SummaryOutput out;

    private LimitsText(StudyResult result, SummaryOutput out) {
        this.result = result;
        this.out = out;
    }

    /** Writes this part; nothing of the limits if they were not computed. */
    static void write(StudyResult result, SummaryOutput out) {
        LimitsText part = new LimitsText(result, out);
        part.whatLimits();
        part.lanes();
    }

    /** Writes what limits in one line; nothing if it was not computed. */
    static void headline(StudyResult result, SummaryOutput out) {
        WhatLimits limits = result.limits();
        if (limits != null) {
            String noGain = LimitsWords.noGain(limits);
            out.wrap(
                    "What limits: ",
                    SummaryOutput.INDENT,
                    LimitsWords.brief(limits) + "." + (noGain.isEmpty() ? "" : " " + noGain));
        }
    }

    private void whatLimits() {
        WhatLimits limits = result.limits();
        if (limits == null) {
            return;
        }
        out.line("");
        WhatLimits.Relaxed named = limits.limiting();
        out.wrap(
                "What limits: ",
                SummaryOutput.INDENT,
                limits.title() + (named == null ? "" : " (" + named.constraint() + ")"));
        out.note(limits.reason());
        Headroom headroom = limits.headroom();
        if (headroom != null) {
            out.note(HeadroomWords.sentences(headroom));
        }
        TextTable table = new TextTable("relaxed alone", "change", "gain", "95% jointly", "").headingsFirst();
        for (WhatLimits.Relaxed r : limits.tried()) {
            RoundedNumber gain = RoundedNumber.difference(r.gain(), r.halfWidth());
            table.row(
                    r.name(),
                    r.change(),
                    gain.signed() + " " + limits.unit(),
                    MetricText.interval(gain),
                    LimitsWords.outcome(limits, r, result.replications().size()));
        }
        if (!table.isEmpty()) {
            table.lines(SummaryOutput.INDENT, out.width()).forEach(out::line);
        }
        for (WhatLimits.NotTried notTried : limits.notTried()) {
            out.wrap(
                    SummaryOutput.INDENT + "not tried: ",
                    SummaryOutput.INDENT + SummaryOutput.INDENT,
                    notTried.constraint() + ": " + notTried.reason());
        }
    }

    private void lanes() {
        if (result.lanes().isEmpty()) {
            return;
        }
        TextTable table = new TextTable("Lane, trucks a day", "could pass", "passed", "95% interval");
        for (LanePassage lane : result.lanes()) {
            table.row(
                    lane.direction(),
                    Numbers.fixed(lane.couldPass(), 1),
                    MetricText.number(lane.passed()).value(),
                    MetricText.interval(lane.passed()));
        }
        out.table(table);
        for (String basis :
                result.lanes().stream().map(LanePassage::basis).distinct().toList()) {
            if (!basis.isEmpty()) {
                out.note("could pass: " + basis);
            }
        }
    }
}
