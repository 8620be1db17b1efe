package org.bridgeconvoy.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Several variants of a model, replicated with common random numbers, in one metric. All statements of one method hold
 * together with a probability of at least 95% (adjusted after Bonferroni: each has confidence 1 − 0.05 ÷ number of
 * statements, which is right whatever the correlation between the variants).
 */
public final class Comparison {
    private static final double ERROR = 0.05;

    private final List<String> names;
    private final List<double[]> values;

    private Comparison(List<String> names, List<double[]> values) {
        this.names = names;
        this.values = values;
    }

    /**
     * A comparison of variants.
     *
     * @param names one name for each variant, at least two
     * @param values for each variant one observation per replication, replication r at the same place in all; NaN for no
     *     data
     * @return the comparison
     * @throws IllegalArgumentException if there are fewer than two variants or the numbers do not match
     */
    public static Comparison of(List<String> names, List<double[]> values) {
        if (names.size() < 2 || names.size() != values.size()) {
            throw new IllegalArgumentException("a comparison needs at least two variants and values for each, got "
                    + names.size() + " names and " + values.size() + " rows of values");
        }
        for (int i = 1; i < values.size(); i++) {
            if (values.get(i).length != values.get(0).length) {
                throw new IllegalArgumentException("all variants need the same replications, got "
                        + values.get(0).length + " of '" + names.get(0) + "' and " + values.get(i).length + " of '"
                        + names.get(i) + "'");
            }
        }
        return new Comparison(
                List.copyOf(names), values.stream().map(double[]::clone).toList());
    }

    /**
     * The estimate of each variant alone, not adjusted.
     *
     * @return in the order of the variants
     */
    public List<Estimate> estimates() {
        return values.stream().map(Estimate::of).toList();
    }

    /**
     * Every other variant minus the first.
     *
     * @return in the order of the variants, one fewer than these
     */
    public List<PairedDifference> fromFirst() {
        List<PairedDifference> differences = new ArrayList<>();
        for (int i = 1; i < names.size(); i++) {
            differences.add(difference(i, 0, 1 - ERROR / (names.size() - 1)));
        }
        return differences;
    }

    /**
     * Every pair, the earlier minus the later: 1 − 2, 1 − 3, …, 2 − 3, ….
     *
     * @return n(n − 1)/2 differences
     */
    public List<PairedDifference> allPairs() {
        int n = names.size();
        List<PairedDifference> differences = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                differences.add(difference(i, j, 1 - ERROR / (n * (n - 1) / 2.0)));
            }
        }
        return differences;
    }

    /**
     * Multiple comparison with the best: for each variant an interval of its mean minus the best of the others' means,
     * extended to 0 as is usual. From the simultaneous intervals d ± h of all paired differences (Hsu 1996, section 4.1,
     * in the conservative form that needs no equal variances): for the maximum, from min(0, least d − h) to
     * max(0, least d + h).
     *
     * <ul>
     *   <li>Upper end 0 (for the minimum: lower end 0): not the best.
     *   <li>Lower end 0 (for the minimum: upper end 0): the best.
     *   <li>0 inside: undecided.
     * </ul>
     *
     * @param goal which variant is the best one
     * @return in the order of the variants; NaN where a difference has fewer than two pairs
     */
    public List<Interval> withBest(Goal goal) {
        int n = names.size();
        double confidence = 1 - ERROR / (n * (n - 1) / 2.0);
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double sign = goal == Goal.MAXIMUM ? 1 : -1;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.POSITIVE_INFINITY;
            for (int j = 0; j < n; j++) {
                if (j != i) {
                    PairedDifference d = difference(i, j, confidence);
                    low = Math.min(low, sign * d.estimate().mean() - d.halfWidth());
                    high = Math.min(high, sign * d.estimate().mean() + d.halfWidth());
                }
            }
            intervals.add(aroundZero(low, high, goal));
        }
        return intervals;
    }

    /**
     * Multiple comparison with the best by an indifference zone: for each variant, with d its mean minus the best of the
     * others', the interval from min(0, d − δ) to max(0, d + δ). It is a statement of confidence only if the number of
     * replications was chosen for that δ (Nelson and Matejcik 1995); {@link #withBest(Goal)} needs no such choice.
     *
     * @param goal which variant is the best one
     * @param indifference δ, the least difference that matters, 0 or more, in the metric's unit
     * @return in the order of the variants; NaN where a variant has no data
     * @throws IllegalArgumentException if the indifference is negative or NaN
     */
    public List<Interval> withBest(Goal goal, double indifference) {
        if (!(indifference >= 0)) {
            throw new IllegalArgumentException("indifference must be >= 0, got " + indifference);
        }
        double sign = goal == Goal.MAXIMUM ? 1 : -1;
        ToDoubleFunction<double[]> mean = v -> sign * Estimate.of(v).mean();
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < names.size(); j++) {
                best = j == i ? best : Math.max(best, mean.applyAsDouble(values.get(j)));
            }
            double d = mean.applyAsDouble(values.get(i)) - best;
            intervals.add(aroundZero(d - indifference, d + indifference, goal));
        }
        return intervals;
    }

    private static Interval aroundZero(double low, double high, Goal goal) {
        double from = Math.min(0.0, low);
        double to = Math.max(0.0, high);
        // 0.0 - x, not -x: no negative zero in an output.
        return goal == Goal.MAXIMUM ? new Interval(from, to) : new Interval(0.0 - to, 0.0 - from);
    }

    private PairedDifference difference(int i, int j, double confidence) {
        return PairedDifference.of(names.get(i), values.get(i), names.get(j), values.get(j), confidence);
    }
}
