package org.bridgeconvoy.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;

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
        double[] values = {m.value(), m.min(), m.max()};
        row(table, label, values, MetricText.decimals(m, 2), unit, MetricText.interval(m, 2));
        marks.addAll(m.marks());
        String words = MetricText.marks(m);
        if (!words.isEmpty()) {
            String indent = " ".repeat(label.length() - label.stripLeading().length());
            table.row(indent + INDENT + words, "", "", "", "");
        }
    }

    /** Adds a row with an estimate. */
    void row(TextTable table, String label, Estimate e, String unit) {
        double[] values = {e.mean(), e.min(), e.max()};
        row(table, label, values, MetricText.decimals(e, 2), unit, MetricText.interval(e, 2));
    }

    /** Adds a row with a value, its interval, the least and the greatest. */
    private static void row(
            TextTable table, String label, double[] values, int decimals, String unit, String interval) {
        String suffix = unit.isEmpty() || Double.isNaN(values[0]) ? "" : " " + unit;
        table.row(
                label,
                Numbers.fixed(values[0], decimals) + suffix,
                interval,
                Numbers.fixed(values[1], decimals),
                Numbers.fixed(values[2], decimals));
    }

    /** Adds a row with a difference: like an estimate, with a plus for a mean above 0. */
    void difference(TextTable table, String label, Estimate e, String unit) {
        int decimals = MetricText.decimals(e, 2);
        String suffix = unit.isEmpty() || Double.isNaN(e.mean()) ? "" : " " + unit;
        table.row(
                label,
                (e.mean() > 0 ? "+" : "") + Numbers.fixed(e.mean(), decimals) + suffix,
                MetricText.interval(e, 2),
                Numbers.fixed(e.min(), decimals),
                Numbers.fixed(e.max(), decimals));
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
