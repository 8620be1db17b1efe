package org.bridgeconvoy.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
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
            differences.add(difference(i, 0, fromOneConfidence()));
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
     * Multiple comparison with the best: for each variant an interval of its mean minus the best of the others' means, extended
     * to 0 as is usual, and where it stands. These are the constrained intervals of Hsu (1984, Annals of Statistics 12(3)) from the
     * same paired intervals d ± w as those of {@link #fromFirst}, one for each other variant, so that the two never contradict
     * each other. For the maximum:
     *
     * <ul>
     *   <li>{@link Standing#NOT_BEST} if d + w is below 0 for another variant (d below 0, if the differences have no spread);
     *       these may no longer be the best.
     *   <li>Upper end: the least d + w, or 0 if that is below 0.
     *   <li>Lower end: the least d − w among the others that may be the best, or 0 if that is above 0 or there are no others.
     *   <li>{@link Standing#BEST} if the lower end is 0, {@link Standing#MAY_BE_BEST} if it is below.
     * </ul>
     *
     * All statements hold together with at least 97.5%: only the comparisons of the true best with the others can go wrong, and
     * each in one direction only.
     *
     * @param goal which variant is the best one
     * @return in the order of the variants; undecided, with NaN, where a difference has fewer than two pairs
     */
    public List<WithBest> withBest(Goal goal) {
        int n = names.size();
        double sign = goal == Goal.MAXIMUM ? 1 : -1;
        PairedDifference[][] from = everyOneFromEveryOther();
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            int self = i;
            high[i] = least(from[i], j -> j != self, d -> sign * d.estimate().mean() + d.halfWidth());
        }
        List<WithBest> compared = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int self = i;
            double low = least(
                    from[i],
                    j -> j != self && !(high[j] < 0),
                    d -> sign * d.estimate().mean() - d.halfWidth());
            compared.add(new WithBest(names.get(i), aroundZero(low, high[i], goal), standing(low, high[i])));
        }
        return compared;
    }

    private PairedDifference[][] everyOneFromEveryOther() {
        int n = names.size();
        PairedDifference[][] from = new PairedDifference[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                from[i][j] = difference(i, j, fromOneConfidence());
            }
        }
        return from;
    }

    private static double least(PairedDifference[] from, IntPredicate counts, ToDoubleFunction<PairedDifference> end) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < from.length; j++) {
            if (counts.test(j)) {
                least = Math.min(least, end.applyAsDouble(from[j]));
            }
        }
        return least;
    }

    /** Confidence of each comparison of one variant with another, such that all comparisons of that variant hold together. */
    private double fromOneConfidence() {
        return 1 - ERROR / (names.size() - 1);
    }

    private static Standing standing(double low, double high) {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return Standing.UNDECIDED;
        }
        if (high < 0) {
            return Standing.NOT_BEST;
        }
        return low >= 0 ? Standing.BEST : Standing.MAY_BE_BEST;
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
        ToDoubleFunction<double[]> mean = v -> sign * Estimate.meanOf(v);
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
        // + 0.0, and 0.0 - x, not -x: no negative zero in an output.
        double from = Math.min(0.0, low) + 0.0;
        double to = Math.max(0.0, high);
        return goal == Goal.MAXIMUM ? new Interval(from, to) : new Interval(0.0 - to, 0.0 - from);
    }

    private PairedDifference difference(int i, int j, double confidence) {
        return PairedDifference.of(names.get(i), values.get(i), names.get(j), values.get(j), confidence);
    }

    @Override
    public String toString() {
        return "comparison of " + names;
    }
}
