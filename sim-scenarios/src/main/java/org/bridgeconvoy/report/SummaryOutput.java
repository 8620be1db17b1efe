package org.bridgeconvoy.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;

/** What the parts of a summary for a terminal are written to: lines and tables, and which marks stand in them. */
final class SummaryOutput {

    static final String INDENT = "  ";

    private final int width;
    private final StringBuilder text = new StringBuilder();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);

    /** An empty one for so many columns. */
    SummaryOutput(int width) {
        this.width = width;
    }

    int width() {
        return width;
    }

    /** All that was written. */
    String text() {
        return text.toString();
    }

    /** These marks stand beside a number, so {@link #marks} explains them. */
    void marked(List<Mark> more) {
        marks.addAll(more);
    }

    /** A sentence below a table, broken at spaces. */
    void note(String sentence) {
        wrap(INDENT, INDENT, sentence);
    }

    /** A metric, and below it its marks. */
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

    /** An estimate. */
    void row(TextTable table, String label, Estimate e, String unit) {
        double[] values = {e.mean(), e.min(), e.max()};
        row(table, label, values, MetricText.decimals(e, 2), unit, MetricText.interval(e, 2));
    }

    /** A value, its interval, and the least and the greatest. */
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

    /** Like {@link #row}, with the sign of the mean. */
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

    /** What the marks mean that stand beside numbers. */
    void marks() {
        marks.remove(Mark.LOWER_BOUND);
        if (!marks.isEmpty()) {
            line("");
        }
        for (Mark mark : marks) {
            wrap("", INDENT, mark.label() + ": " + mark.explanation());
        }
    }

    /** A table below an empty line, unless it has no rows. */
    void table(TextTable table) {
        if (!table.isEmpty()) {
            line("");
            List<String> lines = table.lines("", width);
            line(lines.get(0));
            lines.subList(1, lines.size()).forEach(this::line);
        }
    }

    /** A line as it is. */
    void line(String line) {
        text.append(line).append('\n');
    }

    /** Breaks a text at spaces. */
    void wrap(String first, String next, String text) {
        TextLines.wrapped(first, next, text, width).forEach(this::line);
    }
}
