package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.study.sensitivity.BoundChance;
import org.bridgeconvoy.study.sensitivity.MetricSensitivity;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;
import org.bridgeconvoy.words.MetricLabel;

/** What is not known of a scenario as text for a terminal: sentences first, then tables. */
public final class TextSensitivity {

    private TextSensitivity() {}

    /**
     * The text; lines end with LF.
     *
     * @param width columns of the terminal, to which tables are fitted
     */
    public static String of(SensitivityResult result, int width) {
        StringBuilder out = new StringBuilder();
        out.append(result.name()).append(": what is not known\n");
        lines(out, SensitivityWords.worlds(result) + "; Bridge Convoy " + result.version(), width);
        heading(out, "What to expect");
        result.metrics().forEach(m -> lines(out, SensitivityWords.expected(m), width));
        SensitivityWords.unsure(result).ifPresent(text -> lines(out, text, width));
        for (BoundChance bound : result.bounds()) {
            lines(out, SensitivityWords.bound(bound), width);
            SensitivityWords.unsure(bound).ifPresent(text -> lines(out, text, width));
        }
        heading(out, "What to find out first");
        SensitivityWords.overall(result).ifPresent(text -> lines(out, text, width));
        result.metrics().forEach(m -> lines(out, SensitivityWords.first(result, m), width));
        SensitivityWords.rest(result).ifPresent(text -> lines(out, text, width));
        lines(out, SensitivityWords.shares(result), width);
        heading(out, "Chance, or not known?");
        result.metrics().forEach(m -> SensitivityWords.split(m).ifPresent(text -> lines(out, text, width)));
        for (MetricSensitivity metric : result.metrics()) {
            heading(out, metric.says() + unit(metric));
            table(result, metric)
                    .lines("  ", width)
                    .forEach(line -> out.append(line).append('\n'));
            if (!metric.tornado().isEmpty()) {
                out.append('\n');
                tornado(result, metric)
                        .lines("  ", width)
                        .forEach(line -> out.append(line).append('\n'));
            }
        }
        out.append('\n');
        TextLines.wrapped("", "", SensitivityWords.more(result), width)
                .forEach(line -> out.append(line).append('\n'));
        result.warnings()
                .forEach(w -> TextLines.wrapped("warning: ", "  ", w, width)
                        .forEach(line -> out.append(line).append('\n')));
        return out.toString();
    }

    private static String unit(MetricSensitivity metric) {
        String unit = MetricLabel.unit(metric.metric().unit());
        return unit.isEmpty() || MetricLabel.says(metric.says(), unit) ? "" : " (" + unit + ")";
    }

    private static void heading(StringBuilder out, String text) {
        out.append('\n').append(text).append('\n');
    }

    private static void lines(StringBuilder out, String text, int width) {
        TextLines.wrapped("  ", "    ", text, width)
                .forEach(line -> out.append(line).append('\n'));
    }

    private static TextTable table(SensitivityResult result, MetricSensitivity metric) {
        boolean independent = result.design().independent();
        List<String> headings = new ArrayList<>(List.of("input", "first-order", "95% interval"));
        if (independent) {
            headings.addAll(List.of("total", "95% interval"));
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (InputIndices index : metric.sorted()) {
            List<String> cells = new ArrayList<>();
            cells.add(result.path(index.input()));
            addIndex(cells, index.first());
            if (independent) {
                addIndex(cells, index.main());
            }
            table.row(cells.toArray(String[]::new));
        }
        return table;
    }

    private static void addIndex(List<String> cells, IntervalEstimate index) {
        cells.add(SensitivityWords.percent(index));
        cells.add(SensitivityWords.interval(index));
    }

    private static TextTable tornado(SensitivityResult result, MetricSensitivity metric) {
        TextTable table = new TextTable(SensitivityWords.tornadoHeadings().toArray(String[]::new));
        SensitivityWords.tornado(result, metric).forEach(row -> table.row(row.toArray(String[]::new)));
        return table;
    }
}
