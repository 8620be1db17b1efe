package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.text.Texts;

/**
 * What of a sweep is shown. Its points are stored whole, so another view of a finished sweep costs no replication.
 *
 * @param metrics names of the metrics to show; empty for the usual ones, and all in the files
 * @param bounds points that meet them are marked
 * @param matters the least difference that matters, as a share of the mean that a point is compared with
 */
public record SweepView(List<String> metrics, List<SuchThat> bounds, Matters matters) {

    /** The usual metrics and no bounds. */
    public static final SweepView USUAL = new SweepView(List.of(), List.of());

    /** Copies the lists. */
    public SweepView {
        metrics = List.copyOf(metrics);
        bounds = List.copyOf(bounds);
    }

    /** A view in which every difference matters. */
    public SweepView(List<String> metrics, List<SuchThat> bounds) {
        this(metrics, bounds, Matters.ALL);
    }

    /** Whether a metric is in tables and files. */
    boolean shows(String metric) {
        return metrics.isEmpty()
                || metrics.contains(metric)
                || bounds.stream().anyMatch(b -> b.metric().equals(metric));
    }

    /** Names of the metrics of bounds, each once. */
    public List<String> bounded() {
        Set<String> names = new LinkedHashSet<>();
        bounds.forEach(b -> names.add(b.metric()));
        return List.copyOf(names);
    }

    /**
     * Checks that every metric is one of some point.
     *
     * @throws IllegalArgumentException with a message for people if one is not
     */
    public void check(List<Scenario> scenarios) {
        List<String> asked = new ArrayList<>(metrics);
        asked.addAll(bounded());
        if (asked.isEmpty()) {
            return;
        }
        Set<String> known = new LinkedHashSet<>();
        scenarios.forEach(s ->
                new BridgeModel(s.config()).metrics().stream().map(Metric::name).forEach(known::add));
        for (String metric : asked) {
            if (!known.contains(metric)) {
                throw new IllegalArgumentException("there is no metric '" + metric + "' in this scenario"
                        + Texts.didYouMean(metric, known) + "; run --format csv lists them");
            }
        }
    }
}
