package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Numbers;

/** The part of the text summary about waits and about where the trucks' time goes. */
final class TimesText {

    /** Columns that a row needs beside its bar. */
    private static final int BESIDE_BAR = 52;

    /** Columns of the longest bar on a wide terminal. */
    private static final int LONGEST_BAR = 24;

    private final StudyResult result;
    private final SummaryOutput out;

    private TimesText(StudyResult result, SummaryOutput out) {
        this.result = result;
        this.out = out;
    }

    /** Writes this part. */
    static void write(StudyResult result, SummaryOutput out) {
        TimesText part = new TimesText(result, out);
        part.waiting();
        part.whereTheTimeGoes();
    }

    private void waiting() {
        TextTable table = new TextTable(
                        "Waiting for, min", "mean", "95% interval", "95th percentile", "mean queue", "longest")
                .headingsFirst();
        for (Stage stage : Stage.values()) {
            result.findMetric(Metric.of(MetricFamily.WAIT_MIN, stage)).ifPresent(wait -> waiting(table, stage, wait));
        }
        out.table(table);
        unfinished();
        beyondOne();
    }

    /** Explains a utilisation above 1. */
    private void beyondOne() {
        for (MetricResult m : result.metricsOf(MetricFamily.UTILISATION)) {
            if (m.value() > 1) {
                out.note(MetricLabel.of(m.metric().withNote("")) + " " + Numbers.fixed(m.value(), 2)
                        + ": above 1, because services run on past closing time (overrun: finish) and only open time"
                        + " counts as time");
            }
        }
    }

    private void waiting(TextTable table, Stage stage, MetricResult wait) {
        Optional<MetricResult> percentile = result.findMetric(Metric.of(MetricFamily.WAIT_P95_MIN, stage));
        table.row(
                stage.awaited(),
                MetricText.number(wait).value(),
                MetricText.interval(wait),
                percentile.map(MetricText::percentile).orElse(Numbers.NO_DATA),
                queue(stage),
                Numbers.fixed(
                        result.findMetric(Metric.of(MetricFamily.QUEUE_MAX, stage))
                                .map(MetricResult::max)
                                .orElse(Double.NaN),
                        0));
        out.marked(wait.marks());
        percentile.ifPresent(m -> out.marked(m.marks()));
        String words = MetricText.marks(wait);
        String ofPercentile = percentile.map(MetricText::marks).orElse("");
        if (!words.isEmpty() || !ofPercentile.isEmpty()) {
            table.row(SummaryOutput.INDENT + words, "", "", ofPercentile, "", "");
        }
    }

    /** Counts trucks that still wait at the end and so are missing from the waits. */
    private void unfinished() {
        List<String> still = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            double waiting = result.unfinished(Metric.of(MetricFamily.WAIT_MIN, stage));
            if (waiting > 0) {
                still.add("for " + stage.awaited() + " " + Numbers.fixed(waiting, waiting < 10 ? 2 : 0));
            }
        }
        if (!still.isEmpty()) {
            out.note("still waiting at the end, on average, and not in these waits: " + String.join(", ", still));
        }
    }

    private String queue(Stage stage) {
        return result.findMetric(Metric.of(MetricFamily.QUEUE, stage))
                .map(m -> MetricText.number(m).value())
                .orElse(Numbers.NO_DATA);
    }

    private void whereTheTimeGoes() {
        List<MetricResult> states = result.metricsOf(MetricFamily.TRUCK_H_PER_DAY).stream()
                .filter(m -> m.estimate().mean() > 0)
                .sorted(Comparator.comparingDouble(
                        (MetricResult m) -> -m.estimate().mean()))
                .toList();
        int longest = Math.max(4, Math.min(LONGEST_BAR, out.width() - BESIDE_BAR));
        double sum = states.stream().mapToDouble(m -> m.estimate().mean()).sum();
        TextTable table = new TextTable("Where the time goes", "truck-hours a day", "share", "");
        for (MetricResult m : states) {
            double share = m.estimate().mean() / sum;
            String bar = "#".repeat((int) Math.round(share * longest));
            table.row(
                    MetricLabel.state(m.metric().part()),
                    Numbers.fixed(m.estimate().mean(), m.estimate().mean() < 9.95 ? 1 : 0),
                    Numbers.fixed(100 * share, 1) + "%",
                    bar + " ".repeat(longest - bar.length()));
        }
        out.table(table);
    }
}
