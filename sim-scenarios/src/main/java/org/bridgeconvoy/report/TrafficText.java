package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.Numbers;

/** The part of the text summary about through traffic: vehicles across the bridge and their waits, by name. */
final class TrafficText {

    private final StudyResult result;
    private final SummaryOutput out;

    private TrafficText(StudyResult result, SummaryOutput out) {
        this.result = result;
        this.out = out;
    }

    /** Writes this part; nothing without through traffic. */
    static void write(StudyResult result, SummaryOutput out) {
        TrafficText part = new TrafficText(result, out);
        part.crossed();
        part.waiting();
        part.lane();
    }

    private void crossed() {
        TextTable table = new TextTable("Through traffic, vehicles a day", "mean", "95% interval", "least", "most");
        for (MetricResult crossed : result.metricsOf(MetricFamily.TRAFFIC_PER_DAY)) {
            out.row(table, crossed.metric().part(), crossed, "");
        }
        out.table(table);
    }

    private void waiting() {
        TextTable table = new TextTable(
                "Vehicles waiting for the bridge, minutes", "mean", "95% interval", "95th percentile", "longest queue");
        List<String> still = new ArrayList<>();
        for (MetricResult wait : result.metricsOf(MetricFamily.WAIT_TRAFFIC_MIN)) {
            String name = wait.metric().part();
            MetricResult percentile = result.metric(
                    Metric.of(MetricFamily.WAIT_TRAFFIC_P95_MIN, name).name());
            table.row(
                    name,
                    MetricText.number(wait).value(),
                    MetricText.interval(wait),
                    MetricText.percentile(percentile),
                    Numbers.fixed(
                            result.metric(Metric.of(MetricFamily.QUEUE_TRAFFIC_MAX, name)
                                            .name())
                                    .max(),
                            0));
            out.marked(wait.marks());
            out.marked(percentile.marks());
            String words = MetricText.marks(wait);
            String ofPercentile = MetricText.marks(percentile);
            if (!words.isEmpty() || !ofPercentile.isEmpty()) {
                table.row(SummaryOutput.INDENT + words, "", "", ofPercentile, "");
            }
            double left = result.unfinished(wait.metric());
            if (left > 0) {
                still.add(name + " " + Numbers.fixed(left, left < 10 ? 2 : 0));
            }
        }
        out.table(table);
        if (!still.isEmpty()) {
            out.note("still waiting at the end, on average, and not in these waits: " + String.join(", ", still));
        }
    }

    /** The use of the lane, for through traffic alone: with trucks another part shows it. */
    private void lane() {
        if (result.hasTrucks()) {
            return;
        }
        TextTable table = new TextTable("The lane", "mean", "95% interval", "least", "most");
        for (MetricFamily family : List.of(MetricFamily.BRIDGE_OCCUPIED, MetricFamily.BRIDGE_TURNS_PER_DAY)) {
            result.metricsOf(family).forEach(m -> out.row(table, m.metric().text(), m, ""));
        }
        out.table(table);
    }
}
