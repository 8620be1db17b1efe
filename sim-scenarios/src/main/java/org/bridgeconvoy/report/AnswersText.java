package org.bridgeconvoy.report;

import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.StudyResult;

/** The part of the text summary that answers the scenario's question. */
final class AnswersText {

    private final StudyResult result;
    private final SummaryOutput out;

    private AnswersText(StudyResult result, SummaryOutput out) {
        this.result = result;
        this.out = out;
    }

    /** Writes this part; nothing if the scenario asks no question. */
    static void write(StudyResult result, SummaryOutput out) {
        AnswersText part = new AnswersText(result, out);
        part.answers();
    }

    private void answers() {
        TextTable table = new TextTable("Answers", "mean", "95% interval", "least", "most");
        for (Answered answer : result.answers()) {
            out.row(table, label(answer), answer.value(), answer.unit());
            if (answer.there() != null && answer.difference() != null) {
                out.row(table, SummaryOutput.INDENT + answer.against(), answer.there(), answer.unit());
                String isOne = Verdicts.unlessDifferent(answer.difference().verdict());
                out.marked(Mark.of(answer.difference()));
                out.difference(
                        table,
                        SummaryOutput.INDENT + "difference" + isOne + Verdicts.unsure(answer.difference()),
                        answer.difference().estimate(),
                        answer.unit());
            }
        }
        out.table(table);
        if (result.answers().stream()
                .map(Answered::difference)
                .anyMatch(d -> d != null && d.matters() > 0 && d.verdict() == Verdict.EQUAL)) {
            out.note("equal: the whole interval of the difference lies within what does not matter (--matters)");
        }
        for (Answered answer : result.answers()) {
            if (answer.missing() > 0) {
                out.note(answer.label() + ": not by the end in " + answer.missing() + " of "
                        + result.replications().size() + " replications, which the mean leaves out");
            }
        }
    }

    /** The label of an answer, with "of a replication" behind a percentile and "at least" behind a lower bound. */
    private static String label(Answered answer) {
        return answer.label()
                + (answer.value().isOfReplication() ? ", of a replication" : "")
                + (answer.isLowerBound() ? ", at least" : "");
    }
}
