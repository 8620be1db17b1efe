package org.bridgeconvoy.report;

import java.time.LocalDate;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.study.Controls;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.Plural;

/** The summary of a run as plain text for a terminal. Lines end with LF. */
public final class TextSummary {

    private final StudyResult result;
    private final NotKnown notKnown;
    private final SummaryOutput out;

    private TextSummary(StudyResult result, NotKnown notKnown, int width) {
        this.result = result;
        this.notKnown = notKnown;
        this.out = new SummaryOutput(width);
    }

    /** The summary for a terminal of {@link TextLines#USUAL_WIDTH} columns. */
    public static String of(StudyResult result) {
        return of(result, NotKnown.NONE, TextLines.USUAL_WIDTH);
    }

    /**
     * The summary, from the heading to the warnings.
     *
     * @param notKnown what its intervals leave out
     * @param width columns of the terminal; a table whose words and numbers need more is wider
     */
    public static String of(StudyResult result, NotKnown notKnown, int width) {
        TextSummary text = new TextSummary(result, notKnown, width);
        text.heading();
        AnswersText.write(result, text.out);
        PassedText.write(result, text.out);
        TimesText.write(result, text.out);
        TrafficText.write(result, text.out);
        LimitsText.write(result, text.out);
        ObservedText.write(result, text.out);
        text.leastAndMost();
        text.controls();
        text.out.marks();
        text.warnings();
        return text.out.text();
    }

    private void heading() {
        String answer = AnswerSentence.of(result);
        if (!answer.isEmpty()) {
            String days = SingleDays.words(result)
                    .map(words -> " S" + words.substring(1) + ".")
                    .orElse("");
            out.wrap("", SummaryOutput.INDENT, answer + days + " " + AnswerSentence.sureness(result, notKnown));
            whatIsNotKnown();
            LimitsText.headline(result, out);
            out.line("");
        }
        String question = result.question().isEmpty() ? "" : ": " + result.question();
        out.wrap("", SummaryOutput.INDENT, result.name() + question);
        if (!result.description().isBlank()) {
            out.note(firstParagraph(result.description()));
        }
        out.note(dates() + " (" + Numbers.span(result.horizonNanos()) + ", " + warmUp() + "); "
                + (result.hasTrucks() ? Plural.count(result.trucks(), "truck") : "through traffic alone"));
        out.note(runs() + ", seed " + result.seed() + ", Bridge Convoy " + result.version());
    }

    /** The first and the last day of the run, or its only one. */
    private String dates() {
        LocalDate end = result.start().plusDays((long) Math.ceil(result.horizonNanos() / (double) Nanos.DAY) - 1);
        return result.start().equals(end) ? end.toString() : result.start() + " to " + end;
    }

    private String warmUp() {
        long nanos = result.warmUpNanos();
        if (nanos == 0) {
            return "no warm-up";
        }
        return nanos == Nanos.DAY ? "the first day is warm-up" : "the first " + Numbers.span(nanos) + " are warm-up";
    }

    /** The command that shows what uncertain inputs do, on a line of its own where it fits. */
    private void whatIsNotKnown() {
        if (notKnown.isGiven()) {
            String what = notKnown.of(result).isPresent() ? "What to find out first: " : "What that does: ";
            out.wrap(what, SummaryOutput.INDENT, notKnown.command());
        }
    }

    private void leastAndMost() {
        if (result.replications().size() > 1) {
            out.line("");
            out.wrap(
                    "",
                    SummaryOutput.INDENT,
                    "least and most: of replications' means, not of single days; of a percentile, of observations");
        }
    }

    private void controls() {
        if (result.metrics().stream().anyMatch(MetricResult::isControlled)) {
            out.line("");
            out.wrap("", SummaryOutput.INDENT, Controls.SIGN + ": " + Controls.EXPLANATION);
        }
    }

    private String runs() {
        int n = result.replications().size();
        if (n == 1) {
            return "replication " + result.replications().get(0).replication() + " alone";
        }
        return n + " replications";
    }

    private static String firstParagraph(String text) {
        return text.strip().split("\\R\\s*\\R", 2)[0];
    }

    private void warnings() {
        if (!result.warnings().isEmpty()) {
            out.line("");
        }
        for (String warning : result.warnings()) {
            out.wrap("warning: ", "         ", warning);
        }
    }
}
