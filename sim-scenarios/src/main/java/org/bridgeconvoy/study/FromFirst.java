package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.result.Metric;

/**
 * The points of a sweep minus its first point, in one metric. All points have the same random numbers, so differences are paired; the
 * intervals of a metric hold together with 95% (Bonferroni).
 *
 * @param metric the metric
 * @param differences each point minus the first, in the order of the points; of the first itself, 0
 */
public record FromFirst(Metric metric, List<PairedDifference> differences) {

    private static final double ERROR = 0.05;

    /** Copies the list. */
    public FromFirst {
        differences = List.copyOf(differences);
    }

    /**
     * The differences in each metric of the first point; none for a single point.
     *
     * @param matters the least difference that matters, as a share of the first point's mean
     */
    static List<FromFirst> of(List<PointStore.Values> points, Matters matters) {
        List<FromFirst> all = new ArrayList<>();
        double confidence = 1 - ERROR / Math.max(1, points.size() - 1);
        for (Metric metric :
                points.size() < 2 ? List.<Metric>of() : points.get(0).metrics()) {
            List<double[]> values =
                    points.stream().map(p -> Extremes.values(p, metric)).toList();
            List<PairedDifference> differences = new ArrayList<>();
            Estimate first = Estimate.of(values.get(0));
            for (int i = 0; i < values.size(); i++) {
                differences.add(matters.of(Extremes.difference(values, i, 0, confidence), first));
            }
            all.add(new FromFirst(metric, differences));
        }
        return all;
    }
}
