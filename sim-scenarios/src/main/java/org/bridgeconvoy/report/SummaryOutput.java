package org.bridgeconvoy.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.RoundedNumber;

/** Collects the lines and tables of a text summary, and the marks in them, which it explains at the end. */
final class SummaryOutput {

    static final String INDENT = "  ";

    private final int width;
    private final StringBuilder text = new StringBuilder();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    /**
     * An empty summary.
     *
     * @param width columns of the terminal
     */
    SummaryOutput(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** The whole text so far. */
    String text() {
        return text.toString();
    }

    /** Remembers marks that stand beside a number, so that {@link #marks} explains them. */
    void marked(List<Mark> more) {
        marks.addAll(more);
    }

    /** A sentence below a table, wrapped at spaces. */
    void note(String sentence) {
        wrap(INDENT, INDENT, sentence);
    }

    /** Adds a row with a metric, and a row with its marks below. */
    void row(TextTable table, String label, MetricResult m, String unit) {
        row(table, label, MetricText.number(m), new double[] {m.min(), m.max()}, unit, MetricText.interval(m));
        marks.addAll(m.marks());
        String words = MetricText.marks(m);
        if (!words.isEmpty()) {
            String indent = " ".repeat(label.length() - label.stripLeading().length());
            table.row(indent + INDENT + words, "", "", "", "");
        }
    }

    /** Adds a row with an estimate. */
    void row(TextTable table, String label, Estimate e, String unit) {
        row(table, label, MetricText.number(e), new double[] {e.min(), e.max()}, unit, MetricText.interval(e));
    }

    /** Adds a row with a value, its interval, the least and the greatest. */
    private static void row(
            TextTable table, String label, RoundedNumber number, double[] ends, String unit, String interval) {
        String suffix = unit.isEmpty() || number.value().equals(Numbers.NO_DATA) ? "" : " " + unit;
        table.row(label, number.value() + suffix, interval, number.at(ends[0]), number.at(ends[1]));
    }

    /** Adds a row with a difference: like an estimate, with a plus for a mean above 0. */
    void difference(TextTable table, String label, Estimate e, String unit) {
        RoundedNumber number = RoundedNumber.difference(e.mean(), e.halfWidth95());
        String suffix = unit.isEmpty() || Double.isNaN(e.mean()) ? "" : " " + unit;
        table.row(label, number.signed() + suffix, MetricText.interval(number), number.at(e.min()), number.at(e.max()));
    }

    /** Explains the marks that stand beside numbers. */
    void marks() {
        marks.remove(Mark.LOWER_BOUND);
        if (!marks.isEmpty()) {
            line("");
        }
        for (Mark mark : marks) {
            wrap("", INDENT, mark.label() + ": " + mark.explanation());
        }
    }

    /** A table below an empty line; nothing if it has no rows. */
    void table(TextTable table) {
        if (!table.isEmpty()) {
            line("");
            List<String> lines = table.lines("", width);
            line(lines.get(0));
            lines.subList(1, lines.size()).forEach(this::line);
        }
    }

    /** A line as given. */
    void line(String line) {
        text.append(line).append('\n');
    }

    /** A text wrapped at spaces; see {@link TextLines#wrapped}. */
    void wrap(String first, String next, String text) {
        TextLines.wrapped(first, next, text, width).forEach(this::line);
    }
}
