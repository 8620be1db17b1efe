package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.result.Metric;

/**
 * The points of a sweep with the least and the greatest mean of a metric, and whether they differ: by paired differences, since
 * all points have the same random numbers, at a confidence that holds for all pairs of points together (Bonferroni), since the two
 * were chosen for their means.
 *
 * @param metric what it is
 * @param least index of the point with the least mean, from 0; of equal ones the first
 * @param most index of the point with the greatest mean
 * @param difference greatest minus least, over the replications that both have
 * @param notToldFromLeast points other than the least that are not shown to be larger
 * @param notToldFromMost points other than the greatest that are not shown to be smaller
 */
public record Extremes(
        Metric metric,
        int least,
        int most,
        PairedDifference difference,
        List<Integer> notToldFromLeast,
        List<Integer> notToldFromMost) {

    private static final double ERROR = 0.05;

    /** Copies the lists. */
    public Extremes {
        notToldFromLeast = List.copyOf(notToldFromLeast);
        notToldFromMost = List.copyOf(notToldFromMost);
    }

    /** Of each metric of the first point that at least two points have data for. */
    static List<Extremes> of(List<PointStore.Values> points) {
        List<Extremes> all = new ArrayList<>();
        for (Metric metric : points.get(0).metrics()) {
            List<double[]> values = points.stream().map(p -> values(p, metric)).toList();
            double[] means =
                    values.stream().mapToDouble(v -> Estimate.of(v).mean()).toArray();
            int[] known = IntStream.range(0, means.length)
                    .filter(i -> !Double.isNaN(means[i]))
                    .toArray();
            if (known.length > 1) {
                all.add(of(metric, values, means, known));
            }
        }
        return all;
    }

    /** None where a point does not have the metric. */
    private static double[] values(PointStore.Values point, Metric metric) {
        int index = point.metrics().indexOf(metric);
        return index < 0 ? new double[0] : point.values().get(index);
    }

    private static Extremes of(Metric metric, List<double[]> values, double[] means, int[] known) {
        int least = known[0];
        int most = known[0];
        for (int i : known) {
            least = means[i] < means[least] ? i : least;
            most = means[i] > means[most] ? i : most;
        }
        int low = least;
        int high = most;
        double confidence = 1 - ERROR / (known.length * (known.length - 1.0) / 2);
        return new Extremes(
                metric,
                least,
                most,
                difference(values, most, least, confidence),
                others(known, low, i -> difference(values, i, low, confidence).verdict() != Verdict.LARGER),
                others(known, high, i -> difference(values, high, i, confidence).verdict() != Verdict.LARGER));
    }

    private static List<Integer> others(int[] known, int but, IntPredicate which) {
        return IntStream.of(known).filter(i -> i != but).filter(which).boxed().toList();
    }

    /** Points that ran until they were precise may have different numbers of replications: the common ones are paired. */
    private static PairedDifference difference(List<double[]> values, int point, int other, double confidence) {
        int both = Math.min(values.get(point).length, values.get(other).length);
        return PairedDifference.of(
                Integer.toString(point + 1),
                Arrays.copyOf(values.get(point), both),
                Integer.toString(other + 1),
                Arrays.copyOf(values.get(other), both),
                confidence);
    }
}
