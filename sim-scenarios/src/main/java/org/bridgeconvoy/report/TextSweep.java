package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.Plural;

/** A sweep as text for a terminal: a table with a row for each point, and sentences about it. */
public final class TextSweep {

    private TextSweep() {}

    /**
     * Names of the metrics that the table shows: those asked for, or else deliveries and lead time, with through traffic alone the waits
     * of vehicles; and those that bounds are on.
     */
    public static List<String> mainMetrics(SweepResult result) {
        Set<String> names = new LinkedHashSet<>(
                result.view().metrics().isEmpty()
                        ? usual(result)
                        : result.view().metrics());
        names.addAll(result.view().bounded());
        return List.copyOf(names);
    }

    private static List<String> usual(SweepResult result) {
        List<MetricResult> all = result.points().get(0).metrics();
        if (all.stream().noneMatch(m -> m.metric().family() == MetricFamily.DELIVERED_T_PER_DAY)) {
            return all.stream()
                    .filter(m -> m.metric().family() == MetricFamily.WAIT_TRAFFIC_MIN)
                    .map(MetricResult::name)
                    .toList();
        }
        List<String> metrics = new ArrayList<>(
                List.of(MetricFamily.DELIVERED_T_PER_DAY.pattern(), MetricFamily.LEAD_TIME_H.pattern()));
        for (MetricResult metric : result.points().get(0).metrics()) {
            if (metric.countsNotCleared()) {
                metrics.add(metric.name());
            }
        }
        return metrics;
    }

    /** The table for a terminal of {@link TextLines#USUAL_WIDTH} columns. */
    public static String of(SweepResult result) {
        return of(result, TextLines.USUAL_WIDTH);
    }

    /**
     * The sweep as text; lines end with LF.
     *
     * @param width columns of the terminal, to which the table is fitted
     */
    public static String of(SweepResult result, int width) {
        List<String> metrics = mainMetrics(result);
        List<String> headings = new ArrayList<>(List.of("point"));
        result.varied().stream().map(Vary::path).forEach(headings::add);
        boolean differs = result.points().size() > 1;
        for (String metric : metrics) {
            headings.add(label(result, metric) + ", 95% interval");
            if (differs) {
                headings.add("from point 1");
            }
        }
        if (!result.view().bounds().isEmpty()) {
            headings.add("meets");
        }
        TextTable table = new TextTable(headings.toArray(String[]::new));
        for (int i = 0; i < result.points().size(); i++) {
            table.row(row(result, i + 1, metrics));
        }
        StringBuilder out = new StringBuilder();
        out.append(result.name())
                .append(": ")
                .append(Plural.count(result.points().size(), "point"))
                .append('\n');
        lines(
                out,
                "  ",
                replications(result) + " each, with common random numbers, seed " + result.seed() + ", Bridge Convoy "
                        + result.version(),
                width);
        out.append('\n');
        table.lines("", width).forEach(line -> out.append(line).append('\n'));
        out.append('\n');
        if (differs) {
            lines(out, "", SweepWords.fromFirst(result), width);
        }
        SweepWords.meeting(result).ifPresent(words -> lines(out, "", words, width));
        for (String metric : metrics) {
            SweepWords.extremes(result, metric).ifPresent(words -> lines(out, "", words, width));
        }
        result.warnings().forEach(w -> lines(out, "warning: ", w, width));
        return out.toString();
    }

    /** {@code 30 replications}; {@code 30 to 240 replications} if each point ran until it was precise enough. */
    public static String replications(SweepResult result) {
        IntSummaryStatistics ran = result.points().stream()
                .mapToInt(SweepResult.Point::replications)
                .summaryStatistics();
        return (ran.getMax() > ran.getMin() ? ran.getMin() + " to " : "") + Plural.count(ran.getMax(), "replication");
    }

    /** The label of a metric, in the unit of the first point that has it. */
    public static String label(SweepResult result, String metric) {
        return result.points().stream()
                .flatMap(point -> point.findMetric(metric).stream())
                .findFirst()
                .map(m -> MetricLabel.of(m.metric()))
                .orElseGet(() -> MetricLabel.of(metric));
    }

    private static void lines(StringBuilder out, String first, String text, int width) {
        TextLines.wrapped(first, "  ", text, width)
                .forEach(line -> out.append(line).append('\n'));
    }

    /** {@code 4,120 +- 30}, {@code 142 or more +- 3 (lower bound)}. */
    private static String cell(MetricResult metric) {
        String interval = MetricText.interval(metric);
        return MetricText.number(metric).value()
                + (metric.isLowerBound() ? " or more" : "")
                + (interval.equals(Numbers.NO_DATA) ? "" : " " + interval)
                + MetricText.inBrackets(metric);
    }

    private static String[] row(SweepResult result, int number, List<String> metrics) {
        SweepResult.Point point = result.points().get(number - 1);
        List<String> cells = new ArrayList<>(List.of(Integer.toString(number)));
        cells.addAll(point.values());
        for (String metric : metrics) {
            Optional<MetricResult> found = point.findMetric(metric);
            cells.add(found.map(TextSweep::cell).orElse(Numbers.NO_DATA));
            if (result.points().size() > 1) {
                cells.add(number == 1 ? "" : SweepWords.fromFirst(result, number - 1, metric));
            }
        }
        if (!result.view().bounds().isEmpty()) {
            cells.add(point.meetsAll().label());
        }
        return cells.toArray(String[]::new);
    }
}
