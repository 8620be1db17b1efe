package org.bridgeconvoy.report.html;

import java.util.Collection;
import java.util.List;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;

/** Definitions of metrics from their catalogue: beside a label for pointer and keyboard, and all together as a glossary. */
final class Glossary {

    private Glossary() {}

    /** Writes a label that shows its definition to a pointer that rests on it and to the focus of the keyboard. */
    static void label(Html html, String label, MetricFamily family) {
        html.open("dfn", "tabindex", "0")
                .text(label)
                .open("span", "role", "tooltip")
                .text(family.definition())
                .close()
                .close();
    }

    /** Writes a folded table of the families of metrics: what each is called on pages and in files, and what exactly is measured. */
    static void write(Html html, Collection<Metric> metrics) {
        List<String[]> rows = metrics.stream()
                .map(Metric::family)
                .distinct()
                .sorted()
                .map(family -> new String[] {family.text(), family.pattern(), family.definition()})
                .toList();
        html.open("details").element("summary", "Glossary of the metrics");
        PageFrame.table(
                html,
                "Words in capitals stand for a stage, a cargo or the like",
                new String[] {"metric", "name in files", "what exactly is measured"},
                rows);
        html.close();
    }
}
