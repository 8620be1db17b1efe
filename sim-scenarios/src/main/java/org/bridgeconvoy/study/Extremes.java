package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.result.Metric;

/**
 * The points of a sweep with the least and the greatest mean of a metric, and whether they differ. All points have the same random numbers,
 * so differences are paired. The two points are chosen for their means; the confidence therefore holds for all pairs of points together
 * (Bonferroni).
 *
 * @param metric the metric
 * @param least index of the point with the least mean, from 0; the first of equal ones
 * @param most index of the point with the greatest mean; the first of equal ones
 * @param difference greatest minus least, over the replications that both points have
 * @param notToldFromLeast other points that are not significantly larger than the least
 * @param notToldFromMost other points that are not significantly smaller than the greatest
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

    /**
     * The extremes of each metric of the first point for which at least two points have data.
     *
     * @param matters the least difference that matters, as a share of the smaller of two means
     */
    static List<Extremes> of(List<PointStore.Values> points, Matters matters) {
        List<Extremes> all = new ArrayList<>();
        for (Metric metric : points.get(0).metrics()) {
            List<double[]> values = points.stream().map(p -> values(p, metric)).toList();
            double[] means =
                    values.stream().mapToDouble(v -> Estimate.of(v).mean()).toArray();
            int[] known = IntStream.range(0, means.length)
                    .filter(i -> !Double.isNaN(means[i]))
                    .toArray();
            if (known.length > 1) {
                all.add(of(metric, values, means, known, matters));
            }
        }
        return all;
    }

    /** A point's values of a metric; empty if it does not have the metric. */
    static double[] values(PointStore.Values point, Metric metric) {
        int index = point.metrics().indexOf(metric);
        return index < 0 ? new double[0] : point.values().get(index);
    }

    private static Extremes of(Metric metric, List<double[]> values, double[] means, int[] known, Matters matters) {
        int least = known[0];
        int most = known[0];
        for (int i : known) {
            least = means[i] < means[least] ? i : least;
            most = means[i] > means[most] ? i : most;
        }
        int low = least;
        int high = most;
        double confidence = 1 - ERROR / (known.length * (known.length - 1.0) / 2);
        BiFunction<Integer, Integer, PairedDifference> difference = (point, other) ->
                matters.of(difference(values, point, other, confidence), Estimate.of(values.get(other)));
        return new Extremes(
                metric,
                least,
                most,
                difference.apply(most, least),
                others(known, low, i -> difference.apply(i, low).verdict() != Verdict.LARGER),
                others(known, high, i -> difference.apply(high, i).verdict() != Verdict.LARGER));
    }

    /** The points, but for one, that fulfil a condition. */
    private static List<Integer> others(int[] known, int but, IntPredicate which) {
        return IntStream.of(known).filter(i -> i != but).filter(which).boxed().toList();
    }

    /** Paired difference over the replications that both points have: with a precision, points run different numbers of them. */
    static PairedDifference difference(List<double[]> values, int point, int other, double confidence) {
        int both = Math.min(values.get(point).length, values.get(other).length);
        return PairedDifference.of(
                Integer.toString(point + 1),
                Arrays.copyOf(values.get(point), both),
                Integer.toString(other + 1),
                Arrays.copyOf(values.get(other), both),
                confidence);
    }
}
